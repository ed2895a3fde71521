using System.Text.Json;
using System.Text.Json.Nodes;

namespace StrategyBot.Forms;

/// <summary>What the runtime itself lets travel with a form, all of it under one key, so that it can't collide with an input.</summary>
internal sealed record FormState
{
    /// <summary>No input may be called that.</summary>
    public const string Key = "_form";

    // An input of its own holds each: so it is shown once, and travels once whichever button is pressed.
    private const string CarriedIn = "_carried-";

    /// <summary>The verb that opens the form again.</summary>
    public string? Part { get; init; }

    /// <summary>What it was opened with.</summary>
    public JsonObject? Asked { get; init; }

    /// <summary>The version of the case that it showed; <c>null</c> on a card of an earlier release.</summary>
    public int? Seen { get; init; }

    /// <summary>The fields that the pressed button alone brings.</summary>
    public JsonObject? With { get; init; }

    /// <summary>What its inputs showed, where it can't be drawn again as it was: it was asked for outside.</summary>
    public IReadOnlyDictionary<string, string>? Shown { get; init; }

    /// <summary>What was typed into inputs that the form no longer has; a card of an earlier release brings it in its button.</summary>
    public IReadOnlyDictionary<string, string>? Carried { get; init; }

    /// <summary>Inputs that came back empty, and that are to stay as they were.</summary>
    public IReadOnlyList<string>? Left { get; init; }

    /// <summary>Inputs that came back empty, and that are to be.</summary>
    public IReadOnlyList<string>? Emptied { get; init; }

    /// <summary>The button said that what waits next opens after it.</summary>
    public bool? GoesOn { get; init; }

    /// <summary>Another button of the same card was pressed: It is followed once nothing is lost by it.</summary>
    public LeftBy? Leave { get; init; }

    /// <summary>Takes it out of what was sent; where none is there, or it isn't ours, an empty one.</summary>
    public static FormState TakeFrom(JsonObject sent)
    {
        sent.Remove(Key, out var node);
        var carried = TakeCarried(sent);
        try
        {
            var read = node is JsonObject state ? CardJson.Read<FormState>(state) : new();
            return read with
            {
                Carried = (read.Carried ?? new Dictionary<string, string>()).Where(text => !carried.ContainsKey(text.Key))
                    .Concat(carried).ToDictionary(),
                Seen = read.Seen is > 0 ? read.Seen : null,
                Asked = FieldsOf(read.Asked),
                With = FieldsOf(read.With),
                Leave = read.Leave is { Form: not null, Verb: not null, Title: not null } leave
                    ? leave with { Form = FieldsOf(leave.Form)! }
                    : null,
            };
        }
        catch (FormFaultException)
        {
            return new() { Carried = carried };
        }
    }

    /// <summary>What was typed into an input that the form no longer has, to be taken elsewhere.</summary>
    public static TextInput Carry(string id, string text) => new(CarriedIn + id, "You had typed this too; it is not saved")
    {
        IsMultiline = true,
        Value = text,
    };

    public static bool IsCarried(string id) => id.StartsWith(CarriedIn, StringComparison.Ordinal);

    private static Dictionary<string, string> TakeCarried(JsonObject sent)
    {
        var carried = sent.Where(field => IsCarried(field.Key))
            .ToDictionary(field => field.Key, field => Field.Text(field.Value) ?? "");
        foreach (var id in carried.Keys)
        {
            sent.Remove(id);
        }

        return carried.Where(text => text.Value.Length > 0).ToDictionary(text => text.Key[CarriedIn.Length..], text => text.Value);
    }

    /// <summary>It comes back from outside: what a button's data holds besides is no field of a form.</summary>
    private static JsonObject? FieldsOf(JsonObject? told) =>
        told is null ? null : CardJson.Sent(JsonSerializer.SerializeToElement(told));

    public JsonElement Beside(string verb) => CardJson.Data(verb, new Dictionary<string, FormState> { [Key] = this });

    /// <summary>The other button that a form was left by.</summary>
    internal sealed record LeftBy(string Title, string Verb, JsonObject Form)
    {
        /// <summary>What was typed is saved before it is followed.</summary>
        public bool? Keeps { get; init; }
    }
}

/// <summary>Somebody typed into a form and pressed one of its other buttons.</summary>
internal sealed record WouldBeLost(string Button) : Refusal
{
    public override string Say(Words words) =>
        $"What you typed here would be lost. Save it, or press “{Button}” again to go on without it.";
}
