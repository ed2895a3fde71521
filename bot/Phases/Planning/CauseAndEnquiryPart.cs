using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Phases.Planning;

/// <summary>Reasonable cause and the section 47 enquiry on one form, as the chair says them in one breath: for one child, the same for all,
/// or for two side by side (P3, P9, R45).</summary>
internal sealed class CauseAndEnquiryPart : IPart<CauseAndEnquiryPart.Form>, IOnPaper
{
    /// <param name="Child"><see cref="ChildChoice.All"/>, or the one that it is about; without it what fits opens.</param>
    /// <param name="Apart">All, each with an answer of its own.</param>
    public sealed record Form(
        string Case, string? Child = null, bool? Apart = null, ReasonableCause? Cause = null, Section47? Enquiry = null,
        Conduct? Conduct = null, FollowOn? FollowOn = null, string? Rationale = null, string? Marking = null, bool? Same = null)
        : ICaseForm
    {
        /// <summary>The answers on each child.</summary>
        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Answers { get; init; }
    }

    public const string Title = "Reasonable cause and section 47";

    private const string CauseOf = "cause-", EnquiryOf = "enquiry-";

    public static PartId Id => new("planning/cause-and-enquiry");

    public static Capability Needs => Capability.Decide;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["cause", "enquiry", "conduct", "followOn", "rationale"]];

    public static PartButton Button(Case @case, Child? child = null) => Id.Button(Title, new Form(@case.Ref.Value, child?.Id.Value));

    public Refusal? Bars(FormPage page, Form asked) => DecisionRule.WhyNot(page.Whole, page.Me);

    public PartButton? Instead(FormPage page, Form asked) => asked.Child is { Length: > 0 } ? null
        : CauseAndEnquiryRule.Of(page.Case, null) is { } about
            ? Id.Button(Title, asked with { Child = about.Child?.Id.Value ?? ChildChoice.All, Apart = about.IsApart ? true : null })
        : DecisionDrawing.OfItsOwn(page.Case,
            page.Case.Children.Any(child => CauseAndEnquiryRule.Cause(page.Case, child) is null)
                ? DecisionDrawing.Cause : DecisionDrawing.Enquiry, null);

    public Drawn Draw(FormPage page, Form asked)
    {
        var (@case, children, isApart) = (page.Case, ChildChoice.Read(page.Case, asked.Child), asked.Apart == true);
        var stands = CauseAndEnquiryRule.Standing.Of(@case, children);
        var question = @case.Profile.Questions.AskReasonableCause(children is [var only] ? ChildChoice.Named(only) : "the child");
        return new(@case.Children.Count == 1 ? Title : children is [var one] ? $"Decide for {one.Number}" : "Decide for each child",
        [
            .. DecisionDrawing.Views(page, children),
            .. isApart
                ?
                [
                    .. DecisionsApart.Ask(@case, question, CauseOf, WordTables.ReasonableCause,
                        child => CauseAndEnquiryRule.Cause(@case, child)?.Answer),
                    .. DecisionsApart.Ask(@case, Section47Part.Question, EnquiryOf, WordTables.Section47,
                        child => CauseAndEnquiryRule.Enquiry(@case, child)?.Answer),
                ]
                : (IReadOnlyList<CardElement>)
                [
                    Choices.Radios("cause", question, WordTables.ReasonableCause, stands.Cause),
                    Choices.Radios("enquiry", Section47Part.Question, WordTables.Section47, stands.Enquiry),
                ],
            Section47Part.WhoCarriesOut(stands.Conduct),
            .. isApart ? (IReadOnlyList<CardElement>)[] : [Section47Part.WhatFollows(stands.FollowOn)],
            new TextInput("rationale", "Why, in your own words")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands.Rationale,
            },
            .. Who(page, children, stands, isApart),
        ])
        {
            Preselected = stands.IsNothing ? [MarkingInput.Id] : [],
            Saves = isApart ? DecisionsApart.Saves(@case) : [new("Save")],
            Beside = children.Count < 2 || isApart ? [] : [Apart(@case)],
        };
    }

    public IReadOnlyList<Form> Each(FormPage page, Form typed) => typed.Apart == true ? [typed]
        : ChildChoice.Each(page.Case, typed.Child, typed, child => typed with { Child = child });

    public Decision Decide(FormPage page, Form typed)
    {
        var children = ChildChoice.Read(page.Whole, typed.Child);
        if (children.Count == 0)
        {
            return new NoChildMeant();
        }

        if (MarkingInput.Said(page, typed.Marking, CauseAndEnquiryRule.Standing.Of(page.Whole, children).Audience, typed.Rationale)
            is not { } readers)
        {
            return MarkingInput.NotSaid;
        }

        return TooMany(page.Whole, typed) is { } several ? several
            : CauseAndEnquiryRule.Decide(page.Whole, Said(page.Whole, typed), typed.Conduct, typed.Rationale, readers);
    }

    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        Said(page.Case, kept.Typed).Select(said => said.Child).FirstOrDefault(child => kept.Typed.Apart == true
            && CauseAndEnquiryRule.Enquiry(page.Case, child) is { Answer: Section47.NotStart, FollowOn: null }) is { } asks
            // What follows has no room beside two children's answers.
            ? Button(page.Case, asks)
            : Section47Part.AsksNext(page, ChildChoice.Read(page.Case, kept.Typed.Child));

    public Echo Saved(FormPage page, Kept<Form> kept) => new("reasonable cause and section 47",
    [
        .. from child in ChildChoice.Read(page.Case, kept.Typed.Child)
           let said = string.Join("; ", new[]
           {
               CauseAndEnquiryRule.Cause(page.Case, child) is { } cause
                   ? $"reasonable cause: {WordTables.ReasonableCause.InList(cause.Answer)}" : "",
               CauseAndEnquiryRule.Enquiry(page.Case, child) is { } enquiry ? WordTables.InList(enquiry) : "",
           }.Where(part => part.Length > 0))
           where said.Length > 0
           select new PlainText($"{Shortened.To(FormCard.Line, ChildChoice.Named(child))}: {said}"),
    ]);

    /// <summary>To each child by itself.</summary>
    private static SubmitAction Apart(Case @case) => CauseAndEnquiryRule.MayBeApart(@case)
        ? Id.Button("Each child apart", new Form(@case.Ref.Value, ChildChoice.All, true)).Send()
        : Id.Button("One child at a time", new Form(@case.Ref.Value,
            (@case.Children.FirstOrDefault(child => CauseAndEnquiryRule.IsOpen(@case, child)) ?? @case.Children[0]).Id.Value)).Send();

    /// <summary>Beside six other inputs it is folded: whoever wants the usual never looks at it.</summary>
    private static IReadOnlyList<CardElement> Who(
        FormPage page, IReadOnlyList<Child> children, CauseAndEnquiryRule.Standing stands, bool isApart)
    {
        var asks = MarkingInput.Beside(
            page, stands, CauseAndEnquiryRule.Standing.Of(page.Whole, children), stands.Audience, DecisionDrawing.AsksWho);
        return isApart ? [.. asks.OfType<ChoiceSetInput>().SelectMany(MarkingInput.Folded)] : asks;
    }

    private static IReadOnlyList<CauseAndEnquiryRule.Said> Said(Case @case, Form typed)
    {
        if (typed.Apart != true)
        {
            return [.. ChildChoice.Read(@case, typed.Child)
                .Select(child => new CauseAndEnquiryRule.Said(child, typed.Cause, typed.Enquiry, typed.FollowOn, "cause"))];
        }

        var causes = DecisionsApart.Given(@case, typed.Answers, CauseOf, WordTables.ReasonableCause);
        var enquiries = DecisionsApart.Given(@case, typed.Answers, EnquiryOf, WordTables.Section47);
        var isSame = typed.Same == true;
        return
        [
            .. @case.Children.Select(child => new CauseAndEnquiryRule.Said(
                child, Of(causes, child), Of(enquiries, child), CauseAndEnquiryRule.Enquiry(@case, child)?.FollowOn,
                CauseOf + child.Id.Value)),
        ];

        T? Of<T>(IReadOnlyList<(Child Child, T Answer)> given, Child child)
            where T : struct =>
            given.Where(one => isSame || one.Child == child).Select(one => (T?)one.Answer).FirstOrDefault();
    }

    private static Refusal? TooMany(Case @case, Form typed)
    {
        if (typed is not { Apart: true, Same: true })
        {
            return null;
        }

        var no = new[]
        {
            DecisionsApart.TooMany(@case, DecisionsApart.Given(@case, typed.Answers, CauseOf, WordTables.ReasonableCause), CauseOf),
            DecisionsApart.TooMany(@case, DecisionsApart.Given(@case, typed.Answers, EnquiryOf, WordTables.Section47), EnquiryOf),
        }.OfType<Refusal>().ToList();
        return no.Count switch { 0 => null, 1 => no[0], _ => new Several(no) };
    }
}
