namespace StrategyBot.Phases.Assessing;

/// <summary>The form for what an agency knows: each save adds to it.</summary>
internal sealed class InformationPart : IPart<InformationPart.Form>, IOnPaper
{
    private const string Title = "What your agency knows";

    /// <param name="For">For whom it is typed, where that is another.</param>
    public sealed record Form(string Case, string? For = null, string? Text = null, string? Marking = null, string? Share = null)
        : ICaseForm;

    public bool SaysWhose => true;

    public static PartId Id => new(PartIds.Information);

    public static Capability Needs => Capability.Contribute;

    public static IReadOnlyList<string> Keys => ["for"];

    /// <summary>A longer text becomes several entries.</summary>
    public static IReadOnlyList<string> Unmeasured => ["text"];

    public static PartButton Button(Case @case, Participant? whose = null) => Id.Button(Title, new Form(@case.Ref.Value, whose?.Id.Value));

    public Drawn Draw(FormPage page, Form asked)
    {
        var mine = page.Case.Meeting.Assessment.Information.Count(item => item.Participant == page.Me.Id);
        var whose = PersonChoice.Read(page.Case, page.Me, asked.For);
        return new(Title,
        [
            .. PersonChoice.TypedFor(page.View, whose),
            new TextBlock(page.Me.Agency == Agency.Police
                ? "Type only what you may share. Give restricted information to the chair by word of mouth."
                : "What does your agency hold about the children and the household?"),
            .. mine == 0 ? (IReadOnlyList<CardElement>)[]
                : [new TextBlock($"{mine} of your entries are saved; this adds another.") { IsSubtle = true }],
            .. PersonChoice.ForWhom(page.View, asked.For),
            new TextInput("text", "What you know, in as many words as it needs") { IsMultiline = true, MaxLength = FormCard.MostText },
            MarkingInput.For(page.Case, page.Me.Agency, alsoOf: whose?.Agency),
            .. MarkingInput.Share(page.Case),
        ])
        {
            Preselected = [MarkingInput.Id, .. string.IsNullOrEmpty(asked.For) ? (IReadOnlyList<string>)["for"] : []],
            Beside =
            [
                InformationPage.Send("Read what is there", page.Case),
                .. page.Me.Agency == Agency.Police ? (IReadOnlyList<SubmitAction>)[TellByMouth.Button(page.Case)] : [],
            ],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        var whose = PersonChoice.Read(page.Whole, page.Me, typed.For);
        // "Only … and us" said by someone who types for another agency means that agency too.
        return MarkingInput.Read(page, typed.Marking, typed.Share, page.Me.Agency, whose?.Agency ?? page.Me.Agency) is { } audience
            ? InformationRule.Give(page.Whole, page.Me, whose, typed.Text, audience)
            : MarkingInput.NotSaid;
    }

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        EchoOf(page, PersonChoice.Read(page.Case, page.Me, kept.Typed.For)!, kept.Typed.Text ?? "", kept.Typed.Marking);

    /// <summary>What was just added, with an undo of exactly that.</summary>
    /// <param name="marking">As it was said; empty where it has to be asked yet.</param>
    public static Echo EchoOf(FormPage page, Participant whose, string text, string? marking)
    {
        var texts = LongText.Entries(text);
        var items = page.Case.Meeting.Assessment.Information
            .Where(item => item.Participant == whose.Id && texts.Contains(item.Text)).TakeLast(texts.Count).ToList();
        if (items.Count == 0)
        {
            return new(whose.Agency.Name());
        }

        var typist = whose.Id == page.Me.Id ? "" : ", typed by you";
        return new($"{items[0].Agency.Name()}, {(items.Count == 1 ? "1 entry" : $"{items.Count} entries")}",
        [
            new PlainText(items.Count == 1 ? items[0].Text : Shortened.To(FormCard.Line, items[0].Text)),
            new TextBlock($"{CardText.Plain(whose.Described)}{typist} · {CardText.Plain(items[0].Audience.Say(page.Case))}")
            {
                IsSubtle = true,
                Size = TextSize.Small,
            },
        ])
        {
            Notes =
            [
                new ActionSet(
                [
                    WithdrawInformation.Button("Undo", page.Case, [.. items.Select(item => item.Seq)]),
                    .. MoveInformation.Buttons(page, items),
                ]),
            ],
            Asks = MarkingInput.Unsaid(marking, items[0].Audience, items is [var only]
                ? CorrectionPart.Id.Send("Choose who may read this", new CorrectionPart.Form(page.Case.Ref.Value, only.Seq))
                : InformationPage.Send("Choose who may read this", page.Case)),
        };
    }
}

/// <summary>Something restricted was told to the chair by word of mouth (P6): the record says that and when, and not what.</summary>
internal sealed class TellByMouth : IAct<CaseForm>
{
    // One that is pressed twice was told once.
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    public static string Verb => "assessing/told-by-mouth";

    public static Capability Needs => Capability.Contribute;

    public static SubmitAction Button(Case @case) =>
        Actions.Send("I told the chair by word of mouth", Verb, CaseForm.Of(@case)) with { AssociatedInputs = AssociatedInputs.None };

    public Decision Decide(FormPage page, CaseForm pressed) => page.Me.Agency != Agency.Police ? new NotYourPart()
        : page.Whole.Meeting.Attendance.ToldByMouth.Exists(told => told.Fact.Participant == page.Me.Id && page.Now - told.At < Moment)
            ? Decision.Already
            : new RestrictedTold(page.Me.Id) { Meeting = page.Whole.Meeting.Id };

    public Echo Saved(FormPage page, Kept<CaseForm> kept) =>
        new("restricted information was told to the chair by word of mouth. What it was is not written here");
}

/// <summary>One of a person's own entries, to be put right; the earlier words stay in the history.</summary>
internal sealed class CorrectionPart : IPart<CorrectionPart.Form>
{
    /// <param name="Entry">Its number; as a text, since a list chooses it.</param>
    public sealed record Form(string Case, int? Entry = null, string? Text = null, string? Marking = null, string? Share = null)
        : ICaseForm;

    public static PartId Id => new("assessing/correction");

    public static Capability Needs => Capability.Contribute;

    public Refusal? Bars(FormPage page, Form asked) => Own(page.Case, page, asked) is null ? new EntryGone() : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var item = Own(page.Case, page, asked)!;
        return new("Correct an entry",
        [
            new TextBlock("The earlier words stay in the history."),
            new TextInput("text", "The entry") { IsMultiline = true, MaxLength = FormCard.LongText, Value = item.Text },
            MarkingInput.For(page.Case, item.Agency, item.Audience),
            .. MarkingInput.Share(page.Case, item.Audience),
        ])
        {
            Saves = [new("Save the correction")],
            Beside =
            [
                WithdrawInformation.Button("Withdraw this entry", page.Case, [item.Seq]),
                .. page.Me.May(ElsewherePart.Needs) ? (IReadOnlyList<SubmitAction>)[ElsewherePart.Button(page.Case, [item])] : [],
            ],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Read(page, typed.Marking, typed.Share, Own(page.Whole, page, typed)?.Agency ?? page.Me.Agency) is { } audience
            ? InformationRule.Correct(page.Whole, page.Me, typed.Entry ?? 0, typed.Text, audience)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new("the entry is corrected", Own(page.Case, page, kept.Typed) is { } item
            ? [
                new PlainText(item.Text),
                new TextBlock(CardText.Plain(item.Audience.Say(page.Case))) { IsSubtle = true, Size = TextSize.Small },
            ]
            : []);

    private static Information? Own(Case @case, FormPage page, Form form) => InformationRule.Own(@case, page.Me, form.Entry ?? 0);
}

/// <summary>Takes one's own entries back: the undo of a note, and the end of a wrong entry.</summary>
internal sealed class WithdrawInformation : IAct<WithdrawInformation.Form>
{
    /// <param name="Entries">Numbers of entries.</param>
    public sealed record Form(string Case, IReadOnlyList<string> Entries) : ICaseForm;

    public static string Verb => "assessing/withdraw-information";

    public static Capability Needs => Capability.Contribute;

    public static SubmitAction Button(string title, Case @case, IReadOnlyList<int> entries) =>
        Actions.Send(title, Verb, CaseForm.With(@case, new { Entries = string.Join(',', entries) })) with
        {
            AssociatedInputs = AssociatedInputs.None,
        };

    public Decision Decide(FormPage page, Form pressed) =>
        InformationRule.Withdraw(
            page.Whole, page.Me, [.. pressed.Entries.Select(entry => int.TryParse(entry, out var number) ? number : 0)]);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the words stay in the history") { Done = "Withdrawn" };
}

/// <summary>Puts what was just typed under another agency, where it was meant for that one (P10).</summary>
internal sealed class MoveInformation : IAct<MoveInformation.Form>
{
    // With Undo and the way to all others, as many as stand side by side on a phone.
    private const int MostOffered = 3;

    /// <param name="Entries">Numbers of entries.</param>
    /// <param name="To">The agency whose information it is.</param>
    public sealed record Form(string Case, IReadOnlyList<string>? Entries = null, Agency? To = null) : ICaseForm;

    public static string Verb => "assessing/move-information";

    public static Capability Needs => Capability.FillForm;

    /// <summary>For whoever may type for others.</summary>
    public static IEnumerable<SubmitAction> Buttons(FormPage page, IReadOnlyList<Information> items) => !page.Me.May(Needs) ? [] :
    [
        .. from agency in Agencies(page, items).Take(MostOffered)
           select Button(page, items, agency),
        ElsewherePart.Button(page.Case, items),
    ];

    /// <summary>Each agency that somebody speaks for, but that whose information it is.</summary>
    public static IEnumerable<Agency> Agencies(FormPage page, IReadOnlyList<Information> items) =>
        page.Case.Speaking.Select(person => person.Agency).Distinct().Where(one => items.All(item => item.Agency != one));

    private static SubmitAction Button(FormPage page, IReadOnlyList<Information> items, Agency agency) =>
        Actions.Send($"Move to {agency.Name()}", Verb,
            CaseForm.With(page.Case, new { Entries = string.Join(',', items.Select(item => item.Seq)), To = agency })) with
        {
            AssociatedInputs = AssociatedInputs.None,
        };

    public Decision Decide(FormPage page, Form pressed) =>
        Items(page, pressed.Entries) is { Count: > 0 } items && pressed.To is { } to ? To(page, items, to) : new EntryGone();

    public Echo Saved(FormPage page, Kept<Form> kept) => EchoOf(page, kept.Facts);

    public static Decision To(FormPage page, IReadOnlyList<Information> items, Agency to)
    {
        if (NoteCommand.Whose(page.Whole, page.Me, to) is not { } whose)
        {
            return new EntryGone();
        }

        return Decision.Of(
        [
            .. items.Select(item => new InformationWithdrawn(item.Seq) { Meeting = page.Case.Meeting.Id }),
            .. items.Select(item => new InformationGiven(whose.Id, to, item.Text, 0)
            {
                Meeting = page.Case.Meeting.Id,
                Audience = item.Audience,
                OnBehalfOf = whose.Id == page.Me.Id ? null : whose.Id,
            }),
        ]);
    }

    public static Echo EchoOf(FormPage page, IReadOnlyList<Fact> facts) => facts.OfType<InformationGiven>().ToList() is { Count: > 0 } given
        ? InformationPart.EchoOf(page, page.Case.Find(given[0].Participant)!, string.Join('\n', given.Select(one => one.Text)),
            MarkingInput.Professionals) with
        { Done = "Moved" }
        : new("it is moved") { Done = "Moved" };

    public static IReadOnlyList<Information> Items(FormPage page, IReadOnlyList<string>? entries) =>
    [
        .. (entries ?? []).Select(entry => int.TryParse(entry, out var number) ? number : 0).Distinct()
            .Select(number => InformationRule.Own(page.Whole, page.Me, number)).OfType<Information>(),
    ];
}
