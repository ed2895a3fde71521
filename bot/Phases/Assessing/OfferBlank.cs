using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Records;

namespace StrategyBot.Phases.Assessing;

/// <summary>Hands out a link to a blank of the case's form, to be written on by hand (P13).</summary>
internal sealed class OfferBlank(Clerk clerk, IPaperLinks links, Words words) : IVerb<CaseForm>
{
    public static string Verb => "assessing/blank";

    public static SubmitAction Button(Case @case) =>
        Actions.Send("Print a blank", Verb, CaseForm.Of(@case)) with { AssociatedInputs = AssociatedInputs.None };

    public Task<Reply> HandleAsync(CaseForm form, Turn turn, CancellationToken cancellationToken) =>
        PaperOffer.AnswerAsync(clerk, words, turn, form, PaperPart.Needs, _ => null,
            view => links.IssueAsync(turn, view, Verb, "", cancellationToken),
            view => new(PaperPart.Title, "A blank with the headings of this case's forms, room to write, and the numbers to ring. It names "
                    + "nobody of the family.",
                "Type in what was written on it under “Written on paper”.",
                PaperPart.Id.Send("Back", CaseForm.Of(view.Case))),
            cancellationToken);
}

/// <summary>The blank as a document, drawn anew when it is fetched.</summary>
internal sealed class BlankFile : IPaper
{
    public string Kind => OfferBlank.Verb;

    public Capability Needs => PaperPart.Needs;

    public Task<PaperFile?> WriteAsync(
        Asker asker, CaseView view, string about, DateTimeOffset now, bool isTaken, CancellationToken cancellationToken) =>
        Task.FromResult<PaperFile?>(new($"{view.Case.Id}-blank.docx", MinutesDocx.ContentType,
            BlankDocx.Write(BlankPaper.Of(view.Case))));
}
