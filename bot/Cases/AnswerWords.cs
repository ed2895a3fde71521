namespace StrategyBot.Cases;

/// <summary>An answer in words, as forms echo it and minutes print it: a blank is never taken for a considered answer (R37).</summary>
internal static class AnswerWords
{
    public static string Say(Heading heading, Answer answer)
    {
        var ticked = string.Join(", ", heading.Options.Where(option => answer.Choices.Contains(option.Id)).Select(option => option.Label));
        var lead = answer.Kind == AnswerKind.Known ? ticked : WordTables.AnswerKind.InList(answer.Kind);
        return lead.Length == 0 ? answer.Text : answer.Text.Length == 0 ? lead : $"{lead}: {answer.Text}";
    }
}
