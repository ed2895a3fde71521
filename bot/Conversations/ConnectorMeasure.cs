using Azure.Core;
using Azure.Core.Pipeline;
using StrategyBot.Starting;

namespace StrategyBot.Conversations;

/// <summary>Measures each request to the connector, by its status alone.</summary>
internal sealed class ConnectorMeasure : HttpPipelinePolicy
{
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        using var call = Measures.Call("connector");
        await ProcessNextAsync(message, pipeline);
        call.Outcome = message.Response.Status;
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The connector is only called asynchronously.");
}
