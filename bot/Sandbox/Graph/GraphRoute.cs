namespace StrategyBot.Sandbox.Graph;

/// <summary>One request that the sandbox's Graph answers.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Below <c>/v1.0/</c>.</param>
/// <param name="Fact">Where it stands in the fact sheet, and what it is for.</param>
/// <param name="Answer">The answer, or a <see cref="GraphRefusal"/>.</param>
/// <param name="Query">The query options it takes.</param>
/// <param name="Body">The body it takes.</param>
internal sealed record GraphRoute(
    string Method, string Path, string Fact, Func<GraphCall, GraphAnswer> Answer, GraphQuery? Query = null, GraphBody? Body = null);
