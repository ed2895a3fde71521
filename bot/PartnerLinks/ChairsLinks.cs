using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.PartnerLinks;

/// <summary>Shows the chair who has a link, who used it, and who is shut out.</summary>
internal sealed class OpenLinks(Clerk clerk, Words words) : IVerb<OpenLinks.Form>
{
    public const string Title = "Partner links";

    public static string Verb => "links/overview";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new(Title, Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Arrange, Verb, cancellationToken) is { } view
            ? new Reply.Show(Title, LinksCard.For(view.Case, words))
            : new Reply.Say(new NoSuchCase().Say(words));
}

/// <summary>The chair has a new link sent to somebody; it also lifts whatever shut them out.</summary>
internal sealed class SendAgain(Clerk clerk, Words words, TimeProvider clock) : IVerb<SendAgain.Form>
{
    public static string Verb => "links/send-again";

    public sealed record Form(string Case, string? Who = null);

    public static SubmitAction Button(Case @case) => Actions.Send("Send a new link", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Arrange, turn.Source, (@case, _) => ManagingLinks.SendAgain(@case, form.Who), cancellationToken);
        return LinksCard.Answer(decision, view, words, form.Case, $"Saved {words.Time(clock.GetUtcNow())}: a new link is on its way.");
    }
}

/// <summary>The chair closes every link of somebody.</summary>
internal sealed class RevokeLinks(Clerk clerk, Words words, TimeProvider clock) : IVerb<RevokeLinks.Form>
{
    public static string Verb => "links/revoke";

    public sealed record Form(string Case, string? Who = null);

    public static SubmitAction Button(Case @case) => Actions.Send("Revoke their links", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Arrange, turn.Source, (@case, _) => ManagingLinks.Revoke(@case, form.Who), cancellationToken);
        return LinksCard.Answer(decision, view, words, form.Case, $"Saved {words.Time(clock.GetUtcNow())}: their links open nothing any more, and whoever was signed in is out.");
    }
}

/// <summary>The rules of what the chair does with links. Pure.</summary>
internal static class ManagingLinks
{
    /// <summary>Everybody who has a link or may be sent one: invited, and not of the authority itself unless a link went to them.</summary>
    public static IEnumerable<Participant> Holders(Case @case) => @case.Participants.Where(person =>
        person.Mail.Length > 0 && ((person.IsInvited && person.Agency != Agency.SocialCare) || @case.Links.Issued.Any(link => link.Participant == person.Id)));

    public static Decision SendAgain(Case @case, string? who) => Find(@case, who) switch
    {
        null => new NobodyChosen(),
        // Pressed twice: the first is still on its way.
        { } person when @case.Links.AskedFor.GetValueOrDefault(person.Id) is { Count: > 0 } asked && !@case.IsSettled(SendLink.KeyOf(person.Id, asked.Count)) && !@case.Links.ShutOut.ContainsKey(person.Id) => Decision.Already,
        { } person => new LinkAskedFor(person.Id),
    };

    public static Decision Revoke(Case @case, string? who) => Find(@case, who) switch
    {
        null => new NobodyChosen(),
        { } person when @case.Links.ShutOut.GetValueOrDefault(person.Id, Shut.WrongCodes) == Shut.Revoked => Decision.Already,
        { } person => new LinksRevoked(person.Id),
    };

    private static Participant? Find(Case @case, string? who) => Holders(@case).FirstOrDefault(person => person.Id.Value == who);
}

internal sealed record NobodyChosen : Refusal
{
    public override string Say(Words words) => "Choose whose link you mean.";
}
