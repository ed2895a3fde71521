using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Records;
using Shape = StrategyBot.Documents.FamilyPaper.Shape;
using Span = StrategyBot.Documents.FamilyPaper.Span;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>What a ward or a school that holds a child has to know: why the child stays, who may come, what to say and whom to ring (P35).
/// Pure.</summary>
/// <param name="Told">What is said to them on the telephone, line by line.</param>
internal sealed record HolderSheet(IReadOnlyList<string> Told, IReadOnlyList<FamilyPaper.Block> Blocks)
{
    /// <param name="case">As whoever tells them may read it: what is marked for some agencies only is not for a ward.</param>
    public static HolderSheet Of(Case @case, HolderPlace held, DateTimeOffset now, Words words)
    {
        IReadOnlyList<(string Heading, IReadOnlyList<string> Lines)> sections =
        [
            .. held.Children.Select(child => (ChildChoice.Named(child), About(@case, child, words))),
            ("If somebody tries to take the child", Taken(@case, held)),
            ("What you may say", Say(@case)),
            ("Whom to ring", Ring(@case)),
        ];
        return new(
        [
            .. sections.SelectMany(section => section.Lines.Select((line, at) => at == 0 ? $"{section.Heading}: {line}" : line)),
        ],
        [
            new FamilyPaper.Line(Shape.Text, new Span("Confidential. For staff only. Keep it where no visitor can read it.")),
            new FamilyPaper.Line(Shape.Title, new Span($"A child who stays with you: {held.Place.Name}")),
            new FamilyPaper.Line(Shape.Text,
                new Span($"As it stands {words.When(now)}. Tell each shift. Throw this away when you have a new one.")),
            .. sections.SelectMany(section => (IReadOnlyList<FamilyPaper.Block>)
            [
                new FamilyPaper.Line(Shape.Heading, new Span(section.Heading)),
                .. section.Lines.Select(line => new FamilyPaper.Line(Shape.Text, new Span(line))),
            ]),
        ]);
    }

    private static IReadOnlyList<string> About(Case @case, Child child, Words words)
    {
        var ring = $"Before the child leaves, ring {@case.Chair.Name}{Phone(@case.Chair)}.";
        return @case.Meeting.Safety.Positions.GetValueOrDefault(child.Id)?.Fact is not { Audience.IsForAll: true } position ? [ring] :
        [
            $"Why the child stays: {WordTables.SafetyBasis.InList(position.Basis)}.",
            .. position.WithWhom.Length > 0 ? [$"With whom: {position.WithWhom}."] : (IReadOnlyList<string>)[],
            position.Supervision.Length > 0 ? $"Who may visit, and who is there: {position.Supervision}."
                : $"Who may visit: ask {@case.Chair.Name} first.",
            .. PositionRule.DecideBy(@case, child) is { } by ? [$"It is decided anew by {words.When(by)}."] : (IReadOnlyList<string>)[],
            ring,
        ];
    }

    private static IReadOnlyList<string> Taken(Case @case, HolderPlace held) =>
    [
        "Ring 999.",
        .. held.Children.Select(child => @case.Meeting.Safety.Positions.GetValueOrDefault(child.Id)?.Fact)
            .Where(position => position is { IfTakenRing.Length: > 0, Audience.IsForAll: true })
            .Select(position => $"Then ring {position!.IfTakenRing}.").Distinct(),
    ];

    private static List<string> Say(Case @case) => HoldLines.Of(@case).ToList() is { Count: > 0 } holds ? holds
        : [$"Nothing of this meeting. Questions of the family go to {@case.Chair.Name}{Phone(@case.Chair)}."];

    private static IReadOnlyList<string> Ring(Case @case) =>
    [
        .. @case.Invited.Where(person => person.Roles.Contains(Role.SocialWorker) || person.Id == @case.Meeting.Chair)
            .Select(person => $"{person.Name}, {person.JobTitle}{Phone(person)}"),
        $"At night and at weekends: {@case.Profile.OutOfHours.Title}, {@case.Profile.OutOfHours.Phone}",
    ];

    private static string Phone(Participant person) => person.Phone.Length > 0 ? $", {person.Phone}" : "";
}

/// <summary>Hands out a link to the sheet for the place that holds a child.</summary>
internal sealed class OfferHolderSheet(Clerk clerk, IPaperLinks links, Words words) : IVerb<OfferHolderSheet.Form>
{
    public sealed record Form(string Case, string? Child = null) : ICaseForm;

    public static string Verb => "safeguarding/holder-sheet";

    public static SubmitAction Button(Case @case, HolderPlace held) =>
        Actions.Send("Print a sheet for them", Verb, new Form(@case.Ref.Value, held.First.Id.Value));

    public Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        PaperOffer.AnswerAsync(clerk, words, turn, form, HolderRungPart.Needs,
            view => HolderPlace.Find(view.Case, form.Child) is null ? HolderPlaceRule.Nobody : null,
            view => links.IssueAsync(turn, view, Verb, form.Child ?? "", cancellationToken),
            view => new(HolderRungPart.Title, "A sheet of one page for whoever holds the child, as it stands when you fetch it.",
                "Delete it when it is printed. Ring them also when it is handed over.",
                HolderRungPart.Button(view.Case, HolderPlace.Find(view.Case, form.Child)!).Send() with { Title = "Back" }),
            cancellationToken);
}

/// <summary>The sheet as a document, drawn anew when it is fetched.</summary>
internal sealed class HolderSheetFile(Words words) : IPaper
{
    public string Kind => OfferHolderSheet.Verb;

    public Capability Needs => HolderRungPart.Needs;

    public Task<PaperFile?> WriteAsync(
        Asker asker, CaseView view, string about, DateTimeOffset now, bool isTaken, CancellationToken cancellationToken) =>
        Task.FromResult(HolderPlace.Find(view.Case, about) is not { } held ? null : new PaperFile(
            $"{view.Case.Id}-holder-{about}.docx", MinutesDocx.ContentType,
            FamilyDocx.Write(new("Whoever holds the child", HolderSheet.Of(view.Case, held, now, words).Blocks,
                $"{view.Case.Id} {view.Case.CheckWord} · {words.When(now)}"), large: false)));
}
