namespace StrategyBot.Cases;

/// <summary>The one answer to an outsider, whether or not a case exists (design §6).</summary>
internal sealed record NoSuchCase : Refusal
{
    public override string Say(Words words) =>
        "I have no case for you under that reference. Check the reference and its word with the chair; "
            + "if you were invited, open the personal link in your mail.";
}

/// <summary>The case was closed before any meeting was called: nothing is written on it any more.</summary>
internal sealed record CaseIsClosed(CaseId Case, string CheckWord, string By, DateTimeOffset At, bool IsByMistake) : Refusal
{
    public static CaseIsClosed Of(Case @case, Decided<ConveningFact> closed) => new(
        @case.Id, @case.CheckWord, @case.Find(closed.By)?.Name ?? "somebody", closed.At, closed.Fact is CaseCancelled);

    /// <summary>Nothing of it is opened any more but how it stands.</summary>
    public static Refusal? To(Case @case, Capability needs) =>
        @case.Closed is { } closed && needs != Capability.SeeCase ? Of(@case, closed) : null;

    /// <summary>Nothing more is written on it; what stands there already is no mistake.</summary>
    public static Decision After(Case @case, Decision decided) =>
        @case.Closed is { } closed && decided is Decision.Accepted { Facts.Count: > 0 } ? Of(@case, closed) : decided;

    public override string Say(Words words) =>
        $"{Case} {CheckWord} was closed by {By}, {words.When(At)}: {(IsByMistake ? "it was begun by mistake" : "no meeting was held")}. "
            + $"Type `status {Case} {CheckWord}` to read why. For a new meeting, type `convene`.";
}

/// <summary>Somebody on the case asked for what their role does not do.</summary>
internal sealed record NotYourPart : Refusal
{
    public override string Say(Words words) => "That part belongs to someone else on this case. Open your part to see what is yours.";
}

/// <summary>What was asked for belongs before the end of the meeting.</summary>
internal sealed record MeetingIsOver : Refusal
{
    public override string Say(Words words) => "The meeting is over. Tell the chair what should still be on the record.";
}

/// <summary>A date, a name or a choice that cannot be; the sentence comes with it.</summary>
internal sealed record CannotBe(string Sentence) : Refusal
{
    public override string Say(Words words) => Sentence;
}

/// <summary>The text is longer than anything kept in one go (design §5.8); the refusal does not repeat it.</summary>
internal sealed record TooLong(int Limit) : Refusal
{
    public override string Say(Words words) => $"That is longer than {Limit:N0} characters, so nothing of it was saved. Save it in parts.";
}

/// <summary>More letters than can be written as one.</summary>
internal sealed record TooLongAtOnce(int Limit) : Refusal
{
    public override string Say(Words words) =>
        $"That is longer than {Limit:N0} characters together, so nothing of it was saved. Save it in parts.";
}

/// <summary>More facts than are written as one; in parts they can be.</summary>
internal sealed record TooMuchAtOnce(int Count, int Limit) : Refusal
{
    public override string Say(Words words) =>
        $"That would save {Count} entries at once and {Limit} is the most, so nothing of it was saved. Save it in parts.";
}
