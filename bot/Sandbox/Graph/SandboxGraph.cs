using System.Text.Json.Nodes;
using StrategyBot.Sandbox.Clock;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Graph;

/// <summary>Microsoft Graph as far as the bot uses it, answering the real SDK over HTTP.</summary>
internal static class SandboxGraph
{
    public const string Root = "/sandbox/graph/v1.0";

    public static IServiceCollection AddSandboxGraph(this IServiceCollection services) => services
        .AddSingleton<DirectoryAnswers>()
        .AddSingleton<EventAnswers>()
        .AddSingleton<FreeBusyAnswers>()
        .AddSingleton<MeetingAnswers>()
        .AddSingleton<InstallAnswers>()
        .AddSingleton<MailAnswers>()
        .AddSingleton<GraphRoutes>();

    public static void MapSandboxGraph(this IEndpointRouteBuilder app)
    {
        DirectoryContacts.Seed(app.ServiceProvider.GetRequiredService<WorldStore>());
        var clock = app.ServiceProvider.GetRequiredService<SandboxClock>();
        var graph = app.MapGroup(Root);
        foreach (var route in app.ServiceProvider.GetRequiredService<GraphRoutes>().All)
        {
            graph.MapMethods(route.Path, [route.Method],
                (HttpRequest request, CancellationToken cancellationToken) => AnswerAsync(route, request, clock, cancellationToken));
        }

        // Graph's own answer to a path it doesn't know.
        graph.Map("{**rest}",
            (HttpRequest request) =>
                Refused(GraphRefusal.Bad($"Resource not found for the segment '{request.Path.Value?.Split('/')[^1]}'."), clock));
    }

    private static async Task<IResult> AnswerAsync(
        GraphRoute route, HttpRequest request, SandboxClock clock, CancellationToken cancellationToken)
    {
        try
        {
            (route.Query ?? GraphQuery.None).Check(request.Query);
            var body = route.Body is null ? [] : await route.Body.ReadAsync(request, cancellationToken);
            var (status, answer) = route.Answer(new GraphCall(request, body));
            return answer is null ? Results.StatusCode(status) : Json(answer, status);
        }
        catch (GraphRefusal refusal)
        {
            return Refused(refusal, clock);
        }
    }

    private static IResult Refused(GraphRefusal refusal, SandboxClock clock) => Json(refusal.Body(clock.GetUtcNow()), refusal.Status);

    private static IResult Json(JsonObject body, int status) =>
        Results.Text(body.ToJsonString(), "application/json; charset=utf-8", statusCode: status);
}
