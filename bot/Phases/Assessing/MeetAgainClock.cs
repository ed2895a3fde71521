namespace StrategyBot.Phases.Assessing;

/// <summary>What came in means that they meet again, and no further meeting is called (P14, R60).</summary>
internal sealed class MeetAgainClock : IClock
{
    public static string Kind => "assessing/meet-again";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a further meeting is not called";

    public static string Watches => "a further meeting that what came in made necessary, from the next working day";

    public static string Until => "another meeting is opened on the case, or it is said why the plan stands";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "A further meeting has to be called; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case)
    {
        var (meeting, clocks) = (@case.Meeting, @case.Clocks);
        if (meeting.News.Answered is { Fact.Answer: NewsAnswer.MeetAgain } said && @case.Meetings[^1].Id == meeting.Id)
        {
            yield return new($"{meeting.Id.Value}/{said.Seq}", clocks.Words.At(
                clocks.Days.After(clocks.Words.LocalDate(said.At), 1), @case.Profile.Calendar.DigestAt), [meeting.Chair]);
        }
    }

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        $"What came in after the meeting means that you meet again. That was said {words.When(@case.Meeting.News.Answered!.At)}, and no "
            + "further meeting is opened.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.May(LateNewsPart.Needs)
            ? [new PartId(PartIds.AnotherMeeting).Button("Another meeting on this case", CaseForm.Of(@case)), LateNewsPart.Button(@case)]
            : [];
}
