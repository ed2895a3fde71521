using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>The read-back before the end: what the record holds, cut to its reader, in a minute's reading (P15). Built from facts only.</summary>
internal static class ReadBackCard
{
    private const int MostActions = 12;
    private const int MostEntries = 4;
    private const int MostObjections = 5;
    private const int Line = 160;

    public static AdaptiveCard For(CaseView view, Words words, AnswerReadBack.Form? typed = null, string? notSaved = null)
    {
        var stands = view.Case.Meeting.Attendance.ReadBack.GetValueOrDefault(view.Reader.Id);
        return FormCard.Of(
            "Read-back",
            notSaved,
            [
                .. Decisions(view.Case),
                .. Actions(view.Case, words),
                .. Own(view),
                .. view.Reader.May(Capability.Lead) ? Objections(view.Case) : [],
                new TextInput("objection", "If it is not what you said: what is different?") { IsMultiline = true, MaxLength = 1_000, Value = Shortened.To(1_000, typed?.Objection ?? stands?.Objection ?? ""), Separator = true },
            ],
            AnswerReadBack.Agreed(view.Case), AnswerReadBack.Different(view.Case));
    }

    private static IEnumerable<CardElement> Decisions(Case @case)
    {
        foreach (var child in @case.Children.Take(6))
        {
            var plan = @case.Meeting.Plan;
            yield return new PlainText(Shortened.To(Line, $"{child.Number}: {child.Details.Name}")) { Weight = TextWeight.Bolder };
            yield return new TextBlock(string.Join(" · ",
                $"reasonable cause: {Say(plan.ReasonableCause.GetValueOrDefault(child.Id)?.Fact.Answer)}",
                $"section 47: {Say(plan.Section47.GetValueOrDefault(child.Id)?.Fact)}",
                $"conference: {Say(plan.Conference.GetValueOrDefault(child.Id)?.Fact.Answer)}"));
        }
    }

    private static IEnumerable<CardElement> Actions(Case @case, Words words)
    {
        var open = @case.Meeting.Plan.Open.ToList();
        yield return new TextBlock(open.Count == 0 ? "No action is agreed yet." : "Actions") { Weight = TextWeight.Bolder, Separator = true };
        foreach (var action in open.Take(MostActions))
        {
            yield return new PlainText($"{Shortened.To(60, @case.Find(action.Fact.Owner)?.Name ?? "")}, by {words.When(action.Fact.DueAt)}: {Shortened.To(Line, Kept(action.Fact.What))}");
        }

        if (open.Count > MostActions)
        {
            yield return new TextBlock($"And {open.Count - MostActions} more.");
        }
    }

    /// <summary>The reader's own words, as those are what only they can answer for.</summary>
    private static IEnumerable<CardElement> Own(CaseView view)
    {
        var mine = view.Case.Meeting.Assessment.Information.Where(entry => entry.Participant == view.Reader.Id).ToList();
        var views = view.Case.Children.Select(child => (child.Number, Given: view.Case.Meeting.Assessment.Views.GetValueOrDefault((view.Reader.Id, child.Id)))).Where(own => own.Given is not null).Take(6).ToList();
        if (mine.Count + views.Count > 0)
        {
            yield return new TextBlock("Recorded as yours") { Weight = TextWeight.Bolder, Separator = true };
        }

        foreach (var (number, given) in views)
        {
            yield return new PlainText($"Reasonable cause, {number}: {Say(given!.View)}. {Shortened.To(Line, given.Rationale)}");
        }

        foreach (var entry in mine.Take(MostEntries))
        {
            yield return new PlainText(Shortened.To(2 * Line, entry.Text));
        }

        if (mine.Count > MostEntries)
        {
            yield return new TextBlock($"And {mine.Count - MostEntries} more entries of yours.");
        }
    }

    private static IEnumerable<CardElement> Objections(Case @case)
    {
        var answers = @case.Meeting.Attendance.ReadBack;
        yield return new TextBlock($"Agreed: {answers.Values.Count(answer => answer.Agreed)}. Not what they said: {answers.Values.Count(answer => !answer.Agreed)}.") { Weight = TextWeight.Bolder, Separator = true };
        foreach (var answer in answers.Values.Where(answer => !answer.Agreed).Take(MostObjections))
        {
            yield return new PlainText($"{Shortened.To(60, @case.Find(answer.Participant)?.Name ?? "")}: {Shortened.To(2 * Line, Kept(answer.Objection))}");
        }
    }

    private static string Kept(string text) => text.Length == 0 ? "(kept from your agency by its marking)" : text;

    private static string Say(ReasonableCause? answer) => answer switch
    {
        ReasonableCause.Yes => "yes",
        ReasonableCause.No => "no",
        ReasonableCause.CannotSayYet => "can't say yet",
        _ => "not decided",
    };

    private static string Say(Section47Decided? decided) => decided is null ? "not decided" : (decided.Answer switch
    {
        Section47.Start => "start",
        Section47.Continue => "continue",
        _ => "do not start",
    }) + (decided.Conduct switch { Conduct.Joint => ", joint", Conduct.Single => ", single agency", _ => "" });

    private static string Say(Conference? answer) => answer switch
    {
        Conference.Yes => "yes",
        Conference.No => "no",
        Conference.AtEndOfEnquiry => "decided at the end of the enquiry",
        _ => "not decided",
    };
}
