using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Oversight;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Oversight;

/// <summary>Cases of 2026 of which each property is drawn, and counted here by itself.</summary>
internal sealed class AGeneratedYear
{
    // Every holiday of England that falls on Monday to Friday within reach of a conference drawn here.
    private static readonly DateOnly[] Holidays =
    [
        new(2026, 1, 1), new(2026, 4, 3), new(2026, 4, 6), new(2026, 5, 4), new(2026, 5, 25), new(2026, 8, 31), new(2026, 12, 25),
        new(2026, 12, 28), new(2027, 1, 1),
    ];

    private static readonly (string Group, string? Code)[] Ethnicities =
    [
        ("White", "WBRI"), ("White", "WROM"), ("Mixed", "MWAS"), ("Asian", "CHNE"), ("Asian", "AIND"), ("Black", "BOTH"), ("Black", "BCRB"),
        ("Other", "OOTH"), ("Not recorded", "REFU"), ("Not recorded", "NOBT"), ("Not recorded", null),
    ];

    // Of each measure and month: of how many it is so, among how many.
    public Dictionary<(int Number, DateOnly Month), (int Of, int Among)> Drawn { get; } = [];

    // The same of each group of children, over the year.
    public Dictionary<(int Number, string Group), (int Of, int Among)> Grouped { get; } = [];

    // How many there are of each bar, and how long each took.
    public Dictionary<string, int> Bars { get; } = [];
    public Dictionary<int, List<int>> Times { get; } = [];

    private string[] groupsOfChild = [];

    // Of each list, told apart as a test tells it, how many there are.
    public Dictionary<(ServiceList List, string Which), int> Listed { get; } = [];

    /// <summary>One case, whose every property is drawn and counted.</summary>
    public Given Draw(Random random)
    {
        // Within the month whatever is drawn: its limits, and what follows within days.
        var day = new DateOnly(2026, random.Next(1, 13), random.Next(2, 12));
        while (!IsWorked(day))
        {
            day = day.AddDays(1);
        }

        var month = new DateOnly(day.Year, day.Month, 1);
        string On(int days, string time) => $"{day.AddDays(days):yyyy-MM-dd} {time}";
        var ages = new[]
        {
            ("Unborn", day.AddMonths(3)), ("Under 1", day.AddMonths(-6)), ("1 to 4", day.AddYears(-3)), ("5 to 9", day.AddYears(-9)),
            ("10 to 15", day.AddYears(-11)), ("16 and 17", day.AddYears(-17)), ("Not known", (DateOnly?)null),
        };
        var (age, born) = ages[random.Next(7)];
        var (ethnicity, code) = Ethnicities[random.Next(Ethnicities.Length)];
        var disability = new[] { "Disabled", "Not disabled", "Not recorded" }[random.Next(3)];
        var area = new[] { "North", "West", "" }[random.Next(3)];
        groupsOfChild =
        [
            $"Age {age}", $"Ethnicity {ethnicity}", $"Disability {disability}", $"Area {(area.Length > 0 ? area : "No area")}",
        ];
        var waited = random.Next(5, 14);
        var given = new Given().At(On(0, "09:00")).Fact(new CaseOpened(Given.Id.Value, "Heron", ProcedureProfiles.Default.ToJson(),
            BankHolidays.Newest.Version, Priya, new UrgentQuestion(null, [], "")));
        given.Fact(new CircumstancesGiven(["new-referral"], "", Dates.Local(On(0, $"{14 - waited:00}:00")), Dates.Local(On(0, "08:45")),
            null, [], area, MeetingMode.Teams, "A bruise."));
        given.Fact(new ChildNamed(new("Ash Lindley", "", born, age == "Unborn", "1 Mill Lane", "Mill Lane Primary", "")
        {
            Ethnicity = code,
            Disabilities = disability switch { "Disabled" => ["AUT"], "Not disabled" => ["NONE"], _ => null },
        })
        {
            Child = Child1,
        });
        given.Fact([.. new[] { Tom, Sam, Grace, Ruth }.Select(person => new ParticipantAdded(person))]);
        if (random.Next(10) == 0)
        {
            Count(2, month, true);
            var cause = (NotCalledCause)random.Next(4);
            List(ServiceList.NotHeld, WordTables.NotCalledCause.InList(cause));
            Bar(2, WordTables.NotCalledCause.InList(cause));
            return given.Fact(new NoMeetingDecided("Covered.", "Ada Quill", "A visit.") { Cause = cause });
        }

        Count(2, month, false);
        var isHeld = random.Next(12) > 0;
        var isInTime = isHeld && random.Next(6) > 0;
        var held = isHeld && !isInTime ? 12 : 0;
        var late = held > 0 ? (LateCause?)random.Next(12) : null;
        given.Fact(In(new MeetingConvened(
            Dates.Local(On(held, "14:00")), Dates.Local(On(held, "15:00")), Dates.Local(On(0, "23:59")), "", "")
        {
            LateCause = late,
        }));
        Count(1, month, isInTime);
        if (late is { } cause1)
        {
            Bar(1, WordTables.LateCause.InList(cause1));
        }

        if (!isHeld)
        {
            return given;
        }

        Took(1, waited + (24 * held));
        var came = new[] { Priya, Sam, Grace }.Where(_ => random.Next(8) > 0).ToList();
        // For an unborn child a midwife has to be there, and none was asked.
        var isUnborn = age == "Unborn";
        Count(3, month, came.Count == 3 && !isUnborn);
        if (isUnborn)
        {
            List(ServiceList.Attendance, "Midwifery");
        }

        foreach (var person in came)
        {
            Bar(3, person.Agency.Name());
        }

        Count(4, month, false);
        foreach (var (person, agency) in new[] { (Priya, "Children's social care"), (Sam, "Police"), (Grace, "Health"), (Ruth, "School") }
            .Where(one => !came.Contains(one.Item1)))
        {
            List(ServiceList.Attendance, agency);
        }

        given.At(On(held, "14:00")).Fact(In(new MeetingStarted(Via.Form)))
            .Fact([.. came.Select(person => In(new ArrivalNoted(person.Id, Via.Form)))]);
        var hasPlan = random.Next(4) > 0;
        Count(5, month, hasPlan);
        var actions = random.Next(1, 4);
        given.Fact([.. Enumerable.Range(1, actions).Select(number => In(new ActionAgreed(new($"action-{number}"),
            number == 1 && hasPlan ? ActionKind.SafetyPlan : ActionKind.Action, "Nan stays.", Tom.Id,
            Dates.Local(On(held + 3, "12:00")), "", "Ring the duty desk.")))]);
        var isStarted = random.Next(3) > 0;
        if (isStarted)
        {
            var hasViews = random.Next(5) > 0;
            given.Fact([.. (hasViews ? new[] { Priya, Sam, Grace } : [Priya, Sam]).Select(person =>
                In(new ViewGiven(person.Id, ReasonableCause.Yes, "Seen.") with { Child = Child1 }))]);
            Count(7, month, hasViews && !isUnborn);
            given.Fact(In(new Section47Decided(Section47.Start, Conduct.Joint, null, "A fracture.")) with { Child = Child1 });
        }

        given.At(On(held, "15:00")).Fact(In(new ImmediatePlanAgreed()), In(new MeetingEnded(Via.Form)));
        if (random.Next(6) == 0)
        {
            given.Fact(In(new StanceTaken(Grace.Id, Stance.Escalate, "No.") { Child = Child1 }));
            var days = random.Next(0, 9);
            if (days > 0)
            {
                Took(7, days);
                given.At(On(held + days, "12:00")).Fact(In(new EscalationStepTaken(Grace.Id, "Agreed.", true) { Child = Child1 }));
            }

            List(ServiceList.Disagreements, days > 0 ? $"after {days}" : "open");
        }

        // Nobody approves any: each limit passes.
        Count(9, month, false);
        for (var number = 1; number <= actions; number++)
        {
            var (isDone, isLate) = (random.Next(3) > 0, random.Next(4) == 0);
            Count(6, month, isDone && !isLate);
            if (!isDone)
            {
                List(ServiceList.Overdue, "Children's social care");
            }
            else
            {
                given.At(On(held + (isLate ? 4 : 2), "12:00")).By(Tom)
                    .Fact(In(new ActionAnswered(new($"action-{number}"), ActionProgress.Done, "")));
            }
        }

        if (!isStarted)
        {
            if (hasPlan)
            {
                List(ServiceList.NoConferenceDay, "no enquiry");
            }

            return given;
        }

        var hours = random.Next(1, 60);
        if (!isUnborn)
        {
            Count(8, month, hours <= 24);
        }

        if (hours < 48)
        {
            if (!isUnborn)
            {
                Took(8, hours);
            }

            given.At(On(held + 4, "13:00")).By(Tom).Fact(In(new ChildVisited(VisitOutcome.SeenAlone, "Tom", "Well.")
            {
                HappenedAt = Dates.Local(On(held, "15:00")).AddHours(hours),
            }) with
            { Child = Child1 });
        }

        if (random.Next(2) == 0)
        {
            var on = day.AddDays(held + random.Next(10, 31));
            var limit = Enumerable.Range(1, 60).Select(days => day.AddDays(held + days)).First(by => Worked(day.AddDays(held), by) == 15);
            var worked = Worked(day.AddDays(held), on);
            Count(10, month, worked <= 15);
            Bar(10, worked <= 10 ? "0–10 days" : worked <= 15 ? "11–15" : worked <= 20 ? "16–20" : "21 or more");
            if (on > limit)
            {
                List(ServiceList.OutOfTimescale, $"{limit:yyyy-MM} {Math.Max(1, Worked(limit, on))}");
            }

            given.At($"{on:yyyy-MM-dd} 13:00").Fact(new ConferenceHeld(on) { Child = Child1 });
        }

        else if (hasPlan)
        {
            List(ServiceList.NoConferenceDay, "not decided yet");
        }

        return given;
    }

    private void List(ServiceList list, string which) => Listed[(list, which)] = Listed.GetValueOrDefault((list, which)) + 1;

    private void Count(int number, DateOnly month, bool isSo)
    {
        var (of, among) = Drawn.GetValueOrDefault((number, month));
        Drawn[(number, month)] = (of + (isSo ? 1 : 0), among + 1);
        foreach (var group in groupsOfChild)
        {
            (of, among) = Grouped.GetValueOrDefault((number, group));
            Grouped[(number, group)] = (of + (isSo ? 1 : 0), among + 1);
        }
    }

    private void Bar(int number, string label) => Bars[$"{number} {label}"] = Bars.GetValueOrDefault($"{number} {label}") + 1;

    private void Took(int number, int time) => (Times.TryGetValue(number, out var all) ? all : Times[number] = []).Add(time);

    private static bool IsWorked(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day);

    /// <summary>Working days after the first to the second.</summary>
    private static int Worked(DateOnly from, DateOnly to) =>
        Enumerable.Range(1, to.DayNumber - from.DayNumber).Count(days => IsWorked(from.AddDays(days)));

    private static T In<T>(T fact)
        where T : Fact => (T)(fact with { Meeting = FirstMeeting });
}
