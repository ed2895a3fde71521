using System.Text.Json.Serialization;
using StrategyBot.Rules;

namespace StrategyBot.Cases.Facts;

/// <summary>Facts of where each child is safe, and of the interim safety plan.</summary>
internal abstract record SafeguardingFact : Fact, IOfMeeting;

/// <summary>On what footing the child is where they are (P4).</summary>
internal enum SafetyBasis
{
    ParentsAgree,
    PoliceProtection,
    Order,
    None,

    /// <summary>Half of the position is saved, and this is not in it yet.</summary>
    NotSaidYet,

    /// <summary>Stays in hospital for treatment (P31).</summary>
    StaysForTreatment,

    /// <summary>Section 20: the parents agree that the authority accommodates the child (P31).</summary>
    Section20,
}

/// <summary>Where one child is safe, until when that must be decided, and whom to ring (P4).</summary>
/// <param name="BasisFrom">When police protection began; it expires 72 clock hours later (P4 (k)).</param>
/// <param name="DecideBy">Runs on clock hours until the child is confirmed safe.</param>
internal sealed record PositionRecorded(
    string Where, string WithWhom, string Supervision, SafetyBasis Basis, DateTimeOffset? BasisFrom, DateTimeOffset? DecideBy,
    string IfTakenRing) : SafeguardingFact
{
    /// <summary>Only the day is known since when: the clock runs from its beginning until the time is confirmed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? SinceToConfirm { get; init; }

    /// <summary>Who with parental responsibility agreed (P31).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AgreedBy { get; init; }

    /// <summary>Who asked them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AskedBy { get; init; }

    /// <summary>Whether they were told that they may withdraw.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public YesNo? ToldMayWithdraw { get; init; }

    /// <summary>The designated officer of police protection.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Officer { get; init; }

    /// <summary>Which order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Order { get; init; }

    /// <summary>When the order ends; before it, it must be decided where the child is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? OrderEnds { get; init; }

    /// <summary>The parents may withdraw it.</summary>
    [JsonIgnore]
    public bool IsAgreement => Basis is SafetyBasis.ParentsAgree or SafetyBasis.Section20 or SafetyBasis.StaysForTreatment;

    /// <summary>What the basis stands on, for whoever may read where the child is.</summary>
    public IEnumerable<(string Label, string Text)> BasisLines() =>
    [
        ("Agreed by", AgreedBy ?? ""),
        ("Asked by", AskedBy ?? ""),
        ("Told that they may withdraw", ToldMayWithdraw is { } told ? WordTables.YesNo.InForm(told) : ""),
        ("Designated officer", Officer ?? ""),
        ("Which order", Order ?? ""),
        ("Order ends", OrderEnds is { } ends ? Words.English.When(ends) : ""),
    ];

    /// <summary><c> from Wed 25 Nov 2026, 10:00</c>, or the day alone; nothing where it isn't known.</summary>
    public string SaySince(string from, Words words) => BasisFrom is not { } at ? ""
        : SinceToConfirm == true ? $" {from} {words.Date(words.LocalDate(at))}, time to be confirmed"
        : $" {from} {words.When(at)}";

    public override Fact Withheld() => this with
    {
        Where = "",
        WithWhom = "",
        Supervision = "",
        IfTakenRing = "",
        AgreedBy = null,
        AskedBy = null,
        Officer = null,
        Order = null,
    };

    /// <summary>Whose each text is that went under another's marking.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<OwnText>? Own { get; init; }

    public override Fact WithheldFrom(Participant reader) => ((PositionRecorded)Withheld()) with
    {
        Where = Read(reader, nameof(Where), Where) ?? "",
        WithWhom = Read(reader, nameof(WithWhom), WithWhom) ?? "",
        Supervision = Read(reader, nameof(Supervision), Supervision) ?? "",
        IfTakenRing = Read(reader, nameof(IfTakenRing), IfTakenRing) ?? "",
        AgreedBy = Read(reader, nameof(AgreedBy), AgreedBy),
        AskedBy = Read(reader, nameof(AskedBy), AskedBy),
        Officer = Read(reader, nameof(Officer), Officer),
        Order = Read(reader, nameof(Order), Order),
    };

    /// <summary>With whose each text is that somebody changed.</summary>
    public PositionRecorded TypedBy(Participant? me, PositionRecorded before) => this with
    {
        Own = OwnText.After(before.Own, me, Audience,
            (nameof(Where), before.Where, Where), (nameof(WithWhom), before.WithWhom, WithWhom),
            (nameof(Supervision), before.Supervision, Supervision), (nameof(IfTakenRing), before.IfTakenRing, IfTakenRing),
            (nameof(AgreedBy), before.AgreedBy, AgreedBy), (nameof(AskedBy), before.AskedBy, AskedBy),
            (nameof(Officer), before.Officer, Officer), (nameof(Order), before.Order, Order)),
    };

    private string? Read(Participant reader, string of, string? text) => OwnText.Read(Own, reader, of, text, null);
}

/// <summary>Whoever agreed to where a child is agrees no more (P31): a significant event, told at once.</summary>
/// <param name="Who">Who withdrew it.</param>
internal sealed record ConsentWithdrawn(string Who, string What) : SafeguardingFact
{
    public override Fact Withheld() => this with { Who = "", What = "" };
}

/// <summary>What puts a child in danger now (P28).</summary>
internal enum DangerKind
{
    BeingTaken,
    PlanNotFollowed,
    Other,
}

/// <summary>Somebody says that a child is in danger now (P28): of one child, or of all where none is named.</summary>
internal sealed record DangerRaised(DangerKind Kind, string What) : SafeguardingFact
{
    public override Fact Withheld() => this with { What = "" };
}

/// <summary>Whoever writes it acts on a danger.</summary>
/// <param name="Raised">The number of the fact that raised it.</param>
internal sealed record DangerAnswered(int Raised, string Doing) : SafeguardingFact
{
    public override Fact Withheld() => this with { Doing = "" };
}

/// <summary>The case is handed over for the night, the weekend or in the morning (P27).</summary>
/// <param name="Whom">A participant's id, or a role of the procedure.</param>
/// <param name="What">What they have to know until then.</param>
internal sealed record HandoverGiven(string Whom, string What) : SafeguardingFact
{
    public override Fact Withheld() => this with { What = "" };
}

/// <summary>Whoever it was handed over to took it on.</summary>
/// <param name="Given">The number of the fact that handed it over.</param>
internal sealed record HandoverAccepted(int Given) : SafeguardingFact
{
    /// <summary>How they said so, where another wrote it down.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Via? Told { get; init; }

    /// <summary>Who said so there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Who { get; init; }

    public override Fact Withheld() => this with { Who = null };
}

/// <summary>It is handed over no more: it stays with who gave it.</summary>
/// <param name="Given">The number of the fact that handed it over.</param>
internal sealed record HandoverTakenBack(int Given) : SafeguardingFact;

/// <summary>What came of going to see a child (P29).</summary>
internal enum VisitOutcome
{
    SeenAlone,
    SeenWithOthers,
    AccessRefused,
    NotFound,
    WhereaboutsWithheld,
}

/// <summary>Somebody saw a child in the enquiry, or tried to (P29); when, stands in the envelope.</summary>
/// <param name="ByWhom">Who went; whoever writes it down, where it is empty.</param>
internal sealed record ChildVisited(VisitOutcome Outcome, string ByWhom, string What) : SafeguardingFact
{
    /// <summary>Only the day is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? TimeToConfirm { get; init; }

    [JsonIgnore]
    public bool IsSeen => Outcome is VisitOutcome.SeenAlone or VisitOutcome.SeenWithOthers;

    public override Fact Withheld() => this with { ByWhom = "", What = "" };
}

/// <summary>What legal advice came to, where a child could not be seen.</summary>
internal enum AdviceOutcome
{
    OrderAppliedFor,
    SafeguardedWithout,
}

/// <summary>A child could not be seen, and legal advice was taken: which order is applied for, or why the child is safeguarded without
/// (section 47(6), P29).</summary>
internal sealed record LegalAdviceTaken(AdviceOutcome Outcome, string What) : SafeguardingFact
{
    public override Fact Withheld() => this with { What = "" };
}

/// <summary>Nobody speaks with somebody of the family before the police say so (P5).</summary>
/// <param name="Adult">Whom it is about; <c>null</c> = everybody in the family.</param>
/// <param name="ReviewAt">When police and chair are asked. It never lifts by itself.</param>
/// <param name="MaySay">What staff may say meanwhile: for all who might be asked.</param>
internal sealed record ContactHeld(AdultId? Adult, DateTimeOffset ReviewAt, string Because, string MaySay) : SafeguardingFact
{
    public override Fact Withheld() => this with { Because = "", MaySay = "" };

    public override Fact WithheldFrom(Participant reader) => this with { Because = "" };
}

/// <summary>Contact is held no more: by the police, or by the chair with a reason after trying them (P5).</summary>
/// <param name="Tried">Who of the police was tried, where the chair lifts it.</param>
internal sealed record ContactHoldLifted(AdultId? Adult, string Because, string Tried) : SafeguardingFact
{
    public override Fact Withheld() => this with { Because = "", Tried = "" };
}

/// <summary>On what footing conditions hold an adult (P32).</summary>
internal enum BailKind
{
    PoliceBail,
    CourtBail,
    CourtOrder,
}

/// <summary>Bail or court conditions on an adult (P32): everybody reads on whom and until when, the conditions those whom the marking
/// names.</summary>
/// <param name="Adult">On whom; <c>null</c> = somebody who isn't on the case.</param>
/// <param name="EndsAt">Until when; <c>null</c> = nobody knows yet, and it is asked for.</param>
internal sealed record BailSaid(AdultId? Adult, BailKind Kind, string Conditions, DateTimeOffset? EndsAt) : SafeguardingFact
{
    /// <summary>The number of the fact that it takes the place of: it was varied.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Varies { get; init; }

    /// <summary>Only the day is known: the clock runs until its beginning.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? TimeToConfirm { get; init; }

    public override Fact Withheld() => this with { Conditions = "" };
}

/// <summary>How bail or court conditions ended (P32).</summary>
internal enum BailEnd
{
    Lifted,
    NoFurtherAction,
    Otherwise,
}

/// <summary>Bail or court conditions stand no more (P32): a significant event.</summary>
/// <param name="Said">The number of the fact that said them.</param>
internal sealed record BailEnded(int Said, BailEnd How, string What) : SafeguardingFact
{
    public override Fact Withheld() => this with { What = "" };
}

/// <summary>Answers the decide-by of the position (P4).</summary>
internal sealed record ChildConfirmedSafe(string How) : SafeguardingFact
{
    public override Fact Withheld() => this with { How = "" };
}

/// <summary>An agency holds the child until it hears the outcome: it is told first (R53). <c>null</c> = nobody holds the child.</summary>
internal sealed record HolderNamed(ParticipantId? Holder) : SafeguardingFact
{
    /// <summary>The ward or school that holds the child, with or without somebody of it on the case (P35).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HeldAt? Place { get; init; }

    public override Fact Withheld() => this with { Place = Place is null ? null : new("", "") };
}

/// <summary>A place that holds a child.</summary>
/// <param name="Phone">It is rung before anything is written to anybody.</param>
internal sealed record HeldAt(string Name, string Phone);

/// <summary>A place that holds a child was rung, and knows the outcome (P35).</summary>
/// <param name="Who">Who answered: name and role.</param>
/// <param name="Number">What they were told, as <see cref="Telling"/> counts it; 0: what was agreed.</param>
/// <param name="Shift">When the shift changes there next; <c>null</c> where nobody changes.</param>
internal sealed record HolderRung(string Who, int Number, TimeOnly? Shift) : SafeguardingFact
{
    public override Fact Withheld() => this with { Who = "" };
}

/// <summary>Considered, and no interim safety plan is needed, because (R61).</summary>
internal sealed record NoSafetyPlanNeeded(string Because) : SafeguardingFact
{
    public override Fact Withheld() => this with { Because = "" };
}

/// <summary>Whether the interim safety plan keeps the children safe, as a review found it.</summary>
internal enum PlanWorks
{
    Works,
    InPart,
    NotFollowed,
}

/// <summary>Where and with whom the interim safety plan was reviewed (R83, R84).</summary>
internal enum ReviewedHow
{
    FamilyFirst,
    WithoutFamily,
    ChildInNeed,
    Conference,
    CoreGroup,
    FamilyGroupConference,
    ChildInCare,
}

/// <summary>The interim safety plan was reviewed (R83, R85); when, stands in the envelope, and the next day in a fact of its own.</summary>
/// <param name="WithFamily">Whether the family reviewed it first.</param>
/// <param name="What">What was found, what the family says, or why they were not asked.</param>
internal sealed record SafetyReviewHeld(YesNo WithFamily, PlanWorks Works, string What) : SafeguardingFact
{
    /// <summary>Where it was; <c>null</c> of an earlier release.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReviewedHow? How { get; init; }

    /// <summary>In the middle of a sentence.</summary>
    public string SayHow() => How is { } how ? WordTables.ReviewedHow.InList(how)
        : WordTables.ReviewedHow.InList(WithFamily == YesNo.Yes ? ReviewedHow.FamilyFirst : ReviewedHow.WithoutFamily);

    public override Fact Withheld() => this with { What = "" };
}

/// <summary>When the interim safety plan is reviewed (R83).</summary>
internal sealed record SafetyReviewSet(DateOnly On) : SafeguardingFact
{
    /// <summary>Why, once the meeting was over; <c>null</c> where the meeting itself did it, and in facts of before it was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanChange? Change { get; init; }

    public override Fact Withheld() => Change is null ? this : this with { Change = Change.Withheld() };
}
