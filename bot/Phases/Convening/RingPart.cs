using StrategyBot.Conversations;

namespace StrategyBot.Phases.Convening;

/// <summary>Ring now: keep the child until the meeting. The number, the sentence, and what came of it.</summary>
internal sealed class RingPart(LastKnownPartners partners) : IPart<RingPart.Form>, IAsksOutside
{
    public sealed record Form(string Case, string? Child = null, RungOutcome? Outcome = null, string? Who = null, string? Marking = null)
        : ICaseForm;

    public static PartId Id => new("convening/ring");

    public static Capability Needs => Capability.Arrange;

    public PartnerList Told { get; set; } = new([], null, IsKnown: false);

    public static Form Of(Case @case, Child child) => new(@case.Ref.Value, child.Id.Value);

    public async Task AskAsync(Case @case, Patience patience, CancellationToken cancellationToken) =>
        Told = await partners.AskAsync(patience, cancellationToken);

    public Refusal? Bars(FormPage page, Form asked) =>
        page.Case.Find(new ChildId(asked.Child ?? "")) is { Now: not null } ? null : new NoSuchPerson();

    public Drawn Draw(FormPage page, Form asked)
    {
        var child = page.Case.Find(new ChildId(asked.Child!))!;
        var agency = child.Now!.Fact.Place == PlaceNow.Ward ? Agency.Health : Agency.School;
        return ConveningDrawing.Of(page, Step.Now,
        [
            new PlainText($"{child.Number}, {Shortened.Name(child.Details.Name)}: {NowRule.Say(child, page.Words)}"),
            .. SuggestionRule.Desks(page.Case, Told.Contacts).Where(desk => desk.Agency == agency).Select(desk =>
                new TextBlock(CardText.Plain($"Number: {Shortened.To(FormCard.Line, desk.Text)}"))),
            new TextBlock("Say: “Please keep the child with you until you hear from me. Don't let anybody take them. "
                + "If somebody tries, ring 999, then me.”")
            {
                Weight = TextWeight.Bolder,
            },
            Choices.Radios("outcome", "What came of it?", WordTables.RungOutcome, child.Rung.LastOrDefault()?.Fact.Outcome),
            ConveningDrawing.Line("who", "Who answered: name and role", child.Rung.LastOrDefault()?.Fact.Who),
            .. MarkingInput.Beside(page, child.Rung.LastOrDefault()?.Fact, page.Whole.Find(child.Id)?.Rung.LastOrDefault()?.Fact,
                child.Rung.LastOrDefault()?.Fact.Audience ?? child.Now.Fact.Audience),
        ]) with
        {
            Title = "Ring now: keep the child until the meeting",
            Saves = [new("Rang")],
            Preselected = child.Rung.IsEmpty ? [MarkingInput.Id] : [],
            Leaving = [Step.Why.Part(page.Case).Send("Go on without ringing", CaseForm.Of(page.Case))],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        var stands = page.Whole.Find(new ChildId(typed.Child ?? ""))?.Rung.LastOrDefault()?.Fact.Audience;
        return MarkingInput.Said(page, typed.Marking, stands, typed.Who) is { } readers
            ? NowRule.Rang(page.Whole, typed, readers)
            : MarkingInput.NotSaid;
    }

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the call");

    public PartButton? Next(FormPage page, Kept<Form> kept) => Step.Now.Button(page.Case);
}
