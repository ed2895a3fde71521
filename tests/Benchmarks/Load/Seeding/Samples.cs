using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Obligations;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Benchmarks.Load.Seeding;

/// <summary>Cases as they stand in an authority's store. What fell due until now was done, as the bot would have done it.</summary>
internal static class Samples
{
    // A long answer and a short one, on the average.
    private static readonly string Words = string.Concat(Enumerable.Repeat("What was seen, by whom and when. ", 10));

    private static readonly DateTimeOffset Evening = Dates.Local("2026-11-25 20:00");

    /// <summary>When the bot is started: the meeting has begun half an hour ago.</summary>
    public static DateTimeOffset Now { get; } = Dates.Local("2026-11-25 14:30");

    public static Duties Duties { get; } = DutiesOf();

    /// <summary>A meeting in which so many facts are written already.</summary>
    public static Given InTheMeeting(int facts)
    {
        var given = Settled(Given.AConvenedCase(children: 3).At("2026-11-25 14:00")
            .Fact(new MeetingStarted(Via.Chair) { Meeting = Given.FirstMeeting }), Evening).At("2026-11-25 14:20");
        Participant[] authors = [Given.Priya, Given.Tom, Given.Sam, Given.Grace, Given.Ruth];
        for (var number = 0; given.Entries.Count < facts; number++)
        {
            var author = authors[number % authors.Length];
            given.By(author).Fact(number % 21 == 0
                ? new HeadingAnswered(Headings.All[number / 21 % Headings.All.Count].Id, new(AnswerKind.Known, [], Words), null)
                {
                    Meeting = Given.FirstMeeting,
                }
                : new InformationGiven(author.Id, author.Agency, $"{Words}{number}", 0) { Meeting = Given.FirstMeeting });
        }

        return given;
    }

    /// <summary>Convened, and owing something another day.</summary>
    public static Given Open() => InTheMeeting(0);

    /// <summary>The meeting is over and the case ended, and nothing is owed any more.</summary>
    public static Given Closed() => Settled(
        InTheMeeting(0).By(Given.Priya).At("2026-11-25 14:25").Fact(new MeetingEnded(Via.Chair) { Meeting = Given.FirstMeeting },
            new CaseEnded(CaseEndCause.NoLongerAtRisk, "", "", YesNo.No, "")),
        DateTimeOffset.MaxValue);

    /// <summary>When the case needs its next look, as the runner leaves it in the index once it has looked.</summary>
    public static DateTimeOffset? NextLook(Case @case)
    {
        // What is closed was so long ago that no limit of it is ahead.
        var at = @case.Meeting.Attendance.EndedAt is null ? Now : Now.AddYears(1);
        return Duties.OwedBy(@case).Select(owed => (DateTimeOffset?)owed.DueAt)
            .Concat(Duties.WatchesOver(@case).Select(watch => watch.Watching).Where(watching => watching.Until > at)
                .Select(watching => (DateTimeOffset?)(watching.From > at ? watching.From : at + watching.Every)))
            .Min();
    }

    private static Given Settled(Given given, DateTimeOffset until)
    {
        // What is settled may owe something else in its turn; what is told again for ever ends with the case.
        for (var turn = 0; Duties.OwedBy(given.Case).Where(owed => owed.DueAt <= until).ToList() is { Count: > 0 } owed; turn++)
        {
            if (turn == 100)
            {
                throw new InvalidOperationException($"{owed[0].Key} is owed for ever.");
            }

            given.By(Bot).Fact([.. owed.Select(one => new EffectSettled(one.Key, EffectOutcome.Delivered, "", "receipt"))]);
        }

        return given;
    }

    private static Participant Bot { get; } = Given.Priya with { Person = PersonId.Bot };

    private static Duties DutiesOf()
    {
        var duties = new Duties();
        foreach (var phase in Program.Phases.All)
        {
            phase.Duties(duties);
        }

        return duties;
    }
}
