using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Planning;

/// <summary>Chair and social worker hear that the manager has not authorised the enquiry yet, and why, where they may read it (R66).
/// Whoever wrote it knows it.</summary>
internal sealed class TellHeldBackDuty(Reach reach, Words words) : IDuty<int>
{
    public static string Kind => "planning/tell-held-back";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that an enquiry is not authorised yet";

    public static IEnumerable<Owed<int>> Owes(Case @case) =>
        @case.Meeting.Plan.HeldBack is not { } held ? [] :
        from person in @case.Invited
        where (person.Roles.Contains(Role.SocialWorker) || person.Id == @case.Meeting.Chair) && !person.Is(held.By)
        select new Owed<int>(
            string.Create(CultureInfo.InvariantCulture, $"{Kind}/{@case.Meeting.Id.Value}/{held.Seq}/{person.Id.Value}"), held.At, held.Seq)
        {
            To = person.Id,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<int> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case, @case.Find(owed.To.Value)!, words), "A safety plan has to change before it is authorised; open your part."),
            cancellationToken);

    /// <param name="case">Whole: a reason that is marked for others is cut here.</param>
    internal static AdaptiveCard Card(Case @case, Participant to, Words words)
    {
        var mayRead = @case.Meeting.Plan.HeldBack is { } held && held.Fact.Audience.Admits(to, to.Is(held.By));
        return FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            .. mayRead ? NotYetAuthorisedPart.Lines(@case, words)
                : (IEnumerable<CardElement>)[new TextBlock("The section 47 enquiry is not authorised yet.") { Weight = TextWeight.Bolder }],
            new TextBlock("Change the safety plan, and tell the manager. Seeing the child does not wait for it."),
        ],
        [new PartButton("Interim safety plan", PartIds.SafetyPlan, CaseForm.Of(@case)).Send()]);
    }
}
