using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace StrategyBot.Sandbox.Graph;

/// <summary>How one route reads its body: with the SDK's own model, so that the sandbox takes nothing that Graph wouldn't.</summary>
internal sealed class GraphBody
{
    // The parameters of an action are written with a capital, and Graph doesn't mind.
    private static readonly JsonNodeOptions NoCase = new() { PropertyNameCaseInsensitive = true };

    private readonly Func<JsonElement, IParsable?> parse;
    private readonly string[] bound;

    private GraphBody(Func<JsonElement, IParsable?> parse, string[] bound)
    {
        this.parse = parse;
        this.bound = bound;
    }

    /// <summary>A body of type <typeparamref name="T"/>.</summary>
    /// <param name="factory">The model's own factory.</param>
    /// <param name="bound">Links by <c>@odata.bind</c>, which no model knows as a property.</param>
    public static GraphBody Of<T>(ParsableFactory<T> factory, params string[] bound) where T : IParsable =>
        new(json => new JsonParseNode(json).GetObjectValue(factory), bound);

    public async Task<JsonObject> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            foreach (var unknown in Unknown(parse(document.RootElement)).Except(bound))
            {
                throw GraphRefusal.Bad($"The property '{unknown}' does not exist or is not supported here.");
            }

            return JsonObject.Create(document.RootElement.Clone(), NoCase) ?? throw GraphRefusal.Bad("The body is null.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw GraphRefusal.Bad("The body is not what this request takes.");
        }
    }

    private static IEnumerable<string> Unknown(object? part) => part switch
    {
        IParsable model => Left(model).Concat(model.GetType().GetProperties()
            .Where(property => property.GetIndexParameters().Length == 0 && property.Name is not "AdditionalData" and not "BackingStore")
            .SelectMany(property => Unknown(property.GetValue(model)))),
        string or byte[] => [],
        IEnumerable many => many.Cast<object?>().SelectMany(Unknown),
        _ => [],
    };

    private static IEnumerable<string> Left(IParsable model) => model is IAdditionalDataHolder holder ? holder.AdditionalData.Keys : [];
}
