using StrategyBot.Obligations;
using StrategyBot.Phases;
using StrategyBot.Reaching;

namespace StrategyBot.PartnerLinks;

/// <summary>Sends the link that the chair asked for.</summary>
internal sealed class SendLinkDuty(Reach reach) : IDuty
{
    public static string Kind => "links/send";

    public static DateTimeOffset Since => PartnerLinksList.Since;

    public static string Says => "a new link";

    public static IEnumerable<Owed> Owes(Case @case) => @case.Links.AskedFor
        .SelectMany(asked => asked.Value.Select((at, index) => new Owed(KeyOf(asked.Key, index + 1), at) { To = asked.Key }));

    public static string KeyOf(ParticipantId to, int number) => $"{Kind}/{to.Value}/{number}";

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.WriteAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(FormCard.Of($"{@case.Id} {@case.CheckWord}", null, []), "Here is a new link.")
            {
                InLetter = IsForTheNight(@case, owed.To!.Value)
                    ? "As we agreed by telephone, please write down on your page what was said, and hand it over to the day."
                    : "Here is a new way to your page.",
            }, cancellationToken);

    /// <summary>Nothing is written down yet of what was said by telephone (P36).</summary>
    private static bool IsForTheNight(Case @case, ParticipantId to) =>
        !@case.Meeting.IsConvened && @case.Find(to) is { } person && OutOfHoursDesk.IsOf(person);
}

/// <summary>Sends a new link to whom an earlier release sent one without a nonce, which opens nothing any more.</summary>
internal sealed class RenewLinkDuty(Reach reach) : IDuty
{
    public static string Kind => "links/renew";

    public static DateTimeOffset Since => PartnerLinksList.Since;

    public static IEnumerable<Owed> Owes(Case @case) =>
        LinkLife.Renewed(@case).Select(to => new Owed($"{Kind}/{to.Value}", @case.Links.RenewedAt!.Value) { To = to });

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.WriteAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(FormCard.Of($"{@case.Id} {@case.CheckWord}", null, []),
                "Here is a new link. The one that you were sent before opens nothing any more."), cancellationToken);
}

/// <summary>Tells the chair at once that a link was locked, or that an invitee knows the family.</summary>
internal sealed class TellLinkAlarmDuty(Reach reach) : IDuty<int>
{
    public static string Kind => "links/tell-chair";

    public static DateTimeOffset Since => PartnerLinksList.Since;

    public static IEnumerable<Owed<int>> Owes(Case @case) =>
        @case.Links.Alarms.Select(
            alarm => new Owed<int>($"{Kind}/{alarm.Number}", alarm.At, alarm.Number) { To = @case.Meeting.Chair });

    public Task<Performed> PerformAsync(Case @case, Owed<int> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Chair, owed, attempt,
            AlarmCard.For(@case, @case.Links.Alarms.First(alarm => alarm.Number == owed.About)), cancellationToken);
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
            : $"{who}: five wrong codes were typed with their link, so it opens nothing where they were typed. It still opens elsewhere. "
                + "Ring them: if it was not they who tried, somebody else has their link, so revoke it and send a new one.";
    }
}
