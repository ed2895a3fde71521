using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Assessing;

/// <summary>Shows the answers that contest each other, one heading at a time (design §5.4). Closing it keeps both.</summary>
internal sealed class OpenContest(Clerk clerk, Words words) : IVerb<OpenContest.Form>
{
    // A card has five buttons (design §5.7), one for each answer.
    private const int MostButtons = 5;

    public static string Verb => "assessing/contest";

    public sealed record Form(string Case, string Heading);

    public static SubmitAction Button(CaseView view, Heading heading) => Actions.Send($"Compare: {heading.Title}", Verb, new Form(view.Case.Id.Value, heading.Id)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        Headings.Find(form.Heading) is { } heading
        && await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.FillForm, $"{Verb}/{heading.Id}", cancellationToken) is { } view
            ? new Reply.Show(heading.Title, Card(view, heading))
            : new Reply.Say(new NoSuchCase().Say(words));

    private AdaptiveCard Card(CaseView view, Heading heading)
    {
        var standing = view.Case.Meeting.Assessment.Of(heading.Id).Standing.Where(given => AnsweringHeadings.MayRead(view.Reader, given)).TakeLast(MostButtons).ToList();
        return FormCard.Of(
            heading.Title,
            null,
            [
                new TextBlock("Two people answered this at once. Both answers are kept; the chair chooses which stands."),
                .. standing.SelectMany(given => new CardElement[]
                {
                    new TextBlock($"{CardText.Plain(HeadingsCard.AuthorOf(view, given))}, {words.Time(given.At)}") { Weight = TextWeight.Bolder, Separator = true },
                    new PlainText(AnswerWords.Say(heading, given.Answer)),
                }),
            ],
            view.Reader.May(Capability.Lead) ? [.. standing.Select(given => SettleContest.Button(view, heading, given))] : []);
    }
}
