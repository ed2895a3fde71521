namespace StrategyBot.Cases;

/// <summary>Who is asked for a heading; the chair may always answer in their place.</summary>
internal enum WhoFills
{
    Chair,
    SocialWorker,
    Police,
    Health,
    EachAgency,
}

/// <summary>How a heading is answered.</summary>
internal enum HeadingKind
{
    /// <summary>Words; typed, they are known. The other two answers of P14 are ticks, one for each heading of the form.</summary>
    Words,

    /// <summary>Yes, no, or not known yet, with words.</summary>
    YesNo,

    /// <summary>A tick list, with words.</summary>
    Choices,

    /// <summary>One of a list, with words.</summary>
    OneOf,

    /// <summary>Has a form of its own: information, views, decisions, rows.</summary>
    OwnForm,
}

/// <summary>One heading of the strategy meeting's form and of its minutes.</summary>
/// <param name="R">The requirement it answers.</param>
/// <param name="Part">1 = assessment of risk, 2 = plan (R25).</param>
/// <param name="Block">The form it is asked in: six inputs at most, the marking among them.</param>
/// <param name="BindsAtCompletion">Mandatory at <em>Complete the record</em> (P7), never at a save.</param>
internal sealed record Heading(
    string Id, string R, int Part, string Block, string Title, string Prompt, WhoFills WhoFills, bool BindsAtCompletion, HeadingKind Kind,
    IReadOnlyList<Heading.Option> Options)
{
    /// <summary>The tick that stands for <em>Checked – nothing held</em> (P14).</summary>
    public const string NothingHeld = "nothing-held";

    /// <summary>The tick that stands for <em>Not known yet</em> (P14).</summary>
    public const string NotKnownYet = "not-known-yet";

    /// <summary>The tick that stands for words that are known.</summary>
    public const string Known = "known";

    /// <summary>What has to be said beside some ticks before the record is complete: a reason, a date, which records.
    /// Never at a save (P30).</summary>
    public IReadOnlyList<Explanation> Explained { get; init; } = [];

    /// <summary>Came after the papers (R127–R142): asked where the case's procedure knows it.</summary>
    public bool IsLater { get; init; }

    /// <summary>Asked by telephone alone.</summary>
    public bool IsByPhone { get; init; }

    /// <summary>The answer is all; no words beside it.</summary>
    public bool IsWordless { get; init; }

    /// <summary>Binds, and is printed unanswered, only where another heading was answered so.</summary>
    public Condition? Where { get; init; }

    /// <summary>Where <see cref="Where"/> doesn't hold, it isn't asked either.</summary>
    public bool IsHidden { get; init; }

    /// <summary>A decision of the meeting that somebody else than the chair answers: the chair confirms it.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>A child's safety hangs on it: while nobody knows it, it is awaited in hours.</summary>
    public bool GuardsChild { get; init; }

    /// <summary>What is asked instead where the child is a baby.</summary>
    public string? OfABaby { get; init; }

    /// <summary>Whether the procedure's prompts for an injury to a baby stand above it (P21).</summary>
    public bool PromptsOfABaby { get; init; }

    /// <summary>What the text of this heading is called on a form: <c>MARAC – if yes: who makes the referral; if no: …</c>.</summary>
    public string AsksInWords => Kind switch
    {
        HeadingKind.YesNo when Explained.Count > 0 =>
            $"{Title} – {string.Join("; ", Explained.Select(one => $"if {Label(one.Tick).ToLowerInvariant()}: {one.Say}"))}",
        HeadingKind.Choices or HeadingKind.OneOf when Explained.Count > 0 => $"{Title}: {Explained[0].Say}",
        _ => Title,
    };

    public Heading Explaining(string say, params IReadOnlyList<string> ticks) =>
        this with { Explained = [.. Explained, .. ticks.Select(tick => new Explanation(tick, say))] };

    /// <summary>What goes with an answer and isn't said: a bare tick where the paper asks for more.</summary>
    public string? Unsaid(Answer answer) => answer.Text.Length > 0 ? null : Asked(answer.Kind switch
    {
        AnswerKind.NothingHeld => [NothingHeld],
        AnswerKind.NotKnownYet => [NotKnownYet],
        _ => answer.Choices,
    });

    /// <summary>What goes with these ticks; <c>null</c> for nothing.</summary>
    public string? Asked(IReadOnlyCollection<string> ticks) => Explained.FirstOrDefault(one => ticks.Contains(one.Tick))?.Say;

    private string Label(string tick) => Options.First(option => option.Id == tick).Label;

    /// <param name="Tick">The answer that needs it.</param>
    /// <param name="Say">In words that follow <em>if yes</em> or <em>say</em>.</param>
    public sealed record Explanation(string Tick, string Say);

    /// <param name="Heading">Id of the other heading.</param>
    /// <param name="Tick">One of its options; <see cref="Known"/> for words.</param>
    public sealed record Condition(string Heading, string Tick)
    {
        /// <summary>No section 47 enquiry starts for a child, and what stays has to be said (P39).</summary>
        public static Condition NoEnquiry { get; } = new("section47", nameof(Facts.Section47.NotStart));

        public bool Holds(Case @case) => this == NoEnquiry
            ? @case.OfChildren(@case.Meeting.Plan.Section47).Any(decided => decided.Fact.Answer == Facts.Section47.NotStart)
            : @case.Meeting.Assessment.Of(Heading).Standing.Any(given =>
            given.Answer.Kind == AnswerKind.Known && (Tick == Known || given.Answer.Choices.Contains(Tick)));
    }

    /// <param name="Id">What the ticks are recorded as.</param>
    /// <param name="Label">What the person reads.</param>
    /// <param name="IsAlone">Nothing else can be ticked beside it.</param>
    public sealed record Option(string Id, string Label, bool IsAlone = false)
    {
        /// <summary>Offered, and first, where the child is a baby; never ticked by itself (P21).</summary>
        public bool IsOfABaby { get; init; }
    }
}

/// <summary>A form of the meeting: headings asked together.</summary>
internal sealed record HeadingBlock(string Id, int Part, string Title, IReadOnlyList<Heading> Headings)
{
    /// <summary>With those headings alone that are asked on this case.</summary>
    public HeadingBlock In(Case @case) => this with { Headings = [.. Headings.Where(heading => Cases.Headings.AreAsked(@case, heading))] };

    /// <summary>Who is asked for it; a heading that everybody may add to asks whoever is asked for the rest.</summary>
    public WhoFills WhoFills =>
        Headings.Select(heading => heading.WhoFills).FirstOrDefault(who => who != WhoFills.EachAgency, WhoFills.EachAgency);
}
