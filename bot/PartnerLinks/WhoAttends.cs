using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.PartnerLinks;

/// <summary>Asks a duty inbox who of its agency will attend. Everybody who reads that inbox may see it, so it holds the reference and the time (P11).</summary>
internal sealed class AskWhoAttends(Clerk clerk, Words words) : IVerb<AskWhoAttends.Form>
{
    public static string Verb => "links/who-attends";

    public sealed record Form(string Case);

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.NameAttendee, Verb, cancellationToken) is { } view
            ? new Reply.Show(WhoAttendsCard.Title, WhoAttendsCard.For(view.Whole, words))
            : new Reply.Say(new NoSuchCase().Say(words));
}

/// <summary>Somebody is named, and gets a link of their own.</summary>
internal sealed class NameAttendee(Clerk clerk, Words words, TimeProvider clock) : IVerb<NameAttendee.Form>
{
    public static string Verb => "links/name-attendee";

    public sealed record Form(string Case, string? Name = null, string? Mail = null, string? JobTitle = null, string? Phone = null);

    public static SubmitAction Button(Case @case) => Actions.Send("Send them their own link", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.NameAttendee, turn.Source,
            (@case, me) => NamingAttendee.Name(@case, me, form), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Show(WhoAttendsCard.Title, WhoAttendsCard.For(view!.Whole, words, saved: $"Saved {words.Time(clock.GetUtcNow())}. A link of their own is on its way to {NamingAttendee.Line(form.Name)}.")),
            refused: why => view is null ? new Reply.Say(why.Say(words)) : new Reply.Show(WhoAttendsCard.Title, WhoAttendsCard.For(view.Whole, words, form, why.Say(words))));
    }
}

internal static class WhoAttendsCard
{
    public const string Title = "Who will attend?";

    public static AdaptiveCard For(Case @case, Words words, NameAttendee.Form? typed = null, string? notSaved = null, string? saved = null) => FormCard.Of(
        Title,
        notSaved,
        [
            .. saved is null ? (IReadOnlyList<CardElement>)[] : [new TextBlock(CardText.Plain(saved)) { Weight = TextWeight.Bolder }],
            new TextBlock($"{@case.Id} {@case.CheckWord}{(@case.Meeting.Room.Convened is { } convened ? $" · {words.When(convened.StartsAt)}" : "")}"),
            new TextBlock(saved is null ? "Name the person of your agency who will take part. What it is about opens to them alone." : "Name somebody else too, if two of you will take part.") { IsSubtle = true },
            new TextInput("name", "Their name") { MaxLength = FormCard.Line, Value = typed?.Name },
            new TextInput("mail", "Their own mail address") { MaxLength = FormCard.Line, Value = typed?.Mail },
            new TextInput("jobTitle", "Their job title") { MaxLength = FormCard.Line, Value = typed?.JobTitle },
            new TextInput("phone", "Their telephone number") { MaxLength = FormCard.Line, Value = typed?.Phone },
            FormCard.NotSavedYet,
        ],
        NameAttendee.Button(@case));
}
