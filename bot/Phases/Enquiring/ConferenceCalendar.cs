namespace StrategyBot.Phases.Enquiring;

/// <summary>Which conferences are kept in calendars. Pure.</summary>
internal static class ConferenceCalendar
{
    internal static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Those of the case, where its procedure says so.</summary>
    public static IReadOnlyList<ArrangedConference> Of(Case @case) => IsKept(@case) ? ArrangedConference.AllOf(@case) : [];

    public static bool IsKept(Case @case) => @case.Profile.Conference.InCalendar == true;

    /// <summary>Who is asked, and where: what a refused invitation may hang on.</summary>
    public static string Listed(IEnumerable<Participant> people) =>
        string.Join(' ', people.Select(person => $"{person.Id.Value}={person.Mail}"));

    public static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    /// <summary>What of the conference is said of the calendars: <c>In the calendars of 5 people: 3 come, 1 can't, 1 has not
    /// answered.</c></summary>
    public static string? Say(Case @case, ArrangedConference conference)
    {
        if (!IsKept(@case) || conference.Invited(@case) is not { Count: > 0 and var all } people)
        {
            return null;
        }

        if (conference.Event(@case) is null)
        {
            return $"It is being put into the calendars of {People(all)}.";
        }

        int Answered(Rsvp answer) => people.Count(person => AnswerOf(conference, person) == answer);
        var (come, not) = (Answered(Rsvp.Coming), Answered(Rsvp.CannotCome));
        var open = all - come - not;
        return $"In the calendars of {People(all)}: {string.Join(", ", new[]
        {
            come > 0 ? $"{come} {(come == 1 ? "comes" : "come")}" : "",
            not > 0 ? $"{not} can't come" : "",
            open > 0 ? $"{open} {(open == 1 ? "has" : "have")} not answered" : "",
        }.Where(part => part.Length > 0))}.";
    }

    /// <summary>The same of every conference, or of one child's.</summary>
    public static IEnumerable<string> Says(Case @case, Child? of = null) => ArrangedConference.AllOf(@case)
        .Where(one => of is null || one.Of.Any(child => child.Child.Id == of.Id)).Select(one => Say(@case, one)).OfType<string>();

    public static Rsvp? AnswerOf(ArrangedConference conference, Participant person) =>
        conference.Of[0].Work.Answers.GetValueOrDefault(person.Id)?.Fact.Answer;

    private static string People(int count) => count == 1 ? "1 person" : $"{count} people";
}
