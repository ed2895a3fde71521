using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Family;

/// <summary>Hands whoever makes a copy a link to it as a document; the link is theirs, opens once and lasts ten minutes.</summary>
internal sealed class OfferFamilyPaper(Clerk clerk, IPaperLinks links, Words words) : IVerb<OfferFamilyPaper.Form>
{
    public static string Verb => "family/document";

    public sealed record Form(string Case, string? Reader = null) : ICaseForm;

    public static SubmitAction Button(Case @case, string reader) =>
        Actions.Send("As a document", Verb, new Form(@case.Ref.Value, reader)) with { AssociatedInputs = AssociatedInputs.None };

    public Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var reader = form.Reader ?? "";
        return PaperOffer.AnswerAsync(clerk, words, turn, form, FamilyFile.Needed,
            view => FamilyRule.MayMake(view.Reader) ? FamilyFile.WhyNot(view, reader) : new NotYourPart(),
            view => links.IssueAsync(turn, view, FamilyFile.Name, reader, cancellationToken),
            view => new("The copy as a document",
                "A Word document of one page, for this person alone. Look whose it is before you hand it over.",
                "Delete it when it is printed or sent.",
                FamilyCopyPage.Button(view.Case, reader).Send() with { Title = "Back to the copy" }),
            cancellationToken);
    }
}

/// <summary>The copy as a document, drawn anew when it is fetched: what must not be read then is not handed out.</summary>
internal sealed class FamilyFile(Letterhead letterhead, Words words) : IPaper
{
    public const string Name = "family/document";

    public const Capability Needed = Capability.FillForm;

    public string Kind => Name;

    public Capability Needs => Needed;

    /// <summary>Asked of the whole case: it knows each hold, and each address that is confidential.</summary>
    public static Refusal? WhyNot(CaseView view, string about) =>
        FamilyRule.WhyNoPaper(view.Whole, about) ?? FamilyRule.WhyNoPaper(view.Case, about);

    public Task<PaperFile?> WriteAsync(
        Asker asker, CaseView view, string about, DateTimeOffset now, bool isTaken, CancellationToken cancellationToken) =>
        Task.FromResult(Write(view, about, now));

    public PaperFile? Write(CaseView view, string about, DateTimeOffset now)
    {
        if (!FamilyRule.MayMake(view.Reader) || WhyNot(view, about) is not null)
        {
            return null;
        }

        var copy = CopyOwed.Find(view.Case, about);
        var paper = FamilyPaper.Of(view.Case, copy, letterhead, SafetyPlan.VersionNow(view.Case), now, words);
        return new($"{view.Case.Id}-family-{about}.docx", MinutesDocx.ContentType,
            FamilyDocx.Write(paper, copy.For!.Fact.IsLarge));
    }
}
