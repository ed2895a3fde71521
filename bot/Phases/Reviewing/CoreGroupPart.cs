namespace StrategyBot.Phases.Reviewing;

/// <summary>Who is in the core group, as the conference said (R114).</summary>
internal sealed class CoreGroupMembersPart : IPart<CoreGroupMembersPart.Form>
{
    public const string Title = "Who is in the core group";

    public sealed record Form(
        string Case, string? Child = null, IReadOnlyList<string>? People = null, IReadOnlyList<string>? Family = null,
        ChildInGroup? ChildIs = null, string? Words = null, bool Somebody = false) : ICaseForm;

    public static PartId Id => new("reviewing/members");

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child"];

    public static PartButton Button(Case @case, string child) => Id.Button(Title, new Form(@case.Ref.Value, child));

    public Refusal? Bars(FormPage page, Form asked) => PlanMeant.WhyNot(page.Me, page.Whole, asked.Child);

    public Drawn Draw(FormPage page, Form asked)
    {
        var stands = PlanMeant.Same(PlanMeant.Of(page.Case, asked.Child).Select(plan => plan.Members));
        var able = CoreGroupRule.Able(page.Whole);
        return new(Title,
        [
            .. ChildChoice.For(page.Case, asked.Child),
            PersonChoice.Several("people", "Professionals: each is told of its dates", able, stands?.Professionals
                ?? able.Where(person => person.Roles.Contains(Role.SocialWorker) || person.Roles.Contains(Role.CoreGroup))
                    .Select(person => person.Id)),
            .. page.Case.Adults.Count == 0 ? (IReadOnlyList<CardElement>)[] :
            [
                new ChoiceSetInput("family", "Family: the social worker tells them",
                    [.. page.Case.Adults.Select(adult =>
                        new Choice(Shortened.To(FormCard.Line, page.Case.NameOf(adult.Id.Value)), adult.Id.Value))])
                {
                    IsMultiSelect = true,
                    Style = ChoiceSetStyle.Expanded,
                    Value = stands is { Family.Count: > 0 } ? string.Join(',', stands.Family.Select(id => id.Value)) : null,
                },
            ],
            Choices.Radios("childIs", "The child", WordTables.ChildInGroup, stands?.ChildIs),
            new TextInput("words", "Others of the family, and who brings the child's views")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Words,
            },
        ])
        {
            Preselected = stands is null ? ["people"] : [],
            Saves = [new("Save"), new("Save, and add somebody", new { Somebody = true })],
        };
    }

    public Decision Decide(FormPage page, Form typed) => CoreGroupRule.Members(
        page.Whole, page.Me, typed.Child, typed.People, typed.Family, typed.ChildIs, typed.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("who is in the core group");

    public PartButton? Next(FormPage page, Kept<Form> kept) => kept.Typed.Somebody ? AddToCoreGroupPart.Button(page.Case)
        : CoreGroupPart.Next(page, kept.Typed.Child);
}

/// <summary>Somebody comes into the core group who was not at the strategy meeting: nothing of it is theirs to read.</summary>
internal sealed class AddToCoreGroupPart : IPart<AddToCoreGroupPart.Form>
{
    public const string Title = "Add somebody to the core group";

    /// <param name="Back">The part that it was opened from, where that isn't the core group.</param>
    public sealed record Form(
        string Case, string? Name = null, string? Title = null, string? Agency = null, string? Mail = null, string? Phone = null,
        string? Back = null) : ICaseForm;

    public static PartId Id => new("reviewing/member");

    public static Capability Needs => Capability.KeepEnquiry;

    public static PartButton Button(Case @case, string? back = null) => Id.Button(Title, new Form(@case.Ref.Value, Back: back));

    public Refusal? Bars(FormPage page, Form asked) => PlanMeant.WhyNot(page.Me, page.Whole, ChildChoice.All);

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new TextBlock("They have their own actions here, and hear of the dates. They read nothing of the strategy meeting."),
        new TextInput("name", "Name") { MaxLength = FormCard.Line },
        new TextInput("title", "Role, like health visitor") { MaxLength = FormCard.Line },
        new ChoiceSetInput("agency", "Agency", [.. Enum.GetValues<Agency>().Select(agency =>
            new Choice(agency.Name(), WordTables.ValueOf(agency)))]),
        new TextInput("mail", "Mail") { MaxLength = FormCard.Line },
        new TextInput("phone", "Telephone") { MaxLength = FormCard.Line },
    ])
    {
        Saves = [new("Add them")],
    };

    public Decision Decide(FormPage page, Form typed) =>
        CoreGroupRule.Add(page.Whole, page.Me, typed.Name, typed.Title, typed.Agency, typed.Mail, typed.Phone);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("they are on the case. Tick them below");

    public PartButton? Next(FormPage page, Kept<Form> kept) => kept.Typed.Back == PartIds.OutlinePlan
        ? OutlinePlanPart.Button(page.Case, ChildChoice.All) : CoreGroupMembersPart.Button(page.Case, ChildChoice.All);
}

/// <summary>A core group gets its day, time and place (R114, R115).</summary>
internal sealed class CoreGroupPart : IPart<CoreGroupPart.Form>
{
    public const string Title = "Arrange the core group";

    public sealed record Form(
        string Case, string? Child = null, int? Number = null, DateOnly? Day = null, TimeOnly? Time = null, string? Where = null,
        string? Because = null) : ICaseForm;

    public static PartId Id => new(PartIds.CoreGroup);

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child", "number"];

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["day", "time"]];

    public static PartButton Button(Case @case, string child, int? number) => Id.Button(Title, new Form(@case.Ref.Value, child, number));

    public Refusal? Bars(FormPage page, Form asked) =>
        PlanMeant.WhyNotGroup(page.Me, page.Whole, asked.Child, asked.Number);

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = PlanMeant.Groups(page.Case, asked.Child, asked.Number);
        var (first, stands) = (meant.MinBy(one => one.One.Due.On).One, PlanMeant.Same(meant.Select(one => one.One.Stands)));
        var (days, today) = (page.Whole.Clocks.Days, page.Words.LocalDate(page.Now));
        var last = days.OnOrBefore(first.Due.On);
        return new($"{Title} – {first.Number}",
        [
            new TextBlock($"It has to meet by {first.Due.SayRule(page.Words)}."),
            .. SourceNote.Of(first.Due),
            .. ChildChoice.For(page.Case, asked.Child),
            new DateInput("day", "Day")
            {
                Value = stands is not null ? page.Words.LocalDate(stands.At) : last > today ? last : days.After(today, 1),
            },
            new TimeInput("time", "Time") { Value = stands is null ? new(10, 0) : page.Words.LocalTime(stands.At) },
            new TextInput("where", "Where") { MaxLength = FormCard.Line, Value = stands?.Where },
            new TextInput("because", "If it is after that day: why") { MaxLength = FormCard.Line, Value = stands?.Because },
        ])
        {
            Preselected = stands is null ? ["day", "time"] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) => PlanMeant.At(page, typed.Day, typed.Time, at => CoreGroupRule.Arrange(
        page.Whole, page.Me, typed.Child, typed.Number, at, typed.Where, typed.Because, page.Now, page.Words));

    public Echo Saved(FormPage page, Kept<Form> kept) => new(
        PlanMeant.Groups(page.Case, kept.Typed.Child, kept.Typed.Number) is [var (_, one), ..] && one.Arranged is { } at
            ? $"the core group meets {page.Words.When(at.Fact.At)}. Its professionals are told; tell the family" : "the core group");

    public PartButton? Next(FormPage page, Kept<Form> kept) => ProtectionPlanPage.Button(page.Case);

    /// <summary>The next one's day, where it has none; else the whole plan.</summary>
    internal static PartButton Next(FormPage page, string? child) => PlanMeant.NextGroup(page.Whole, child) is { } number
        && PlanMeant.Groups(page.Whole, child, number).Any(one => one.One.Stands is null)
            ? Button(page.Case, child ?? ChildChoice.All, number) : ProtectionPlanPage.Button(page.Case);
}

/// <summary>A core group was held: who came, how the plan goes, what was agreed (R115, R121).</summary>
internal sealed class CoreGroupHeldPart : IPart<CoreGroupHeldPart.Form>
{
    public const string Title = "Core group held";

    public sealed record Form(
        string Case, string? Child = null, int? Number = null, DateOnly? On = null, IReadOnlyList<string>? Came = null,
        PlanGoing? Going = null, string? Words = null, bool Actions = false) : ICaseForm;

    public static PartId Id => new("reviewing/core-group-held");

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child", "number"];

    public static PartButton Button(Case @case, string child, int? number) => Id.Button(Title, new Form(@case.Ref.Value, child, number));

    public Refusal? Bars(FormPage page, Form asked) =>
        PlanMeant.WhyNotGroup(page.Me, page.Whole, asked.Child, asked.Number);

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = PlanMeant.Groups(page.Case, asked.Child, asked.Number);
        var (first, stands) = (meant[0].One, PlanMeant.Same(meant.Select(one => one.One.Held)));
        var members = meant[0].Plan.Members?.Fact.Professionals ?? [];
        var today = page.Words.LocalDate(page.Now);
        return new($"{Title} – {first.Number}",
        [
            .. Raised(page),
            .. ChildChoice.For(page.Case, asked.Child),
            new DateInput("on", "On which day? Leave it out for today")
            {
                Value = stands?.On ?? (first.Stands is { } at && page.Words.LocalDate(at.Fact.At) <= today
                    ? page.Words.LocalDate(at.Fact.At) : null),
            },
            PersonChoice.Several("came", "Which professionals came?", CoreGroupRule.Able(page.Whole).Where(person =>
                members.Count == 0 || members.Contains(person.Id) || stands?.Came.Contains(person.Id) == true), stands?.Came),
            Choices.Radios("going", "How does the plan go?", WordTables.PlanGoing, stands?.Going),
            new TextInput("words", "What was agreed. What the child and the family say")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Words,
            },
        ])
        {
            Preselected = stands is null ? ["on"] : [],
            Saves = [new("It was held"), new("It was held: add its actions", new { Actions = true })],
            Beside = [CoreGroupNotHeldPart.Button(page.Case, asked.Child ?? ChildChoice.All, first.Number).Send()],
        };
    }

    public Decision Decide(FormPage page, Form typed) => CoreGroupRule.Held(
        page.Whole, page.Me, typed.Child, typed.Number, typed.On, typed.Came, typed.Going, typed.Words, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept)
    {
        var next = PlanMeant.Of(page.Case, kept.Typed.Child).Select(plan => plan.NextGroup).OfType<CoreGroup>()
            .MinBy(group => group.Due.On);
        return new(next is null ? "the core group was held"
            : $"the core group was held. The next has to meet by {page.Words.Date(next.Due.On)}");
    }

    /// <summary>Its actions one after the other, and from there to the plan.</summary>
    public PartButton? Next(FormPage page, Kept<Form> kept) => kept.Typed.Actions
        ? new PartId(PartIds.Action).Button("Add one", new RowForm(page.Case.Ref.Value, Back: PartIds.ProtectionPlan))
        : CoreGroupPart.Next(page, kept.Typed.Child);

    /// <summary>What somebody can't do is the group's to answer (R121).</summary>
    private static IEnumerable<CardElement> Raised(FormPage page)
    {
        if (CoreGroupRule.Raised(page.Case) is not { Count: > 0 } raised)
        {
            yield break;
        }

        yield return new TextBlock("For the group to answer, as its owner can't do it:") { Weight = TextWeight.Bolder };
        foreach (var action in raised)
        {
            yield return new PlainText(Shortened.To(FormCard.Line,
                $"{action.Fact.What} ({page.Case.Find(action.Fact.Owner)?.Name ?? "nobody"})"));
        }
    }
}

/// <summary>A core group was not held, and why; its limit stays.</summary>
internal sealed class CoreGroupNotHeldPart : IPart<CoreGroupNotHeldPart.Form>
{
    public const string Title = "It was not held";

    public sealed record Form(
        string Case, string? Child = null, int? Number = null, DateOnly? On = null, NotHeldCause? Cause = null, string? Words = null)
        : ICaseForm;

    public static PartId Id => new("reviewing/core-group-not-held");

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child", "number"];

    public static PartButton Button(Case @case, string child, int? number) => Id.Button(Title, new Form(@case.Ref.Value, child, number));

    public Refusal? Bars(FormPage page, Form asked) =>
        PlanMeant.WhyNotGroup(page.Me, page.Whole, asked.Child, asked.Number);

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = PlanMeant.Groups(page.Case, asked.Child, asked.Number);
        var (first, stands) = (meant[0].One, PlanMeant.Same(meant.Select(one => one.One.NotHeld is [.., var last] ? last : null)));
        return new($"Core group {first.Number}: {char.ToLowerInvariant(Title[0])}{Title[1..]}",
        [
            new TextBlock($"Its limit stays {page.Words.Date(first.Due.On)}. Arrange another day next."),
            .. ChildChoice.For(page.Case, asked.Child),
            new DateInput("on", "On which day was it to be? Leave it out for today") { Value = stands?.On },
            Choices.Radios("cause", "Why?", WordTables.NotHeldCause, stands?.Cause),
            new TextInput("words", "In a line: what happened, and who watches over the plan until it meets")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Words,
            },
        ]);
    }

    public Decision Decide(FormPage page, Form typed) => CoreGroupRule.NotHeld(
        page.Whole, page.Me, typed.Child, typed.Number, typed.On, typed.Cause, typed.Words, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the core group was not held");

    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        CoreGroupPart.Button(page.Case, kept.Typed.Child ?? ChildChoice.All, kept.Typed.Number);
}
