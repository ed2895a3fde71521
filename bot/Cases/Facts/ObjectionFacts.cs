namespace StrategyBot.Cases.Facts;

/// <summary>A reader said that something in the approved minutes is wrong (P15). Marked as the paragraph is.</summary>
/// <param name="Version">The version that stood.</param>
/// <param name="Paragraph">Which paragraph of it.</param>
internal sealed record MinutesObjected(ParticipantId Participant, int Version, string Paragraph, string Text) : MinutingFact
{
    public override Fact Withheld() => this with { Text = "" };
}

/// <summary>An author put their own words right after the minutes were issued (P15); they stand in the next version.</summary>
internal sealed record OwnWordsCorrected(ParticipantId Participant, int Version, string Paragraph, string Text) : MinutingFact
{
    public override Fact Withheld() => this with { Text = "" };
}

/// <summary>What the chair does about it: others' words are never just replaced in silence (P15).</summary>
internal enum ObjectionOutcome
{
    /// <summary>The next version says it otherwise.</summary>
    Amended,

    /// <summary>The next version has both.</summary>
    DisagreementRecorded,

    /// <summary>The minutes stay as they are.</summary>
    Declined,
}

/// <summary>The chair answered an objection.</summary>
/// <param name="Objection">Number of the fact that raised it.</param>
/// <param name="Reason">Told to whoever raised it.</param>
internal sealed record ObjectionAnswered(int Objection, ObjectionOutcome Outcome, string Reason) : MinutingFact, IOfOneAuthor
{
    public override Fact Withheld() => this with { Reason = "" };
}
