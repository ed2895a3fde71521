using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Minuting;

/// <summary>Asks business support, where the procedure names somebody, to enter an approved version on each child's record (R88).</summary>
internal sealed class AskToEnterDuty(Reach reach, Words words) : IDuty
{
    public static string Kind => "minuting/ask-to-enter";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "the request to enter the minutes on the children's records";

    public static IEnumerable<Owed> Owes(Case @case) =>
        @case.Meeting is { Minutes.Approved: { } approved } meeting && !MinutesClock.IsEntered(@case, meeting)
            ? BusinessSupport.Of(@case).Select(person => new Owed(string.Create(CultureInfo.InvariantCulture,
                $"{Kind}/{meeting.Id.Value}/{meeting.Minutes.Version}/{person.Id.Value}"), approved.At)
            {
                To = person.Id,
            })
            : [];

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case, words), "Minutes are to be entered on a record.")
            {
                Asks = new(1, MinutesClock.Of(@case, @case.Meeting)!.Enter.At, "say whose record has them"),
            }, cancellationToken);

    internal static AdaptiveCard Card(Case @case, Words words) => FormCard.Of($"{@case.Id} {@case.CheckWord}: the minutes", null,
        [
            new TextBlock($"Version {@case.Meeting.Minutes.Version} is approved. "
                + $"Enter it on the record of {BusinessSupport.Lack(@case)} by {MinutesClock.Of(@case, @case.Meeting)!.Enter.Say(words)}.")
            {
                Weight = TextWeight.Bolder,
            },
            new TextBlock("Fetch the document there. Say then on whose record it stands."),
        ],
        Actions.Open(EnteringPart.Title, EnteringPart.Id.Open, CaseForm.Of(@case)));
}

/// <summary>Who enters the minutes besides chair and social worker. They read them for that alone (P17).</summary>
internal static class BusinessSupport
{
    public static IEnumerable<Participant> Of(Case @case) =>
        @case.Participants.Where(person => !person.IsTakenOff && person.Roles.Contains(Role.BusinessSupport)
            && person.Id != @case.Meeting.Chair);

    /// <summary>The children on whose record the version that stands is not, by number.</summary>
    public static string Lack(Case @case) => string.Join(" and ",
        @case.Children.Where(child => !@case.Meeting.Minutes.IsEntered(child.Id)).Select(child => child.Number));
}
