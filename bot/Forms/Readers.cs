namespace StrategyBot.Forms;

/// <summary>Who may read some words, and who says so (P6).</summary>
internal sealed record Readers(Audience Audience, Participant By)
{
    /// <summary>With an agency that has to read it to answer it.</summary>
    public Readers With(Agency agency) => Audience.Marking != Marking.NamedAgencies ? this
        : this with { Audience = Audience.Only([.. Audience.Agencies, agency]).SharedAs(Audience) };

    /// <summary>Others than the author may only tighten.</summary>
    /// <param name="what">What is marked, as it begins a sentence.</param>
    /// <param name="author">Who wrote what stands.</param>
    /// <param name="stands">How it is marked.</param>
    public Refusal? WhyNot(string what, PersonId? author, Audience? stands) =>
        stands is not null && !(author is { } by && By.Is(by)) && !Audience.IsAtMost(stands)
            ? new OnlyTheAuthorWidens(what, stands) { Field = MarkingInput.Id }
            : null;
}

/// <summary>Someone else than the author would let more people read a paragraph (P6).</summary>
/// <param name="What">The heading or the part that it stands under.</param>
internal sealed record OnlyTheAuthorWidens(string What, Audience Audience) : Refusal
{
    public override string Say(Words words) =>
        $"{What} is marked “{Audience.Say()}”, and only its author may let more people read it. Choose that marking or a narrower one.";
}
