using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Enquiring;

/// <summary>The whole way from the enquiry to the conference: which day it is, what is next, who has it and what is late (R94).</summary>
internal sealed class EnquiryPage : IPage<CaseForm>
{
    public const string Title = "Enquiry and conference";

    public static PartId Id => new(PartIds.Enquiry);

    public static Capability Needs => Capability.KeepEnquiry;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    /// <summary>What opens under what was saved; <c>null</c> where there is no enquiry.</summary>
    public static PartButton? Next(Case @case) => EnquiryPipeline.Of(@case).Count > 0 ? Button(@case) : null;

    public Refusal? Bars(FormPage page, CaseForm asked) =>
        EnquiryPipeline.Of(page.Whole).Count > 0 ? null : new CannotBe("No section 47 enquiry runs on this case.");

    public Drawn Draw(FormPage page, CaseForm asked)
    {
        var groups = StepGroup.Of(page.Whole).ToList();
        return new(Title,
        [
            .. groups.SelectMany((group, index) => Head(page, group, isFirst: index == 0)
                .Concat(ConferenceCalendar.Says(page.Whole, group.First.Child).Select(line => new TextBlock(line)))
                .Concat(group.Steps.SelectMany(state => Row(page, group, state)))),
            .. SourceNote.Of("sources", groups.SelectMany(group => group.Steps).Select(state => state.Due)),
        ])
        {
            Beside = [.. EnquiringHub.Beside(page.View).Select(button => button.Send())],
        };
    }

    private static IEnumerable<CardElement> Head(FormPage page, StepGroup group, bool isFirst)
    {
        yield return new TextBlock(group.Say(page.Whole, page.Words, page.Now)) { Weight = TextWeight.Bolder, Separator = !isFirst };
        if (MeetingDue.NotifiedOn(page.Whole) is { } told && told == group.First.StartedOn)
        {
            yield return new TextBlock(CardText.Plain($"The days count from {page.Words.Date(told)}, when "
                + $"{page.Whole.TransferIn!.Fact.Authority} told us of its plan."));
        }

        if (LinkedCases.IsAboutTwo(page.Whole))
        {
            yield return new TextBlock("A conference is held on both children. " + (page.Whole.Linked.All
                .Where(link => link.Value.Fact.Kind == CaseLinkKind.OtherChild).Select(link => link.Key).ToList() is { Count: > 0 } others
                    ? $"The other child's case: {string.Join(", ", others)}." : "The other child's case is not linked."));
        }

        foreach (var line in EnquiryLines.Stands(group.First, page.Words))
        {
            yield return new TextBlock(line);
        }

        if (group.First.Work.Progress is { Fact.PlanHolds: YesNo.No } && group.First.Work.Concluded is null)
        {
            yield return new TextBlock("At the progress check the safety plan did not hold. Change it today.")
            {
                Weight = TextWeight.Bolder,
                Color = TextColor.Attention,
            };
        }
    }

    private static IEnumerable<CardElement> Row(FormPage page, StepGroup group, StepState state)
    {
        var (words, late) = (page.Words, EnquiryLines.IsLate(state, page.Now));
        yield return new TextBlock(CardText.Plain($"{state.Step.Title}: {EnquiryLines.Say(page.Whole, state, page.Now, words)}"))
        {
            Weight = late ? TextWeight.Bolder : TextWeight.Default,
            Color = late ? TextColor.Attention : TextColor.Default,
            IsSubtle = state.DoneAt is not null,
        };
        if (state.IsOpen && group.First.Work.Held is null && StepHolders.MayDo(page.Whole, page.Me, state.Step))
        {
            yield return new ActionSet(EnquiryLines.Open(page.Case, group, state.Step).Send());
        }
        else if (state.Said is { } said && StepHolders.MayDo(page.Whole, page.Me, state.Step))
        {
            yield return new ActionSet(UndoStep.Button(page.Case, group.Chosen(page.Case), state.Step.Id, said.At) with
            {
                Title = $"Undo: {StepDonePart.Lowered(state.Step.Title)}",
            });
        }
    }
}

/// <summary>Children whose enquiries stand alike.</summary>
internal sealed record StepGroup(IReadOnlyList<ChildEnquiry> Children)
{
    public ChildEnquiry First => Children[0];

    public IReadOnlyList<StepState> Steps => First.Steps;

    /// <summary>What a form sends for them.</summary>
    public string Chosen(Case @case) => Children.Count > 1 || @case.Children.Count == 1 ? ChildChoice.All : First.Child.Id.Value;

    public string Whose(Case @case) => Children.Count == @case.Children.Count ? ""
        : $"{string.Join(", ", Children.Select(one => one.Child.Number))}: ";

    public static IEnumerable<StepGroup> Of(Case @case)
    {
        var all = EnquiryPipeline.Of(@case).Where(one => one.StartedOn is not null).ToList();
        // Several that don't stand alike are said one by one: a form then means one child.
        return all.Count == @case.Children.Count && all.Select(Stands).Distinct().Count() == 1 ? [new(all)]
            : all.Select(one => new StepGroup([one]));
    }

    private static string Stands(ChildEnquiry one) => string.Join('|', one.Steps
        .Select(state => $"{state.Step.Id} {state.Due?.On} {state.DoneAt}")
        .Append($"{one.StartedOn} {one.Need} {one.Work.Held?.Fact.On} {one.Work.Concluded?.Fact.Result}")
        .Append($"{one.Work.Outcome?.Fact.Plan} {one.Work.Outcome?.Fact.Category}")
        .Append($"{one.Work.Late?.Fact.Cause} {one.Work.Late?.Fact.Expected} {one.Work.LateAnswered?.Fact.Agrees}"));

    /// <summary><c>Day 6 of 15. Conference by Fri 11 Dec 2026.</c></summary>
    public string Say(Case @case, Words words, DateTimeOffset now)
    {
        var day = First.Day(@case.Clocks, words.LocalDate(now));
        return $"{Whose(@case)}Day {day} of {@case.Profile.Conference.LastSlot.Day}. {First switch
        {
            { Work.Held: { } held } => $"The conference was held {words.Date(held.Fact.On)}.",
            { Need: Conference.No } => "No conference is held.",
            { Work.Arranged: { } at } => $"The conference is {words.When(at.Fact.At)}; it has to be held by {words.Date(First.Limit!.On)}.",
            { Need: Conference.Yes } => $"A conference has to be held by {words.Date(First.Limit!.On)}.",
            _ => $"Whether a conference is held is not decided yet. It would be by {words.Date(First.Limit!.On)}.",
        }}";
    }
}

/// <summary>What lists and cards say of a step.</summary>
internal static class EnquiryLines
{
    public static bool IsLate(StepState state, DateTimeOffset now) => state.IsOpen && state.Due is { } due
        && EnquiryPipeline.IsTracked(due) && due.IsPast(now);

    /// <summary><c>by Thu 26 Nov 2026 (Day 5), Tom Reed</c>, or when it was done.</summary>
    public static string Say(Case @case, StepState state, DateTimeOffset now, Words words) => state switch
    {
        { DoneAt: { } done } => $"{words.Date(words.LocalDate(done))}{By(@case, state)}",
        { Due: null } => "once the conference has a date",
        { Due: { } due } => (IsLate(state, now) ? "late, it was due " : "by ") + due.SayRule(words)
            + (state.ReadyAt is null ? First(state, @case) : $". {StepHolders.Say(@case, state.Step)}"),
    };

    /// <summary>The form that says that it is done.</summary>
    public static PartButton Open(Case @case, StepGroup group, PipelineStep step) => Open(@case, group.Chosen(@case), step);

    public static PartButton Open(Case @case, string child, PipelineStep step) => step.Id switch
    {
        Pipeline.Enquiry => ConcludedPart.Button(@case, child),
        Pipeline.ProgressCheck => ProgressCheckPart.Button(@case, child),
        Pipeline.ConveningForm => ConveningFormPart.Button(@case, child),
        Pipeline.Chair => ConferenceChairPart.Button(@case, child),
        Pipeline.Arranged => ArrangePart.Button(@case, child),
        // By calendar first, then the family's by hand.
        Pipeline.Invitations when EnquiryStepRule.WhyNotInvite(@case, child) is null
            && EnquiryStepRule.Meant(@case, child)[0].Work.Invited is null => InviteToConferencePart.Button(@case, child),
        _ => StepDonePart.Button(@case, child, step),
    };

    /// <summary>What else stands on one child's enquiry.</summary>
    public static IEnumerable<string> Stands(ChildEnquiry enquiry, Words words)
    {
        if (enquiry.Work.Concluded is { } end)
        {
            yield return $"Outcome: {WordTables.EnquiryResult.InList(end.Fact.Result)}"
                + (end.Fact.Support.Count == 0 ? "."
                    : $". {string.Join("; ", end.Fact.Support.Select(WordTables.EnquirySupport.InList))}.");
        }

        if (enquiry.Work is { Held: not null, Outcome: { } outcome })
        {
            yield return $"The conference: {ConferenceOutcomeRule.Words(outcome.Fact)}";
        }

        if (enquiry.IsToBeHeld && enquiry.Work.StandIn is { } stand)
        {
            yield return stand.Fact.Who.Length == 0 ? "The social worker can't come. Nobody is named in their place yet."
                : "The social worker can't come. Somebody comes in their place.";
        }

        if (enquiry.IsToBeHeld && enquiry.Work.Late is { } late)
        {
            yield return $"Out of timescale: {WordTables.LatenessCause.InList(late.Fact.Cause)}"
                + (late.Fact.Expected is { } day ? $"; expected {words.Date(day)}. " : ". ")
                + (OutOfTimescaleRule.IsAsked(enquiry) ? "The area manager has not answered."
                    : OutOfTimescaleRule.IsShort(enquiry) ? "The operations manager has not answered."
                    : enquiry.Work.LateAnswered is { Fact.Agrees: YesNo.No } ? "The area manager does not agree."
                    : enquiry.Work.LateAnswered is not null ? "The area manager agrees." : "The operations manager has answered.");
        }
    }

    private static string By(Case @case, StepState state) =>
        state.Said is { } said && @case.Find(said.By) is { } who ? $", {who.Name}" : "";

    private static string First(StepState state, Case @case) =>
        state.Step.After is { } after && Pipeline.Of(@case.Profile).FirstOrDefault(step => step.Id == after) is { } before
            ? $". First: {before.Title}" : ". First it has to be decided that a conference is held";
}
