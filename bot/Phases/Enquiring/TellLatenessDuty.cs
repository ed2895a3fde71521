using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Enquiring;

/// <summary>What a manager answered on a conference that will be late is told to whom it binds (R109, R110): team manager and social
/// worker; the operations manager where the area manager agrees, the area manager where nobody was free.</summary>
internal sealed class TellLatenessDuty(Reach reach, Words words) : IDuty<ChildId>
{
    public static string Kind => "enquiring/tell-lateness";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word on a conference that will be late";

    public static IEnumerable<Owed<ChildId>> Owes(Case @case) =>
        from child in @case.Children
        from answer in Answers(@case.EnquiryOf(child.Id))
        from person in @case.Participants
        where !person.IsTakenOff && IsTold(@case, person, answer.IsShort, answer.IsAgreed) && !person.Is(answer.By)
        // Siblings who were answered together are one message.
        group child by (answer.Batch, person.Id, answer.At) into told
        select new Owed<ChildId>(string.Create(CultureInfo.InvariantCulture,
            $"{Kind}/{told.First().Id.Value}/{told.Key.Batch}/{told.Key.Id.Value}"), told.Key.At, told.First().Id)
        {
            To = told.Key.Id,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<ChildId> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case, owed.About, words), "An answer on a late date is there; open your part."), cancellationToken);

    /// <summary>Dates and answers, and no reasons: those stand in the case.</summary>
    internal static AdaptiveCard Card(Case @case, ChildId child, Words words)
    {
        var enquiry = EnquiryPipeline.Of(@case).FirstOrDefault(one => one.Child.Id == child);
        return FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
            [
                .. (enquiry is null ? [] : EnquiryLines.Stands(enquiry, words)).Select(line => new TextBlock(line)),
                .. enquiry?.Work.Capacity?.Fact.On is { } on
                    ? (IReadOnlyList<CardElement>)[new TextBlock($"The new day is {words.Date(on)}.")] : [],
            ],
            [EnquiryPage.Button(@case).Send()]);
    }

    private static IEnumerable<(string Batch, DateTimeOffset At, PersonId By, bool IsShort, bool IsAgreed)> Answers(EnquiryWork work)
    {
        if (work.LateAnswered is { } answered)
        {
            yield return ($"a{answered.At.UtcTicks.ToString(CultureInfo.InvariantCulture)}", answered.At, answered.By, false,
                answered.Fact.Agrees == YesNo.Yes);
        }

        if (work.Capacity is { } capacity)
        {
            yield return ($"c{capacity.At.UtcTicks.ToString(CultureInfo.InvariantCulture)}", capacity.At, capacity.By, true, true);
        }
    }

    private static bool IsTold(Case @case, Participant person, bool isShort, bool isAgreed) => person.Id == @case.Meeting.Chair
        || person.Roles.Contains(Role.SocialWorker)
        || (isShort ? person.Roles.Contains(Role.AreaManager) : isAgreed && person.Roles.Contains(Role.OperationsManager));
}
