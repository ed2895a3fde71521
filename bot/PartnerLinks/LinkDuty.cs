using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.PartnerLinks;

/// <summary>Sends the link that the chair asked for.</summary>
internal sealed class SendLinkDuty(Reach reach) : IDuty
{
    public static string Kind => "links/send";

    public static DateTimeOffset Since => PartnerLinksList.Since;

    public static IEnumerable<Owed> Owes(Case @case) => @case.Links.AskedFor
        .SelectMany(asked => asked.Value.Select((at, index) => new Owed(KeyOf(asked.Key, index + 1), at) { To = asked.Key }));

    public static string KeyOf(ParticipantId to, int number) => $"{Kind}/{to.Value}/{number}";

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.WriteAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(FormCard.Of($"{@case.Id} {@case.CheckWord}", null, []), "Here is a new link."), cancellationToken);
}

/// <summary>Tells the chair at once that a link was locked, or that an invitee knows the family.</summary>
internal sealed class TellLinkAlarmDuty(Reach reach) : IDuty
{
    public static string Kind => "links/tell-chair";

    public static DateTimeOffset Since => PartnerLinksList.Since;

    public static IEnumerable<Owed> Owes(Case @case) =>
        @case.Links.Alarms.Select(
            alarm => new Owed($"{Kind}/{alarm.Number}", alarm.At) { To = @case.Meeting.Chair, About = $"{alarm.Number}" });

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Chair, owed, attempt,
            AlarmCard.For(@case, @case.Links.Alarms.First(alarm => $"{alarm.Number}" == owed.About)), cancellationToken);
}

internal static class AlarmCard
{
    public static Notification For(Case @case, LinkAlarm alarm) => new(
        FormCard.Of(
            $"{@case.Id} {@case.CheckWord}",
            null,
            [new TextBlock(CardText.Plain(Say(@case, alarm)))],
            Actions.Send(LinksPage.Title, LinksPage.Id.Open, CaseForm.Of(@case))),
        "A personal link needs you.");

    public static string Say(Case @case, LinkAlarm alarm)
    {
        var who = @case.Find(alarm.Participant)?.Described ?? "Somebody invited";
        return alarm.Why == Shut.KnowsFamily
            ? $"{who}: knows this family personally, so nothing opens for them. Ask their agency for somebody else; a new link would "
                + $"let them in."
            : $"{who}: their link was locked after five wrong codes. Ring them, and send a new link if it was they who tried.";
    }
}
