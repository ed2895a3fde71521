namespace StrategyBot.Phases.Deputising;

/// <summary>What somebody has for another: what they need to know, and what is open.</summary>
internal sealed class DeputyPage(PhaseList phases) : IPage<DeputyPage.Form>
{
    public sealed record Form(string Case, string? Whom = null) : ICaseForm;

    public static PartId Id => new("deputising/have");

    public static Capability Needs => Capability.SeeCase;

    public static PartButton Button(Case @case, DeputyPlace place) => Id.Button(
        $"{Shortened.Name(@case.Find(place.Said.Fact.Whom)?.Name ?? "Somebody")}'s part",
        new Form(@case.Ref.Value, place.Said.Fact.Whom.Value));

    public Refusal? Bars(FormPage page, Form asked) =>
        DeputyRule.Find(page.Whole, asked.Whom) is not { Stands: true } place
            ? new CannotBe("Nobody else has that part any more.")
        : place.Said.Fact.Deputy == page.Me.Id || DeputyRule.MaySay(page.Me, place.Said.Fact.Whom) ? null
        : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked)
    {
        var place = DeputyRule.Find(page.Case, asked.Whom)!;
        var said = place.Said.Fact;
        return new(Button(page.Case, place).Title,
        [
            new TextBlock((said.Deputy == page.Me.Id ? "You take it over " : "Somebody else takes it over ")
                + $"{DeputyRule.When(said, page.Words)}.")
            {
                Weight = TextWeight.Bolder,
            },
            new PlainText(said.Words),
            .. Open(page.Whole, phases, said.Whom).Select(line => new TextBlock(line)),
        ])
        {
            Beside =
            [
                .. said.Deputy == page.Me.Id && place.Accepted is null ? new[] { AcceptDeputy.Button(page.Case, said.Whom).Send() } : [],
                .. DeputyRule.MaySay(page.Me, said.Whom) ? new[] { EndDeputy.Button(page.Case, said.Whom).Send() } : [],
            ],
        };
    }

    /// <summary>What somebody has on the case, a line each.</summary>
    public static IEnumerable<string> Open(Case @case, PhaseList phases, ParticipantId whom)
    {
        var actions = @case.Meetings.Sum(meeting => meeting.Plan.Open.Count(action => !action.IsClosed && action.Fact.Owner == whom));
        string[] open =
        [
            .. phases.WatchedOf(@case, whom).Select(what => what.Split(',')[0]),
            .. actions == 0 ? Array.Empty<string>() : [actions == 1 ? "1 action" : $"{actions} actions"],
        ];
        return open.Length == 0 ? ["Nothing is open of theirs just now."] : ["Open of theirs:", .. open.Select(what => $"- {what}")];
    }
}

/// <summary>Says that one has it.</summary>
internal sealed class AcceptDeputy : IAct<DeputyPage.Form>
{
    public static string Verb => "deputising/accept";

    public static Capability Needs => Capability.SeeCase;

    public static PartButton Button(Case @case, ParticipantId whom) =>
        new("I take it over", Verb, new DeputyPage.Form(@case.Ref.Value, whom.Value));

    public Decision Decide(FormPage page, DeputyPage.Form pressed) => DeputyRule.Accept(page.Whole, page.Me, pressed.Whom);

    public Echo Saved(FormPage page, Kept<DeputyPage.Form> kept) => new("it is yours. What is open of it comes to you");
}

/// <summary>Whoever was away has it again.</summary>
internal sealed class EndDeputy : IAct<DeputyPage.Form>
{
    public static string Verb => "deputising/back";

    public static Capability Needs => Capability.SeeCase;

    public static PartButton Button(Case @case, ParticipantId whom) =>
        new("It goes back", Verb, new DeputyPage.Form(@case.Ref.Value, whom.Value));

    public Decision Decide(FormPage page, DeputyPage.Form pressed) => DeputyRule.End(page.Whole, page.Me, pressed.Whom);

    public Echo Saved(FormPage page, Kept<DeputyPage.Form> kept) => new("it goes back, and both are told");
}
