using StrategyBot.Obligations;
using StrategyBot.Reaching;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Enquiring;

/// <summary>The quality assurance unit is told by mail at once when a conference is decided on, and by the procedure's day at the latest
/// (R96): a reference, how many children, and by when. Nobody's name of the family.</summary>
internal sealed class TellQualityAssuranceDuty(Reach reach, Words words) : IDuty<TellQualityAssuranceDuty.Letter>
{
    private const string Role = "qualityAssurance";

    /// <param name="Of">The enquiries that one decision began on one day.</param>
    public sealed record Letter(IReadOnlyList<ChildEnquiry> Of, bool IsDecided);

    public static string Kind => EnquiryPipeline.TellQualityAssurance;

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word to the quality assurance unit";

    public static bool IsByMail(Case @case) => @case.Profile.Enquiry.ToldByForm != true
        && @case.Profile.Roles.QualityAssurance.Mail is { Length: > 0 };

    public static IEnumerable<Owed<Letter>> Owes(Case @case)
    {
        if (!IsByMail(@case))
        {
            yield break;
        }

        foreach (var started in EnquiryPipeline.Of(@case).Where(one => one.StartedOn is not null)
            .GroupBy(one => (one.Enquiry.By.Id, one.StartedOn)))
        {
            var open = started.Where(one => one.Need != Conference.No
                && one.Work.Said.GetValueOrDefault(Pipeline.QualityAssurance) is null
                && one.Find(Pipeline.QualityAssurance) is not null).ToList();
            var decided = open.Where(one => one.Need == Conference.Yes).ToList();
            if (open.Count == 0)
            {
                continue;
            }

            var first = open[0].Enquiry;
            var (due, over) = (open[0].Find(Pipeline.QualityAssurance)!.Due!, IsOver(first.By));
            var morning = @case.Clocks.Words.At(@case.Clocks.Days.OnOrBefore(due.On), @case.Profile.Calendar.DigestAt);
            if (decided.Count > 0 && over is { } end)
            {
                // At once, but not while people still talk.
                yield return new(EnquiryPipeline.TellKey(first, EnquiryPipeline.ToldOfConference),
                    Later(end, decided.Max(one => NeededSince(@case, one))), new(decided, IsDecided: true));
            }
            else if (EnquiryPipeline.IsTracked(due))
            {
                yield return new(EnquiryPipeline.TellKey(first, EnquiryPipeline.ToldOfEnquiry), morning, new(open, IsDecided: false));
            }
        }
    }

    public Task<Performed> PerformAsync(Case @case, Owed<Letter> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var says = LetterSays(@case, owed.About, words);
        return reach.WriteAsync(@case, RoleHolders.Outside(Role, @case.Profile.Roles.QualityAssurance), owed, attempt,
            new(FormCard.Of($"{@case.Id} {@case.CheckWord}", null, [new TextBlock(says)]), says), cancellationToken);
    }

    /// <summary>What the letter says.</summary>
    internal static string LetterSays(Case @case, Letter letter, Words words)
    {
        var count = letter.Of.Count;
        var children = $"{count} {(count == 1 ? "child" : "children")}";
        return $"{@case.Id} {@case.CheckWord}: "
            + (letter.Of.All(one => one.Enquiry.Basis == EnquiryBasis.Notified)
                ? $"{children} {(count == 1 ? "moves" : "move")} in with a plan of another area, of which we were told on "
                : $"a section 47 enquiry runs on {children}, since ")
            + $"{words.Date(letter.Of[0].StartedOn!.Value)}. "
            + (letter.IsDecided
                ? $"An initial child protection conference is to be held by {words.Date(letter.Of[0].Limit!.On)}."
                : $"Whether a conference is held is not decided yet; it would be by {words.Date(letter.Of[0].Limit!.On)}.");
    }

    private static DateTimeOffset? IsOver(Meeting meeting) => meeting.Plan.AgreedAt ?? meeting.Attendance.EndedAt;

    private static DateTimeOffset NeededSince(Case @case, ChildEnquiry enquiry) => enquiry.Steps
        .Where(state => state.Step.Asked == StepAsked.Conference && state.Step.After is null)
        .Select(state => state.ReadyAt).FirstOrDefault() ?? @case.OpenedAt;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
