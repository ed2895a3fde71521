namespace StrategyBot.Cases;

/// <summary>The one table of headings: Part 1 (R25–R38, R40) and Part 2 (R41–R58), in the order of paper 004 and of the minutes.</summary>
internal static class Headings
{
    private static readonly Heading.Option[] Open =
        [new(Heading.NothingHeld, WordTables.AnswerKind.InForm(Facts.AnswerKind.NothingHeld), IsAlone: true),
        new(Heading.NotKnownYet, WordTables.AnswerKind.InForm(Facts.AnswerKind.NotKnownYet), IsAlone: true)];

    private static readonly Heading.Option[] YesNo =
    [
        new("yes", WordTables.YesNo.InForm(Facts.YesNo.Yes)),
        new("no", WordTables.YesNo.InForm(Facts.YesNo.No)),
        new(Heading.NotKnownYet, WordTables.AnswerKind.InForm(Facts.AnswerKind.NotKnownYet)),
    ];

    // The forms, by what they are called; which headings one has, the headings say.
    private static readonly Dictionary<string, string> Titles = new()
    {
        ["before"] = "Before the meeting",
        ["existing-plan"] = "Assessment or plan in place",
        ["the-concern"] = "The concern",
        ["child-and-family"] = "Child and family",
        ["needs"] = "Needs for protection, MARAC",
        ["police-referrals"] = "MAPPA and intelligence form",
        ["investigation"] = "Criminal investigation",
        ["medical"] = "Medical assessment",
        ["discharge"] = "Discharge and CP-IS",
        ["abe"] = "ABE interview",
        ["seen"] = "Seeing and hearing the child",
        ["culture"] = "Culture and interpreter",
        ["family-told"] = "Who leads, and what the family is told",
        ["legal"] = "Legal action and review meeting",
        ["no-enquiry"] = "No section 47 enquiry: what stays",
    };

    // The forms of earlier releases, with the headings as they were asked then: cards that are still open name them.
    private static readonly IReadOnlyList<(string Id, IReadOnlyList<string> Headings)> FormerForms =
    [
        ("assessments", ["risk-assessments", "existing-plan"]),
        ("concern", ["cause", "seriousness"]),
        ("pattern", ["recurring", "vulnerability"]),
        ("family", ["strengths", "weaknesses"]),
        ("context", ["context", "protection-needs"]),
        ("adults", ["parents", "carers"]),
        ("factors", ["risk-factors", "category"]),
        ("referrals", ["marac", "mappa"]),
        ("intelligence", ["intelligence"]),
        ("criminal", ["criminal", "leads"]),
        ("enquiry", ["enquiry-plan", "medical"]),
        ("hospital", ["discharge", "abe"]),
        ("others", ["other-children", "family-told"]),
    ];

    public static IReadOnlyList<Heading> All { get; } =
    [
        Own("information", "R26", 1, "What each agency knows",
            "What does your agency hold about this child and household?", WhoFills.EachAgency, binds: true),
        Words("contact-before", "R128", "before", "Contact before the meeting",
            "Was the child or family seen or told before it? By whom, when, what was said, and why before?", true, WhoFills.SocialWorker)
            with { IsLater = true },
        Words("earlier", "R130", "before", "Earlier meetings, enquiries and plans",
            "Strategy meetings, section 47 enquiries and plans: in the last 12 months, and ever. Was the chronology seen?",
            true, WhoFills.SocialWorker)
            .Explaining("which records were checked, and by whom", Heading.NothingHeld)
            with { IsLater = true },
        Ticks("risk-assessments", "R27", "assessments", "Risk assessments already made",
            "Which risk assessments exist? Say the date, by whom and the score.", WhoFills.EachAgency, false,
            ("dash", "DASH"), ("cse", "Child sexual exploitation"), ("neglect", "Neglect tool"), ("other", "Another")),
        Ticks("existing-plan", "R34", "existing-plan", "Assessment or plan in place",
            "Is there an assessment or a plan already? Give its key action points.", WhoFills.SocialWorker, true,
            ("none", "None"), ("early-help", "Early help"), ("child-in-need", "Child in need"), ("child-protection", "Child protection"),
            ("looked-after", "Looked-after child"))
            .Explaining("its key action points", "early-help", "child-in-need", "child-protection", "looked-after"),
        Words("child-said", "R131", "seen", "What the child has said or shown",
            "In the child's own words. Who heard it, and when?", true, WhoFills.SocialWorker)
            with { IsLater = true },
        Words("cause", "R28", "the-concern", "Cause for concern", "What is the cause for concern?", true),
        OneOf("seriousness", "R28", "the-concern", "Seriousness", "How serious is it, and why?", WhoFills.Chair, true, ("low",
            "Low"), ("medium", "Medium"), ("high", "High"), ("very-high", "Very high"))
            .Explaining("why", "low", "medium", "high", "very-high"),
        Words("recurring", "R28", "the-concern", "Recurring events", "What has happened before?", true)
            .Explaining("which records were checked, and by whom", Heading.NothingHeld),
        Words("vulnerability", "R28", "child-and-family", "Vulnerability of the child", "What makes this child vulnerable?", true),
        Words("strengths", "R29", "child-and-family", "Strengths of the family", "What are the strengths of the family?", true),
        Words("weaknesses", "R29", "child-and-family", "Weaknesses of the family", "What are the weaknesses of the family?", true),
        Words("context", "R30", "child-and-family", "Risks and context",
            "What are the risks to each child, and in what context do they live?", true),
        Words("protection-needs", "R31", "needs", "Needs for protection",
            "What does the child need to be protected from, and by what?", true) with { GuardsChild = true },
        Words("parents", "R32", "adults", "Both parents",
            "Both parents: can each keep the child safe? Say so where one is not known, and why.", true, WhoFills.SocialWorker)
            .Explaining("what was checked, and by whom", Heading.NothingHeld).Explaining("why it is not known", Heading.NotKnownYet),
        Words("carers", "R32", "adults", "Other carers and partners",
            "Grandparents, other carers, partners of the parents: can they keep the child safe?", true, WhoFills.SocialWorker)
            .Explaining("what was checked, and by whom", Heading.NothingHeld).Explaining("why it is not known", Heading.NotKnownYet),
        Ticks("risk-factors", "R33", "factors", "Risk factors",
            "Which risk factors are there? One line of evidence for each.", WhoFills.Chair, true,
            ("mental-health", "Parental mental health"), ("substance", "Parental substance misuse"), ("domestic-abuse", "Domestic abuse"),
            ("isolation", "Social isolation or immigration"), ("other", "Another"))
            .Explaining("the evidence", "mental-health", "substance", "domestic-abuse", "isolation", "other"),
        Ticks("category", "R38", "factors", "Category of harm", "Which categories of harm, and which is the main one?", WhoFills.Chair,
            true,
            ("physical", "Physical"), ("emotional", "Emotional"), ("sexual", "Sexual"), ("neglect", "Neglect")),
        Asked("marac", "R35", 1, "needs", "MARAC", "Should a referral be made to MARAC?", WhoFills.Chair)
            .Explaining("who makes the referral", "yes").Explaining("why none is made", "no"),
        Asked("mappa", "R35", 1, "police-referrals", "MAPPA", "Should a referral be made to MAPPA?", WhoFills.Police)
            .Explaining("who makes the referral", "yes").Explaining("why none is made", "no")
            with { IsConfirmed = true },
        Asked("intelligence", "R36", 1, "police-referrals", "Intelligence form", "Should an intelligence form be submitted?",
            WhoFills.Police)
            .Explaining("who submits it", "yes").Explaining("why nobody does", "no")
            with { IsConfirmed = true },
        Own("views", "R40", 1, "Views",
            "Is there reasonable cause to suspect that the child is suffering, or is likely to suffer, significant harm?",
            WhoFills.EachAgency, binds: true),
        Own("reasonable-cause", "R1", 2, "Reasonable cause",
            "Is there reasonable cause to suspect that the child is suffering, or is likely to suffer, significant harm?",
            WhoFills.Chair, binds: true),
        Own("section47", "R45", 2, "Section 47 enquiry",
            "Start, continue or do not start a section 47 enquiry?", WhoFills.Chair, binds: true),
        Words("criminal", "R42", "investigation", "Criminal investigation",
            "Conduct and timing of any criminal investigation, and the officer in the case.", true, WhoFills.Police, part: 2)
            with { IsConfirmed = true, PromptsOfABaby = true },
        Words("criminal-timing", "R42", "investigation", "Timing of the investigation",
            "What happens when: interviews, arrests, examinations?", true, WhoFills.Police, part: 2)
            with { IsLater = true, Where = new("criminal", Heading.Known) },
        Words("officer", "R42", "investigation", "Officer in the case", "Who is the officer in the case, and how are they reached?",
            true, WhoFills.Police, part: 2)
            with { IsLater = true, Where = new("criminal", Heading.Known) },
        Words("leads", "R56", "family-told", "Who leads",
            "Joint enquiry: who leads for the police, who for social care?", false, WhoFills.Chair, part: 2),
        Words("enquiry-plan", "R46", "enquiry-plan", "How the enquiry is done",
            "Who carries out what, by when, and for what purpose?", true, WhoFills.Chair, part: 2),
        Asked("medical", "R46", 2, "medical", "Medical assessment",
            "Is a medical assessment needed? Which, who arranges it, when; if not, why not.", WhoFills.Health)
            .Explaining("which, who arranges it and when", "yes").Explaining("why none is needed", "no")
            with { IsConfirmed = true, PromptsOfABaby = true, GuardsChild = true },
        (Asked("medical-consent", "P43", 2, "medical", "Consent to the medical",
            "Was consent to the medical asked for, and given?", WhoFills.Health)
            with
            {
                Kind = HeadingKind.OneOf,
                Options =
                [
                    new("given", "Given"), new("refused", "Refused: legal advice is needed"), new("not-asked", "Not asked yet"),
                    YesNo[^1],
                ],
                IsLater = true,
                Where = new("medical", "yes"),
            }).Explaining("asked of whom, by whom and when", "given", "refused"),
        Asked("siblings-examined", "P43", 2, "medical", "Brothers and sisters examined", "Are brothers and sisters examined too?",
            WhoFills.Health)
            with
            {
                Options = [.. YesNo.Take(2), new("none", "There are none"), YesNo[^1]],
                IsWordless = true,
                IsLater = true,
                Where = new("medical", "yes"),
            },
        Asked("discharge", "R44", 2, "discharge", "Safe discharge",
            "Is the child in hospital? If so: not to be discharged until …", WhoFills.Health)
            .Explaining("what has to be in place before the child goes home", "yes")
            with { IsConfirmed = true, GuardsChild = true },
        Asked("cp-is", "R142", 2, "discharge", "CP-IS", "Was the child protection information system (CP-IS) checked?", WhoFills.Health)
            .Explaining("what it showed", "yes").Explaining("why it was not checked", "no")
            with { IsLater = true },
        Asked("abe", "R48", 2, "abe", "ABE interview",
            "Is an ABE interview required? Who, where, how the family is told; if not, why not.", WhoFills.Police)
            .Explaining("who, where and how the family is told", "yes").Explaining("why none is needed", "no")
            with { IsConfirmed = true, Options = [new("not-applicable-age", "Not applicable – age") { IsOfABaby = true }, .. YesNo] },
        Words("seen-alone", "R47", "seen", "Seeing the child alone",
            "When is the child seen alone, and by whom? If not alone, why?", true, WhoFills.SocialWorker, part: 2)
            with
            {
                IsConfirmed = true,
                GuardsChild = true,
                OfABaby = "Observed with whom, by whom and when (a baby isn't seen alone)",
            },
        Words("wishes", "R47", "seen", "Wishes and feelings",
            "How will the child's wishes and feelings be heard?", true, WhoFills.SocialWorker, part: 2),
        Words("culture", "R49", "culture", "Race, ethnicity and culture",
            "How are race, ethnicity, culture, faith and disability taken into account?", true, WhoFills.SocialWorker, part: 2),
        Asked("interpreter", "R49", 2, "culture", "Interpreter", "Is an interpreter needed? For which language?", WhoFills.SocialWorker)
            .Explaining("the language", "yes")
            with { IsConfirmed = true },
        Words("other-children", "R50", "other-children", "Other children",
            "Which other children may be affected? For each: in this enquiry, a separate meeting, or neither, and why.",
            true, WhoFills.Chair, part: 2),
        (Asked("family-group", "R134", 2, "before", "Family group decision-making",
            "Was family group decision-making considered or offered?", WhoFills.SocialWorker)
            with
            {
                Kind = HeadingKind.OneOf,
                Options =
                [
                    new("considered", "Considered"), new("offered", "Offered"), new("refused", "Refused by the family"),
                    new("not-appropriate", "Not appropriate"), YesNo[^1],
                ],
                IsLater = true,
            }).Explaining("why", "not-appropriate").Explaining("by whom, and why", "refused"),
        Words("family-told", "R51", "family-told", "What the family is told",
            "What is shared with the family, who tells them, when? If nothing: risk to the child, or to the police investigation?",
            true, WhoFills.Chair, part: 2)
            .Explaining("why nothing is shared", Heading.NothingHeld),
        Words("not-shared", "R135", "family-told", "Information not shared",
            "With whom, why it would be more detrimental to the child, and who decided it.", false, WhoFills.Chair, part: 2)
            with { IsLater = true },
        Words("why-by-phone", "R129", "family-told", "Why by telephone",
            "Why not face to face or by video, and who agreed to it?", true, WhoFills.Chair, part: 2)
            with { IsLater = true, IsByPhone = true },
        Asked("legal", "R52", 2, "legal", "Legal action", "Is legal action required?", WhoFills.Chair)
            .Explaining("which, and who asks for it", "yes"),
        Asked("review-meeting", "R54", 2, "legal", "Review strategy meeting",
            "Should a review strategy meeting be held? On what date?", WhoFills.Chair)
            .Explaining("the date", "yes"),
        WithoutEnquiry(Words("plan-until", "P39", "no-enquiry", "What stays, and until when",
            "Which plan or support stays, and on what day does it end or is it reviewed?", true, WhoFills.SocialWorker, part: 2)),
        WithoutEnquiry(Asked("support-agreed", "P39", 2, "no-enquiry", "The family's agreement to support",
            "Does the family agree to the support?", WhoFills.SocialWorker)).Explaining("who, and what follows", "no"),
        WithoutEnquiry(Words("no-enquiry-told", "P39", "no-enquiry", "Who told the family",
            "Who told the family that no enquiry starts, or tells them, and when?", true, WhoFills.SocialWorker, part: 2)),
        Own("conference", "R55", 2, "Initial child protection conference",
            "Should an initial child protection conference be held?", WhoFills.Chair, binds: true),
        Own("safety-plan", "R61", 2, "Interim safety plan",
            "Who does what by when to keep the child safe now?", WhoFills.Chair, binds: true),
        Own("actions", "R41", 2, "Actions", "Who does what by when, for what purpose, and what if it fails?", WhoFills.Chair, binds: true),
        Own("contingency", "R41", 2, "Contingency", "What happens if the plan fails?", WhoFills.Chair, binds: true),
    ];

    /// <summary>Those of a case: what its procedure asks, and whatever was answered.</summary>
    public static IEnumerable<Heading> Of(Case @case) => All.Where(heading => AreAsked(@case, heading));

    public static bool AreAsked(Case @case, Heading heading) => @case.Meeting.Assessment.Of(heading.Id).IsAnswered
        || ((!heading.IsByPhone || @case.Circumstances?.Mode == MeetingMode.Phone)
            && (!heading.IsHidden || heading.Where!.Holds(@case))
        && (@case.Profile.Headings is { Off: var off } ? !off.Contains(heading.Id) : !heading.IsLater));

    /// <summary>Whether it must be answered, as things stand.</summary>
    public static bool Binds(Case @case, Heading heading) => heading.BindsAtCompletion && heading.Where?.Holds(@case) != false;

    /// <summary>The forms of a case.</summary>
    public static IEnumerable<HeadingBlock> BlocksOf(Case @case) =>
        Blocks.Select(block => block.In(@case)).Where(block => block.Headings.Count > 0);

    /// <summary>The forms that the headings with no form of their own are asked in, in order.</summary>
    public static IReadOnlyList<HeadingBlock> Blocks { get; } =
        [.. All.Where(heading => heading.Kind != HeadingKind.OwnForm && !RowLists.Has(heading.Id))
            .GroupBy(heading => heading.Block)
            .OrderBy(block => Array.IndexOf([.. Titles.Keys], block.Key))
            .Select(block => new HeadingBlock(block.Key, block.First().Part, Titles[block.Key], [.. block]))];

    public static Heading? Find(string id) => All.FirstOrDefault(heading => heading.Id == id);

    /// <summary>A form of today, or one that a card of an earlier release shows.</summary>
    public static HeadingBlock? FindBlock(string id) => Blocks.FirstOrDefault(block => block.Id == id) ?? Former(id);

    private static HeadingBlock? Former(string id) =>
        FormerForms.Where(form => form.Id == id).SelectMany(form => form.Headings).Select(Find)
            .Where(heading => heading is { Kind: not HeadingKind.OwnForm }).Select(heading => heading!).ToList() is { Count: > 0 } headings
            ? new(id, headings[0].Part, string.Join(" · ", headings.Select(heading => heading.Title)), headings)
            : null;

    private static Heading Own(string id, string r, int part, string title, string prompt, WhoFills who, bool binds) =>
        new(id, r, part, id, title, prompt, who, binds, HeadingKind.OwnForm, []);

    private static Heading Words(
        string id, string r, string block, string title, string prompt, bool binds, WhoFills who = WhoFills.Chair, int part = 1) =>
        new(id, r, part, block, title, prompt, who, binds, HeadingKind.Words,
            [new(Heading.Known, "Known"), .. Open]);

    private static Heading Asked(string id, string r, int part, string block, string title, string prompt, WhoFills who) =>
        new(id, r, part, block, title, prompt, who, BindsAtCompletion: true, HeadingKind.YesNo, YesNo);

    /// <summary>Asked once it is decided for a child that no enquiry starts (P39).</summary>
    private static Heading WithoutEnquiry(Heading heading) =>
        heading with { IsLater = true, IsHidden = true, Where = Heading.Condition.NoEnquiry };

    private static Heading Ticks(
        string id, string r, string block, string title, string prompt, WhoFills who, bool binds,
        params (string Id, string Label)[] options) =>
        new(id, r, 1, block, title, prompt, who, binds, HeadingKind.Choices,
            [.. options.Select(option => new Heading.Option(option.Id, option.Label, IsAlone: option.Id == "none")), .. Open]);

    private static Heading OneOf(
        string id, string r, string block, string title, string prompt, WhoFills who, bool binds,
        params (string Id, string Label)[] options) =>
        Ticks(id, r, block, title, prompt, who, binds, options) with { Kind = HeadingKind.OneOf };
}
