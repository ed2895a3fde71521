namespace StrategyBot.Phases.Assessing;

/// <summary>What chair or manager say of what came in after the meeting (P14). Pure.</summary>
internal static class LateNewsRule
{
    /// <param name="upTo">The number of the last that the form showed: what came since is asked about again.</param>
    public static Decision Answer(Case @case, Participant me, int upTo, NewsAnswer? answer, string? reason, Readers readers)
    {
        var (news, why) = (@case.Meeting.News, (reason ?? "").Trim());
        var stands = news.Answered;
        return news.Items.All(item => item.Seq != upTo) ? new CannotBe("Nothing came in after the meeting, so there is nothing to answer.")
            : answer is null ? new CannotBe("Say whether it changes the plan.") { Field = "answer" }
            : answer == NewsAnswer.PlanStands && why.Length == 0 ? new CannotBe("Say why the plan stands.") { Field = "reason" }
            : why.Length > FormCard.LongText ? new TooLong(FormCard.LongText) { Field = "reason" }
            : readers.WhyNot("Why", stands?.By, stands?.Fact.Audience) is { } widens ? widens
            : new LateNewsAnswered(upTo, answer.Value, why) { Meeting = @case.Meeting.Id, Audience = readers.Audience } is var said
                && stands is not null && me.Is(stands.By) && stands.Fact == said ? Decision.Already
            : said;
    }

    /// <summary><c>Health added information, Sat 5 Dec 2026, 10:12</c>: no word of it.</summary>
    public static string Say(Case @case, LateItem item, Words words) =>
        $"{@case.Find(item.By)?.Agency.Name() ?? "Somebody"} {WordTables.LateKind.InList(item.Kind)}, {words.When(item.At)}";
}
