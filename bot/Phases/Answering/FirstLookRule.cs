namespace StrategyBot.Phases.Answering;

/// <summary>What each agency sees first of its own part, within five seconds (P22), on the card as on the page; cut to what the reader may
/// know, and nothing of another agency's words. Leaders see their meeting instead.</summary>
internal static class FirstLookRule
{
    // A shift is never longer.
    private static readonly TimeSpan Shift = TimeSpan.FromHours(12);

    private const string ToSay = "If anyone asks, say: “We'll ring you as soon as we can.”";

    /// <summary>Line by line; the first is what it is about.</summary>
    public static IReadOnlyList<string> Of(CaseView view, Words words, DateTimeOffset now) => view.Reader switch
    {
        var reader when !view.Case.Meeting.IsConvened || reader.IsInbox || reader.May(Capability.Arrange) => [],
        var reader when reader.Roles.Contains(Role.ConferenceService) => Conference(view, words),
        { Agency: Agency.Police } reader when reader.IsInvited => Police(view, words, now),
        { Agency: Agency.Health } reader when reader.IsInvited => Health(view),
        { Agency: Agency.School } reader when reader.IsInvited => School(view, words),
        _ => [],
    };

    /// <summary>Whom to check, my marking, what is mine this shift.</summary>
    private static List<string> Police(CaseView view, Words words, DateTimeOffset now)
    {
        var (@case, me) = (view.Case, view.Reader);
        var open = WhoToCheckRule.Subjects(@case).Where(subject => WhoToCheckRule.Found(@case, me, subject) is null).ToList();
        var written = @case.Meeting.Assessment.Information.Where(text => text.Agency == me.Agency).ToList();
        var marked = written.Count(text => text.Audience.Marking != Marking.Professionals);
        return
        [
            .. @case.Meeting.Attendance.EndedAt is not null ? []
                : (string[])[open.Count == 0 ? "Your records are checked."
                    : $"Check your records for: {Shortened.To(FormCard.Line, string.Join(", ", open.Select(subject => subject.Name)))}."],
            written.Count == 0 ? "What you write is read by everybody at this meeting, unless you mark it for others."
                : $"You wrote {Count(written.Count, "text")}, {marked} of {(written.Count == 1 ? "it" : "them")} marked for some only.",
            .. from action in @case.Meeting.Plan.Open
               where action.Fact.Owner == me.Id && action.Fact.DueAt < now + Shift && action.Fact.Audience.Admits(me.Agency)
               orderby action.Fact.DueAt
               select $"Yours, by {words.Day(now, action.Fact.DueAt)}: {Shortened.To(FormCard.Line, action.Fact.What)}",
        ];
    }

    /// <summary>On what basis a child stays, who may visit, what may be said, and when the child may go.</summary>
    private static List<string> Health(CaseView view)
    {
        var (@case, me) = (view.Case, view.Reader);
        var several = @case.Children.Count > 1;
        var lines = @case.Children.SelectMany(child =>
            @case.Meeting.Safety.Positions.GetValueOrDefault(child.Id) is { } position
            && position.Fact.Audience.Admits(me, me.Is(position.By))
                ? new[]
                {
                    $"{(several ? $"{child.Number}: b" : "B")}asis: {WordTables.SafetyBasis.InList(position.Fact.Basis)}.",
                    position.Fact.Supervision.Length == 0 ? "Visits: not said yet, so ring before anybody visits."
                        : $"Visits: supervised by {Shortened.To(FormCard.Line, position.Fact.Supervision)}.",
                }
                : [$"{(several ? $"{child.Number}: b" : "B")}asis and visits: not said yet."]).ToList();
        var discharge = @case.Meeting.Assessment.Of("discharge").Standing.LastOrDefault(
            given => given.Audience.Admits(me, me.Is(given.By)));
        return
        [
            .. lines,
            .. discharge is not null
                ? [$"Discharge: {Shortened.To(FormCard.Line, AnswerWords.Say(Headings.Find("discharge")!, discharge.Answer))}"]
                : @case.Children.Any(child => IsInHospital(@case, child))
                    ? (string[])["Discharge: not before the meeting has said when."] : [],
            $"{ToSay} {Ring(@case)}",
        ];
    }

    private static bool IsInHospital(Case @case, Child child) => child.Now?.Fact.Place == PlaceNow.Ward
        || @case.Meeting.Safety.Positions.GetValueOrDefault(child.Id)?.Fact.Basis == SafetyBasis.StaysForTreatment;

    /// <summary>What to do before school ends, what to say, and the number: nothing of a parent's health, of intelligence or
    /// of a clinic.</summary>
    private static List<string> School(CaseView view, Words words)
    {
        if (view.Case.Meeting.Plan.AgreedAt is not null)
        {
            return [];
        }

        var here = view.Case.Children.Where(child => child.Now?.Fact.Place == PlaceNow.School).ToList();
        var ends = here.Select(child => child.Now!.Fact.Until).Min();
        return
        [
            .. here.Count == 0 ? [] : (string[])
            [
                $"Before school ends{(ends is { } at ? $", {words.Time(at)}" : "")}",
                $"Keep {(here.Count == 1 ? "the pupil" : "the pupils")} with you until you hear from us.",
            ],
            ToSay,
            Ring(view.Case),
        ];
    }

    /// <summary>Dates, invitees, interpreter: no agency's words.</summary>
    private static List<string> Conference(CaseView view, Words words)
    {
        var @case = view.Case;
        var interpreter = @case.Meeting.Assessment.Of("interpreter").Standing;
        return
        [
            CaseClocks.Conference(@case) is { } limit ? $"Conference by {limit.SayRule(words)}" : "No conference has a date yet.",
            $"Meeting: {words.When(@case.Meeting.Room.Convened!.StartsAt)}.",
            $"Invited: {Shortened.To(2 * FormCard.Line, string.Join("; ", @case.Invited.Select(Named)))}.",
            interpreter.Count == 0 ? "Interpreter: not said yet."
                : $"Interpreter: {AnswerWords.Say(Headings.Find("interpreter")!, interpreter[^1].Answer with { Text = "" })}.",
        ];
    }

    private static string Named(Participant person) => $"{person.Name}, {person.Agency.Name()}";

    private static string Ring(Case @case)
    {
        var who = @case.Participants.FirstOrDefault(person => person.Roles.Contains(Role.SocialWorker) && person.Phone.Length > 0)
            ?? @case.Chair;
        return $"Ring {Shortened.Name(who.Name)}{(who.Phone.Length > 0 ? $", {who.Phone}" : "")}.";
    }

    private static string Count(int count, string one) => $"{count} {one}{(count == 1 ? "" : "s")}";
}
