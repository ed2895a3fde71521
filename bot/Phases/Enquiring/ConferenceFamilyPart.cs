namespace StrategyBot.Phases.Enquiring;

/// <summary>What the child wants, and what was explained to them: after the meeting, the enquiry and the conference (P42).</summary>
internal sealed class ChildHeardPart : IPart<ChildHeardPart.Form>
{
    public const string Title = "What the child says";

    public sealed record Form(
        string Case, string? Child = null, string? Wants = null, string? Explained = null, string? By = null, DateOnly? On = null)
        : ICaseForm;

    public static PartId Id => new("enquiring/child-heard");

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<string> Keys => ["child"];

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) => page.Me.Agency == Agency.SocialCare ? null : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        .. ChildChoice.Read(page.Case, asked.Child).SelectMany(child => Stands(page, child)).Select(line => new PlainText(line)),
        .. ChildChoice.For(page.Case, asked.Child ?? page.Case.Children.FirstOrDefault()?.Id.Value),
        new TextInput("wants", "What does the child want? In their own words where they said it")
        {
            IsMultiline = true,
            MaxLength = FormCard.LongText,
        },
        new TextInput("explained", "What was explained to the child?") { IsMultiline = true, MaxLength = FormCard.LongText },
        new TextInput("by", "By whom? Leave it out if it was you") { MaxLength = FormCard.Line },
        new DateInput("on", "On which day? Leave it out for today"),
    ])
    {
        Preselected = [ChildChoice.Field],
    };

    public Decision Decide(FormPage page, Form typed) => ConferenceFamilyRule.Heard(page.Whole, typed.Child, typed.Wants, typed.Explained,
        typed.By, typed.On, page.Words.LocalDate(page.Now), page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("what the child says stands on the record");

    public PartButton? Next(FormPage page, Kept<Form> kept) => EnquiryPage.Next(page.Case);

    private static IEnumerable<string> Stands(FormPage page, Child child)
    {
        foreach (var heard in page.Case.EnquiryOf(child.Id).Heard.Reverse().Take(2))
        {
            var by = heard.Fact.By.Length > 0 ? heard.Fact.By : page.Case.Find(heard.By)?.Name ?? "somebody";
            yield return $"{child.Number}, {page.Words.Date(page.Words.LocalDate(heard.Fact.HappenedAt ?? heard.At))}, {by}: "
                + Shortened.To(2 * FormCard.Line, string.Join(" ", new[]
                {
                    heard.Fact.Wants,
                    heard.Fact.Explained.Length > 0 ? $"Explained: {heard.Fact.Explained}" : "",
                }.Where(part => part.Length > 0)));
        }
    }
}

/// <summary>How each parent and child takes part in the conference: comes, separately, not and why, or who brings their views (P40).
/// </summary>
internal sealed class ConferencePlacePart : IPart<ConferencePlacePart.Form>
{
    public const string Title = "The family at the conference";

    public sealed record Form(string Case, string? Whom = null, ConferencePlace? Place = null, string? Because = null) : ICaseForm;

    public static PartId Id => new("enquiring/family-place");

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<string> Keys => ["whom"];

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) => page.Me.Agency != Agency.SocialCare ? new NotYourPart()
        : page.Whole.Adults.Count + page.Whole.Children.Count == 0 ? new CannotBe("Nobody of the family is on the case yet.") : null;

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        .. People(page.Case).Where(one => page.Case.ConferencePlaces.ContainsKey(one.Id))
            .Select(one => new PlainText($"{Shortened.Name(one.Name)}: {Say(page.Case.ConferencePlaces[one.Id].Fact)}")),
        new ChoiceSetInput("whom", "Who?", [.. People(page.Case).Select(one => new Choice(Shortened.Name(one.Name), one.Id))])
        {
            Value = asked.Whom
                ?? People(page.Case).Select(one => one.Id).FirstOrDefault(id => !page.Case.ConferencePlaces.ContainsKey(id)),
        },
        Choices.Radios("place", "How do they take part?", WordTables.ConferencePlace, Stands(page, asked)?.Place),
        new TextInput("because", "If not or separately: why. If views are brought: by whom")
        {
            MaxLength = FormCard.Line,
            Value = Stands(page, asked)?.Words,
        },
    ])
    {
        Preselected = ["whom"],
    };

    public Decision Decide(FormPage page, Form typed) =>
        ConferenceFamilyRule.Place(page.Whole, typed.Whom, typed.Place, typed.Because);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("how they take part in the conference");

    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        People(page.Case).All(one => page.Case.ConferencePlaces.ContainsKey(one.Id)) ? EnquiryPage.Next(page.Case) : Button(page.Case);

    /// <summary>Everybody of the family who can say something: an unborn child can't.</summary>
    internal static IReadOnlyList<(string Id, string Name)> People(Case @case) =>
    [
        .. @case.Adults.Select(adult => (adult.Id.Value, @case.NameOf(adult.Id.Value))),
        .. @case.Children.Where(child => !child.Details.Unborn).Select(child => (child.Id.Value, @case.NameOf(child.Id.Value))),
    ];

    private static ConferencePlaceSaid? Stands(FormPage page, Form asked) =>
        asked.Whom is { } whom ? page.Case.ConferencePlaces.GetValueOrDefault(whom)?.Fact : null;

    private static string Say(ConferencePlaceSaid said) => WordTables.ConferencePlace.InList(said.Place)
        + (said.Words.Length > 0 ? $" ({Shortened.To(FormCard.Line, said.Words)})" : "");
}
