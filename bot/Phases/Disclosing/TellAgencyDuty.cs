using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Disclosing;

/// <summary>An agency's people are asked whether its words may be given; nothing of who asks for the record (P41).</summary>
internal sealed class TellAgencyDuty(Reach reach, Words words) : IDuty<int>
{
    public static string Kind => "disclosing/tell-agency";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "the question whether an agency's words may be given";

    public static bool OutlivesClosing => true;

    public static IEnumerable<Owed<int>> Owes(Case @case) =>
        from request in RequestRule.Open(@case)
        from asked in request.Asked
        from person in @case.Participants
        where person.Agency == asked.Key && !person.IsTakenOff && person.May(AgencyWordsPart.Needs) && @case.IsOpenTo(person)
        select new Owed<int>(string.Create(CultureInfo.InvariantCulture, $"{Kind}/{asked.Value.Seq}/{person.Id.Value}"), asked.Value.At,
            request.Said.Seq)
        {
            To = person.Id,
            LapsesAt = @case.Clocks.Words.At(asked.Value.Fact.By.AddDays(1), default),
        };

    public Task<Performed> PerformAsync(Case @case, Owed<int> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case, RequestRule.Find(@case, owed.About)!, @case.Find(owed.To!.Value)!, words),
                "Your agency's words are asked for; open your part.")
            {
                InLetter = "The record of a case is asked for, with what your agency wrote.",
            },
            cancellationToken);

    internal static AdaptiveCard Card(Case @case, RecordRequest request, Participant to, Words words) =>
        FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new TextBlock("The record of this case is asked for, with what your agency wrote.") { Weight = TextWeight.Bolder },
            new TextBlock($"Please say by {words.Date(request.Asked[to.Agency].Fact.By)} whether all of it may be given."),
        ],
        [AgencyWordsPart.Button(@case, request).Send()]);
}
