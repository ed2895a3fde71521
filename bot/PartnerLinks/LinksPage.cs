using StrategyBot.Phases;

namespace StrategyBot.PartnerLinks;

/// <summary>Shows the chair who has a link, who used it, and who is shut out.</summary>
internal sealed class LinksPage : IPage<LinksPage.Form>
{
    public const string Title = "Partner links";

    public sealed record Form(string Case, int Page = 1) : ICaseForm;

    public static PartId Id => new("links/overview");

    public static Capability Needs => Capability.Arrange;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Drawn Draw(FormPage page, Form asked)
    {
        var holders = LinksRule.Holders(page.Case).ToList();
        if (holders.Count == 0)
        {
            return new(Title, [new TextBlock("Nobody outside the authority is invited yet.")]);
        }

        var shown = LongText.Page(LongText.Pages(holders, person => Line(page, person) + Named(person)), asked.Page);
        return new(Title,
        [
            .. shown.Line,
            .. shown.Items.Select(person => new TextBlock(Line(page, person)) { Separator = true }),
            new ChoiceSetInput(EnteringFor.Who, "Whose link", [.. shown.Items.Select(person => new Choice(Named(person), person.Id.Value))])
            {
                Placeholder = "Choose a person",
            },
            new TextBlock("A new link goes by mail, and opens again what was shut. Links sent before stay closed once they were revoked.")
            {
                IsSubtle = true,
                Size = TextSize.Small,
            },
        ])
        {
            Beside =
            [
                SendLinkAgain.Button(page.Case),
                RevokeLinks.Button(page.Case),
                EnteringFor.Button(page.Case),
                .. shown.Turns((title, number) => Id.Send(title, new Form(page.Case.Ref.Value, number))),
            ],
        };
    }

    private static string Line(FormPage page, Participant person) =>
        $"**{CardText.Plain(Shortened.To(FormCard.Line, person.Described))}:** {Say(page.Case, person, page.Words)}";

    private static string Named(Participant person) => Shortened.To(FormCard.Line, person.Name);

    /// <summary>How somebody's links stand, in a few words.</summary>
    private static string Say(Case @case, Participant person, Words words)
    {
        var links = @case.Links.Issued.Where(link => link.Participant == person.Id).ToList();
        if (@case.Links.ShutOut.TryGetValue(person.Id, out var why))
        {
            return why == Shut.KnowsFamily ? "knows the family personally, so nothing opens for them" : "revoked";
        }

        var opened = links.Where(link => link.OpenedAt is not null).Select(link => link.OpenedAt!.Value).ToList();
        return links switch
        {
            [] => "no link sent yet",
            [.., { IsLocked: true }] => "locked after five wrong codes",
            [.., { LockedFor.IsEmpty: false }] => "locked at one place after five wrong codes",
            _ when opened.Count > 0 => $"sent {words.When(links[^1].IssuedAt)}; signed in, last {words.When(opened.Max())}",
            _ => $"sent {words.When(links[^1].IssuedAt)}; not opened yet",
        };
    }
}

/// <param name="Who">The participant that was chosen on the list.</param>
internal sealed record LinkForm(string Case, string? Who = null) : ICaseForm;

/// <summary>The chair has a new link sent to somebody; it also lifts whatever shut them out.</summary>
internal sealed class SendLinkAgain : IAct<LinkForm>
{
    public static string Verb => "links/send-again";

    public static Capability Needs => Capability.Arrange;

    public static SubmitAction Button(Case @case) => Actions.Send("Send a new link", Verb, CaseForm.Of(@case));

    public Decision Decide(FormPage page, LinkForm pressed) => LinksRule.SendAgain(page.Whole, pressed.Who);

    public Echo Saved(FormPage page, Kept<LinkForm> kept) => new("a new link is on its way");

    public PartButton Back(FormPage page, LinkForm pressed) => LinksPage.Button(page.Case);
}

/// <summary>The chair closes every link of somebody, and the case to them in Teams as well.</summary>
internal sealed class RevokeLinks : IAct<LinkForm>
{
    public static string Verb => "links/revoke";

    public static Capability Needs => Capability.Arrange;

    public static SubmitAction Button(Case @case) => Actions.Send("Revoke their links", Verb, CaseForm.Of(@case));

    public Decision Decide(FormPage page, LinkForm pressed) => LinksRule.Revoke(page.Whole, pressed.Who);

    public Echo Saved(FormPage page, Kept<LinkForm> kept) => new(
        "their links open nothing any more, whoever was signed in is out, and the case is closed to them in Teams too");

    public PartButton Back(FormPage page, LinkForm pressed) => LinksPage.Button(page.Case);
}

/// <summary>The rules of what the chair does with links. Pure.</summary>
internal static class LinksRule
{
    /// <summary>Everybody who has a link or may be sent one: invited, and not of the authority itself unless a link went to them.</summary>
    public static IEnumerable<Participant> Holders(Case @case) => @case.Participants.Where(person => person.Mail.Length > 0
        && ((person.IsInvited && person.Agency != Agency.SocialCare) || @case.Links.Issued.Any(link => link.Participant == person.Id)));

    public static Decision SendAgain(Case @case, string? who) => Find(@case, who) switch
    {
        null => new NobodyChosen(),
        // Pressed twice: the first is still on its way.
        { } person when IsOnItsWay(@case, person) && !@case.Links.ShutOut.ContainsKey(person.Id) => Decision.Already,
        { } person => new LinkAskedFor(person.Id),
    };

    public static Decision Revoke(Case @case, string? who) => Find(@case, who) switch
    {
        null => new NobodyChosen(),
        { } person when @case.Links.ShutOut.GetValueOrDefault(person.Id, Shut.WrongCodes) == Shut.Revoked => Decision.Already,
        // It would close the case to the one who leads it.
        { } person when person.Id == @case.Meeting.Chair =>
            new CannotBe("The chair's own links can't be revoked. Another chair takes over first."),
        { } person => new LinksRevoked(person.Id),
    };

    private static bool IsOnItsWay(Case @case, Participant person) =>
        @case.Links.AskedFor.GetValueOrDefault(person.Id) is { Count: > 0 } asked
            && !@case.IsSettled(SendLinkDuty.KeyOf(person.Id, asked.Count));

    private static Participant? Find(Case @case, string? who) => Holders(@case).FirstOrDefault(person => person.Id.Value == who);

    internal sealed record NobodyChosen : Refusal
    {
        public override string Say(Words words) => "Choose whose link you mean.";
    }
}
