namespace StrategyBot.Forms;

/// <summary>Asks why the plan is changed once the meeting that agreed it is over (design §3.1).</summary>
internal static class ChangeInputs
{
    private const string Kind = "change", Why = "because";

    /// <param name="except">What this can't be.</param>
    public static IReadOnlyList<CardElement> For(params IReadOnlyList<PlanChangeKind> except) =>
    [
        Choices.Radios(Kind, "The meeting is over. Why is this changed now?", WordTables.PlanChange, null, except),
        new TextInput(Why, "In a few words: why?") { MaxLength = FormCard.Line },
    ];

    /// <summary>What is missing of the reason; <c>null</c> where it is said.</summary>
    public static Refusal? Fault(PlanChangeKind? kind, string? why) => (kind, (why ?? "").Trim()) switch
    {
        (null, _) => new ClosedWithTheMeeting { Field = Kind },
        (not PlanChangeKind.Wording, "") => new CannotBe("Say in a few words why it is changed.") { Field = Why },
        (_, { Length: > FormCard.Line }) => new TooLong(FormCard.Line) { Field = Why },
        _ => null,
    };

    /// <summary>What stands is sent again. With another reason, that is lost by saying so.</summary>
    public static Decision Same(PlanChange? stands, PlanChangeKind? kind, string? why) =>
        (kind is null && string.IsNullOrWhiteSpace(why)) || (stands?.Kind == kind && stands?.Why == (why ?? "").Trim())
            ? Decision.Already
            : new ReasonForNothing();

    /// <summary>As it is written down; nothing while the meeting goes on.</summary>
    public static PlanChange? Read(bool isClosed, PlanChangeKind? kind, string? why) =>
        isClosed ? new(kind!.Value, (why ?? "").Trim()) : null;

    /// <summary>Who does it, and by when, is more than words.</summary>
    public static Refusal NotWordsAlone { get; } =
        new CannotBe("Who does it or by when is another now, so it is more than words. Choose what else it is.") { Field = Kind };
}

/// <summary>A reason was given, and nothing else is another than it was.</summary>
internal sealed record ReasonForNothing : Refusal
{
    public override string Say(Words words) => "You said why, but nothing else is changed. Change what stands here, and save again.";
}

/// <summary>The meeting agreed it, and is over.</summary>
internal sealed record ClosedWithTheMeeting : Refusal
{
    public override string Say(Words words) =>
        "The meeting decided this, and it is over. To change it now, say why. It is recorded as a change after the meeting.";
}
