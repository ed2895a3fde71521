using StrategyBot.Conversations;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>Suggested invitees by agency, to tick; the core agencies are ticked already (R7–R10).</summary>
internal sealed class InviteesPart(LastKnownPartners partners) : IPart<InviteesPart.Form>, IAsksOutside
{
    private const int MostLines = 12, MostOfTitle = 100;

    /// <param name="ByHand">Somebody is added by hand next.</param>
    /// <param name="Offered">Whom the form showed, by their keys: only they are taken off when unticked.</param>
    public sealed record Form(
        string Case,
        IReadOnlyList<string>? Offered = null,
        IReadOnlyList<string>? Police = null,
        IReadOnlyList<string>? Health = null,
        IReadOnlyList<string>? School = null,
        IReadOnlyList<string>? Midwifery = null,
        IReadOnlyList<string>? Others = null,
        bool ByHand = false) : ICaseForm;

    public static PartId Id => new("convening/invitees");

    public static Capability Needs => Capability.Arrange;

    /// <summary>What the directory told for this turn.</summary>
    public PartnerList Told { get; set; } = new([], null, IsKnown: false);

    public async Task AskAsync(Case @case, Patience patience, CancellationToken cancellationToken) =>
        Told = await partners.AskAsync(patience, cancellationToken);

    public Refusal? Bars(FormPage page, Form asked) => CircumstancesRule.WhyFirst(page.Case);

    public Drawn Draw(FormPage page, Form asked)
    {
        var (@case, groups) = (page.Case, SuggestionRule.For(page.Case, Told.Contacts));
        var caseForm = CaseForm.Of(@case);
        var offered = groups.SelectMany(group => group.People).Select(person => person.One.Key);
        return ConveningDrawing.Of(page, Step.Invitees,
        [
            .. Directory(page),
            .. groups.Where(group => group.People.Count > 0).Select(Ask),
            .. groups.Where(group => group.More > 0).Select(group =>
                new TextBlock($"{group.Agency.Name()}: {group.More} more in the directory. Add them by hand, or say the area first.")
                {
                    IsSubtle = true,
                }),
            .. SuggestionRule.Unfilled(@case, Told.Contacts).Select(line => new TextBlock(CardText.Plain(line))
            {
                Weight = TextWeight.Bolder,
            }),
            .. Besides(@case, groups),
            .. ToRing(),
            .. Desks(@case),
        ]) with
        {
            Preselected = [.. groups.Where(group => group.IsSuggested).Select(group => FieldOf(group.Agency))],
            // The ticks are kept by either.
            Saves = [new("Save and go on", new { offered }), new("Add somebody by hand", new { offered, ByHand = true })],
            Beside = @case.Meeting.IsConvened ? [TakeOffPart.Id.Send("Take somebody off", caseForm)] : [],
            Leaving = @case.Meeting.IsConvened ? [] : [Step.Time.Part(@case).Send("Go on without saving", caseForm)],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        var offered = SuggestionRule.Everybody(page.Whole, Told.Contacts).Where(one => typed.Offered?.Contains(one.Key) == true).ToList();
        var groups = new[] { typed.Police, typed.Health, typed.School, typed.Midwifery, typed.Others };
        string[] ticked = [.. groups.SelectMany(group => group ?? [])];
        return ticked.All(value => offered.Any(one => one.Key == InviteeRule.KeyOf(value))) ? InviteeRule.Tick(page.Whole, offered, ticked)
            : Told.IsKnown ? new CannotBe("Somebody you ticked has left the directory since. Look at the list again.")
            : new CannotBe("The directory of partners can't be read just now. Save again in a minute, or add people by hand.");
    }

    public Echo Saved(FormPage page, Kept<Form> kept) => new($"{page.Case.Invited.Count()} people are on the list, you among them");

    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        kept.Typed.ByHand ? ByHandPart.Id.Button("Add somebody by hand", CaseForm.Of(page.Case)) : Step.Invitees.Next(page.Case);

    private IEnumerable<CardElement> Directory(FormPage page)
    {
        var line = !Told.IsKnown
            ? "The directory of partners can't be read just now. Nothing is lost: add people by hand, or open this again later."
            : Told.AsOf is { } at ? $"The directory can't be read just now; this is how it was {page.Words.Day(page.Now, at)}."
            : null;
        return line is null ? [] : [new TextBlock(line) { Weight = TextWeight.Bolder }];
    }

    private static ChoiceSetInput Ask(SuggestedGroup group) => new(FieldOf(group.Agency), group.Agency.Name(),
        [.. group.People.Select(person => new Choice(Title(person), person.Value))])
    {
        IsMultiSelect = true,
        Style = ChoiceSetStyle.Expanded,
        Value = string.Join(',', group.People.Where(person => person.Ticked).Select(person => person.Value)),
    };

    /// <summary>Whoever is invited and does not stand in a group: named by hand, or the social worker.</summary>
    private IEnumerable<CardElement> Besides(Case @case, IReadOnlyList<SuggestedGroup> groups)
    {
        var listed = groups.SelectMany(group => group.People).Where(person => person.Ticked).Select(person => person.One).ToList();
        var others = @case.Invited.Where(person => person.Id != @case.Meeting.Chair)
            .Where(person => !listed.Any(one => MailAddress.Same(person.Mail, one.Mail) && SameAddress.IsNamed(person, one)))
            .Take(MostLines).Select(person => $"{Shortened.Name(person.Name)}, {person.Agency.Name()}").ToList();
        return
        [
            .. others.Count == 0 ? (IReadOnlyList<CardElement>)[]
                : [new TextBlock(CardText.Plain($"Invited besides: {string.Join("; ", others)}."))],
            .. Lines("In the directory with an address that is somebody else's here",
            [
                .. SuggestionRule.Besides(@case, Told.Contacts).Select(other =>
                    $"{Shortened.Name(other.One.Name ?? "")}, {other.One.Agency?.Name()}: {other.Stands}, has it on this case"),
            ]),
        ];
    }

    private IEnumerable<CardElement> Desks(Case @case) =>
        Lines("Duty desks, to ring", [.. SuggestionRule.Desks(@case, Told.Contacts).Select(desk => desk.Text)]);

    private IEnumerable<CardElement> ToRing() =>
        Lines("In the directory without a mail address, to ring", SuggestionRule.ToRing(Told.Contacts));

    private static IEnumerable<CardElement> Lines(string title, IReadOnlyList<string> lines) => lines.Count == 0 ? [] :
    [
        new TextBlock(title),
        .. lines.Take(MostLines).Select(line => new TextBlock(CardText.Plain(Shortened.To(FormCard.Line, line)))
        {
            IsSubtle = true,
            Spacing = Spacing.None,
        }),
    ];

    /// <summary>Who it is, and by which rule they are proposed.</summary>
    private static string Title(SuggestedPerson person) =>
        Shortened.To(MostOfTitle, Describe(person.One)) + (person.Why.Length > 0 ? $" – {person.Why}" : "")
        + (person.Instead is { } other ? $" – instead of {other.Stands}, who is on the list by this address" : "");

    private static string Describe(Candidate one) => string.Join(", ",
        new[] { one.Name, one.JobTitle, one.Organisation, one.IsDeputy ? "deputy" : one.IsInbox ? "asked who will attend" : "" }
            .Where(part => part is { Length: > 0 }).Distinct().Select(part => Shortened.Name(part!)));

    private static string FieldOf(Agency agency) => agency is Agency.Police or Agency.Health or Agency.School or Agency.Midwifery
        ? WordTables.ValueOf(agency)
        : "others";
}

/// <summary>Everybody invited but the chair, to take one of them off.</summary>
internal sealed class TakeOffPart : IPart<TakeOffPart.Form>
{
    private const int MostShown = 40;

    public sealed record Form(string Case, string? Person = null, string? Reason = null) : ICaseForm;

    public static PartId Id => new("convening/invited");

    public static Capability Needs => Capability.Arrange;

    public Refusal? Bars(FormPage page, Form asked) => Invited(page.Case).Any() ? null : new CannotBe("Nobody is invited but you.");

    public Drawn Draw(FormPage page, Form asked) => ConveningDrawing.Of(page, Step.Invitees,
    [
        new ChoiceSetInput("person", "Whom", [.. Invited(page.Case).Take(MostShown).Select(one =>
            new Choice($"{Shortened.Name(one.Name)}, {one.Agency.Name()}", one.Id.Value))])
        {
            Style = ChoiceSetStyle.Expanded,
        },
        new TextInput("reason", "Why") { IsMultiline = true, MaxLength = FormCard.LongText },
        new TextBlock("Their calendar tells them that the meeting is off for them. What they wrote stays.") { IsSubtle = true },
    ]) with
    {
        Title = "Take somebody off",
        Saves = [new("Take off the list")],
        Beside = [Step.Invitees.Part(page.Case).Send("Back to the list", CaseForm.Of(page.Case))],
    };

    public Decision Decide(FormPage page, Form typed) => InviteeRule.Remove(page.Whole, new(typed.Person ?? ""), typed.Reason);

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new($"{Shortened.Name(page.Case.Find(new ParticipantId(kept.Typed.Person ?? ""))?.Name ?? "somebody")} is off the list");

    public PartButton? Next(FormPage page, Kept<Form> kept) => Step.Invitees.Next(page.Case);

    private static IEnumerable<Participant> Invited(Case @case) => @case.Invited.Where(one => one.Id != @case.Meeting.Chair);
}
