using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;
using StrategyBot.Records;

namespace StrategyBot.Phases.Deputising;

/// <summary>Tells whoever is to have somebody's place: whose, from when to when, and what is open of it.</summary>
internal sealed class TellDeputyDuty(Reach reach, PhaseList phases, Words words) : IDuty<ParticipantId>
{
    public static string Kind => "deputising/tell";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that somebody has another's place on the case";

    public static IEnumerable<Owed<ParticipantId>> Owes(Case @case) =>
        from place in @case.Deputies.Values
        where place.Stands && @case.Find(place.Said.Fact.Deputy)?.Is(place.Said.By) == false
        select new Owed<ParticipantId>(
            string.Create(CultureInfo.InvariantCulture, $"{Kind}/{place.Said.Fact.Whom.Value}/{place.Said.Seq}"), place.Said.At,
            place.Said.Fact.Whom)
        {
            To = place.Said.Fact.Deputy,
        };

    public Task<Performed> PerformAsync(
        Case @case, Owed<ParticipantId> owed, Attempt attempt, CancellationToken cancellationToken) => reach.TellAsync(
        @case, @case.Find(owed.To!.Value)!, owed, attempt,
        new(Card(@case, DeputyRule.Find(@case, owed.About.Value)!, phases, words), "You are asked to take over somebody's part in a case.")
        {
            InLetter = "You are asked to take over somebody's part in a case.",
            Asks = new(1, null, "say that you take it over"),
        }, cancellationToken);

    internal static AdaptiveCard Card(Case @case, DeputyPlace place, PhaseList phases, Words words) =>
        FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new PlainText($"You take over the part of {Shortened.Name(@case.Find(place.Said.Fact.Whom)?.Name ?? "somebody")} "
                + $"{DeputyRule.When(place.Said.Fact, words)}.")
            {
                Weight = TextWeight.Bolder,
            },
            .. DeputyPage.Open(@case, phases, place.Said.Fact.Whom).Select(line => new TextBlock(line)),
        ],
        [AcceptDeputy.Button(@case, place.Said.Fact.Whom).Send(), DeputyPage.Button(@case, place).Send()]);
}

/// <summary>Whoever was away has it again, the morning after its last day or when it is said: both hear of it.</summary>
internal sealed class TellBackDuty(Reach reach, PhaseList phases) : IDuty<ParticipantId>
{
    private static readonly TimeSpan Worth = TimeSpan.FromDays(5);

    public static string Kind => "deputising/back";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that somebody has their place on the case again";

    public static IEnumerable<Owed<ParticipantId>> Owes(Case @case) =>
        from place in @case.Deputies.Values
        let said = place.Said.Fact
        let clocks = @case.Clocks
        let at = place.Ended?.At ?? (said.Until is { } last
            ? clocks.Words.At(clocks.Days.After(last, 1), @case.Profile.Calendar.DigestAt) : (DateTimeOffset?)null)
        where at is not null
        from to in new[] { said.Whom, said.Deputy }
        where !(place.Ended is { } ended && @case.Find(to)?.Is(ended.By) == true)
        select new Owed<ParticipantId>(
            string.Create(CultureInfo.InvariantCulture, $"{Kind}/{said.Whom.Value}/{place.Said.Seq}/{to.Value}"), at.Value, said.Whom)
        {
            To = to,
            LapsesAt = at.Value + Worth,
        };

    public Task<Performed> PerformAsync(
        Case @case, Owed<ParticipantId> owed, Attempt attempt, CancellationToken cancellationToken) => reach.TellAsync(
        @case, @case.Find(owed.To!.Value)!, owed, attempt,
        new(Card(@case, owed.About, @case.Find(owed.To!.Value)!, phases), "Somebody's part in a case is theirs again."),
        cancellationToken);

    internal static AdaptiveCard Card(Case @case, ParticipantId whom, Participant to, PhaseList phases) =>
        FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new PlainText(to.Id == whom ? "Your part is yours again."
                : $"{Shortened.Name(@case.Find(whom)?.Name ?? "Somebody")} has their part again. Tell them what they need to know.")
            {
                Weight = TextWeight.Bolder,
            },
            .. to.Id == whom ? DeputyPage.Open(@case, phases, whom).Select(line => new TextBlock(line)) : [],
        ],
        // Who was on the case for it alone has no part any more.
        @case.IsOpenTo(to) ? [OwnPart.Button(@case)] : []);
}

/// <summary>After the last day the deputy is on the case as before: what they had by the place alone goes back.</summary>
internal sealed class GiveBackDuty(Clerk clerk) : IDuty<ParticipantId>
{
    public static string Kind => "deputising/give-back";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "what a deputy was on the case, taken back";

    public static IEnumerable<Owed<ParticipantId>> Owes(Case @case) =>
        from place in @case.Deputies.Values
        where place is { Stands: true, Said.Fact.Until: not null }
        let said = place.Said
        // Else only that they answer for the other, for as long as they do.
        where said.Fact.Gives.Count > 0 || @case.Find(said.Fact.Deputy)?.DeputyFor == said.Fact.Whom
        select new Owed<ParticipantId>(
            string.Create(CultureInfo.InvariantCulture, $"{Kind}/{said.Fact.Whom.Value}/{said.Seq}"),
            @case.Clocks.Words.At(said.Fact.Until!.Value.AddDays(1), default), said.Fact.Whom);

    public async Task<Performed> PerformAsync(
        Case @case, Owed<ParticipantId> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        // Given back by hand, or longer, since.
        await clerk.RecordAsync(@case.Id, owed.Key, now =>
            now.Deputies.GetValueOrDefault(owed.About) is { Stands: true } place
            && place.Said.Seq == @case.Deputies.GetValueOrDefault(owed.About)?.Said.Seq ? DeputyRule.GiveBack(now, place) : [],
            cancellationToken);
        return new Performed.Delivered("record", owed.About.Value);
    }
}
