using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Phases.Planning;

/// <summary>The decision on the section 47 enquiry, for one child or all (R45, R58, P9).</summary>
internal sealed class Section47Part : IPart<Section47Part.Form>, IOnPaper
{
    public sealed record Form(
        string Case, string? Child = null, Section47? Answer = null, Conduct? Conduct = null, FollowOn? FollowOn = null,
        string? Rationale = null, string? Because = null, string? Marking = null, string? Then = null, bool? Same = null)
        : ICaseForm, IDecidedApart
    {
        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Apart { get; init; }
    }

    public const string Question = "Start, continue or do not start a section 47 enquiry?";

    // Beside what is asked of an enquiry and of none, that makes six inputs.
    private const int MostApart = 2;

    // Once the meeting is over and it is asked why, one question in the place of two.
    private const string One = "enquiry-", No = "none-";

    public static PartId Id => new(PartIds.Section47);

    public static Capability Needs => Capability.Decide;

    public static IReadOnlyList<string> Keys => ["child"];

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["answer", "conduct", "followOn", "then", "rationale"]];

    public Refusal? Bars(FormPage page, Form asked) => DecisionRule.WhyNot(page.Whole, page.Me);

    public Drawn Draw(FormPage page, Form asked)
    {
        var decided = page.Case.Meeting.Plan.Section47;
        var isApart = DecisionsApart.AreAsked(page, asked.Child, MostApart, decided, fact => Choices.Value((Section47?)fact.Answer),
            fact => fact.Rationale, fact => fact.Conduct, fact => fact.FollowOn);
        var shown = isApart ? DecisionsApart.Start(page.Case, decided) : DecisionDrawing.Start(page.Case, asked.Child, decided);
        var stands = shown.Stands;
        // Apart, one child's enquiry and another's help are decided in one.
        var all = isApart ? decided.Values.Select(one => one.Fact).ToList() : [];
        var conduct = stands?.Conduct ?? all.Select(fact => fact.Conduct).FirstOrDefault(said => said is not null);
        var follows = stands?.FollowOn ?? all.Select(fact => fact.FollowOn).FirstOrDefault(said => said is not null);
        return DecisionDrawing.Of(page, "Section 47 enquiry", shown, isApart,
            [
                .. isApart ? DecisionsApart.Ask(page.Case, Question, WordTables.Section47, decided, fact => fact.Answer)
                    : [Choices.Radios("answer", Question, WordTables.Section47, stands?.Answer)],
                .. DecisionDrawing.AsksWhy(page, decided) ? [Then(stands)] : (IReadOnlyList<CardElement>)
                [
                    WhoCarriesOut(conduct), WhatFollows(follows),
                ],
            ],
            plan => plan.Section47, WordTables.InList, fact => fact.Rationale, DecisionDrawing.Views(page, page.Case.Children));
    }

    public IReadOnlyList<Form> Each(FormPage page, Form typed) =>
        DecisionsApart.Are(typed) ? [typed] : ChildChoice.Each(page.Case, typed.Child, typed, child => typed with { Child = child });

    public Decision Decide(FormPage page, Form typed)
    {
        var children = ChildChoice.Read(page.Whole, typed.Child);
        if (DecisionDrawing.Readers(page, typed.Marking, children, page.Whole.Meeting.Plan.Section47, typed.Rationale, typed.Because)
            is not { } readers)
        {
            return MarkingInput.NotSaid;
        }

        return DecisionsApart.Are(typed) ? DecisionsApart.Decide(page.Whole, typed, WordTables.Section47, On) : On(children, typed.Answer);

        Decision On(IReadOnlyList<Child> some, Section47? answer) => DecisionRule.Enquiry(
            page.Whole, some, answer, Said(typed.Conduct, WordTables.Conduct, One, typed.Then),
            Said(typed.FollowOn, WordTables.FollowOn, No, typed.Then), typed.Rationale, typed.Because, readers);
    }

    public static ChoiceSetInput WhoCarriesOut(Conduct? stands) =>
        Choices.Radios("conduct", "If there is one: who carries it out?", WordTables.Conduct, stands);

    public static ChoiceSetInput WhatFollows(FollowOn? stands) =>
        new("followOn", "If there is none: what follows?", Choices.Of(WordTables.FollowOn)) { Value = Choices.Value(stands) };

    private static ChoiceSetInput Then(Section47Decided? stands) =>
        new("then", "If there is one: who carries it out? If there is none: what follows?",
        [
            .. Choices.Of(WordTables.Conduct).Select(one => new Choice($"Enquiry: {one.Title}", One + one.Value)),
            .. Choices.Of(WordTables.FollowOn).Select(one => new Choice($"No enquiry: {one.Title}", No + one.Value)),
        ])
        {
            Value = Choices.Value(stands?.Conduct) is { } conduct ? One + conduct
                : Choices.Value(stands?.FollowOn) is { } follows ? No + follows
                : null,
        };

    private static T? Said<T>(T? apart, WordTable<T> words, string prefix, string? then)
        where T : struct, Enum =>
        apart ?? (then?.StartsWith(prefix, StringComparison.Ordinal) == true ? Choices.Read(words, then[prefix.Length..]) : null);

    public PartButton? Next(FormPage page, Kept<Form> kept) => AsksNext(page, ChildChoice.Read(page.Case, kept.Typed.Child));

    /// <summary>One that goes on keeps its start, so that is asked next; a joint one has two leads.</summary>
    /// <param name="decided">On whom.</param>
    public static PartButton? AsksNext(FormPage page, IReadOnlyList<Child> decided)
    {
        var facts = decided.Select(child => page.Case.Meeting.Plan.Section47.GetValueOrDefault(child.Id)?.Fact).OfType<Section47Decided>()
            .ToList();
        var unknown = Enquiry.Of(page.Case)
            .Where(enquiry => enquiry.StartedOn is null && decided.Contains(enquiry.Child)).Select(enquiry => enquiry.Child).ToList();
        return facts.Any(fact => fact.Answer == Section47.Continue) && unknown.Count > 0
            ? EnquiryStartPart.Button(page.Case, decided is [var one] ? one
                : facts.Any(fact => fact.Answer != Section47.Continue) ? unknown[0] : null)
            : facts.Any(fact => fact is { Answer: not Section47.NotStart, Conduct: Conduct.Joint })
                && !page.Case.Meeting.Assessment.Of("leads").IsAnswered
            ? new PartId(PartIds.Leads).Button(Headings.Find("leads")!.Title, CaseForm.Of(page.Case))
            : null;
    }

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        DecisionDrawing.Saved(page, kept.Typed.Child, "section 47", page.Case.Meeting.Plan.Section47, WordTables.InList);
}

/// <summary>Takes a typed decision on the section 47 enquiry back; what stood before stands again.</summary>
internal sealed class UndoSection47 : IAct<UndoSection47.Form>
{
    /// <param name="At">When it was decided, so that a later decision is never undone by an old button.</param>
    public sealed record Form(string Case, DateTimeOffset? At = null) : ICaseForm;

    public static string Verb => "planning/undo-section47";

    public static Capability Needs => Capability.Lead;

    public static SubmitAction Button(Case @case, DateTimeOffset at) =>
        Actions.Send("Undo", Verb, new Form(@case.Ref.Value, at)) with { AssociatedInputs = AssociatedInputs.None };

    public Decision Decide(FormPage page, Form pressed) => DecisionRule.UndoEnquiry(page.Whole, page.Me, pressed.At ?? default);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("section 47 stands as before") { Done = "Undone" };
}
