using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Saves what an agency found of each person, or one answer for all of them in one tap (P1).</summary>
internal sealed class SaveSearches(Clerk clerk, Words words, TimeProvider clock) : IVerb<SaveSearches.Form>
{
    public static string Verb => "attending/save-searches";

    /// <param name="From">The first of the page that the results are for.</param>
    /// <param name="All">One answer for everybody, whatever was chosen beside each.</param>
    public sealed record Form(
        string Case, int From = 0, RecordsFound? All = null, RecordsFound? Result0 = null, RecordsFound? Result1 = null, RecordsFound? Result2 = null, RecordsFound? Result3 = null)
    {
        internal IReadOnlyList<RecordsFound?> Results => [Result0, Result1, Result2, Result3];

        public IReadOnlyList<(string Subject, RecordsFound? Result)> Answers(Case @case)
        {
            var subjects = SearchingRecords.Subjects(@case);
            return All is { } all
                ? [.. subjects.Select(subject => (subject.Id, (RecordsFound?)all))]
                : [.. subjects.Skip(Math.Max(0, From)).Zip(Results, (subject, result) => (subject.Id, result))];
        }
    }

    public static SubmitAction Button(Case @case, int from) => Actions.Send("Save", Verb, new { Case = @case.Id.Value, From = from });

    public static SubmitAction ForAll(Case @case, string title, RecordsFound all) =>
        Actions.Send(title, Verb, new { Case = @case.Id.Value, All = all }) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.AnswerInvitation, turn.Source,
            (@case, me) => SearchingRecords.Save(@case, me, form.Answers(@case)), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: what your agency found", Echo(view!)),
            refused: why => FormAgain.Or(why, view, words, "Who to check", (seen, notSaved) => WhoToCheckCard.For(seen, words, form.From, form, notSaved)));
    }

    private static IReadOnlyList<CardElement> Echo(CaseView view) =>
        [.. SearchingRecords.Subjects(view.Case).Take(20).Select(subject => new TextBlock($"{subject.Label}: {SearchingRecords.Say(SearchingRecords.Found(view.Case, view.Reader, subject.Id))}"))];
}
