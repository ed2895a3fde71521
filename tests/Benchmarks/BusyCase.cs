using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Benchmarks;

/// <summary>A meeting in which a great deal was written: twenty entries of an agency's information to each heading's answer,
/// whole pages long.</summary>
internal static class BusyCase
{
    private static readonly string Page = string.Concat(Enumerable.Repeat("What was seen, by whom and when. ", 40));

    public static Given Of(int facts)
    {
        var given = Given.AConvenedCase(children: 3).At("2026-11-25 14:00")
            .Fact(new MeetingStarted(Via.Chair) { Meeting = Given.FirstMeeting });
        Participant[] authors = [Given.Tom, Given.Sam, Given.Grace, Given.Ruth];
        for (var number = 0; given.Entries.Count < facts - 1; number++)
        {
            var author = authors[number % authors.Length];
            given.By(author).Fact(number % 21 == 0
                ? new HeadingAnswered(Headings.All[number / 21 % Headings.All.Count].Id, new(AnswerKind.Known, [], Page),
                    null)
                { Meeting = Given.FirstMeeting }
                : new InformationGiven(author.Id, author.Agency, Page, 0) { Meeting = Given.FirstMeeting });
        }

        return given.By(Given.Priya).At("2026-11-25 15:00").Fact(new MeetingEnded(Via.Chair) { Meeting = Given.FirstMeeting });
    }
}
