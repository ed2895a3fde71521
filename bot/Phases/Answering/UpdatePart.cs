namespace StrategyBot.Phases.Answering;

/// <summary>The written update of somebody who can't be there: what the agency knows, and its view with the reason (R14, P3).</summary>
internal sealed class UpdatePart : IPart<UpdatePart.Form>
{
    /// <param name="View">P3's question, answered for all children at once; per child in the form of the views.</param>
    public sealed record Form(
        string Case,
        string? Text = null,
        ReasonableCause? View = null,
        string? Rationale = null,
        string? Marking = null,
        string? Share = null,
        string? Scale = null) : ICaseForm;

    public static PartId Id => new("answering/update");

    public static Capability Needs => Capability.AnswerInvitation;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["view", "rationale"], ["marking", "share"]];

    public static IReadOnlyList<string> Unmeasured => ["text"];

    public static PartButton Button(Case @case) => Id.Button("Written update", CaseForm.Of(@case));

    public Refusal? Bars(FormPage page, Form asked) => page.Me.IsInvited ? null : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked)
    {
        var stands = page.Case.Meeting.Attendance.WrittenUpdates.GetValueOrDefault(page.Me.Id);
        var given = UpdateRule.ViewOnAll(page.Case, page.Me);
        var isLonger = UpdateRule.IsLonger(stands);
        return new("Your written update",
        [
            new TextBlock("The chair shows this when it is your agency's turn. It stands in the minutes under your name."),
            new TextInput("text", "What does your agency know, and what should the meeting consider?")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = isLonger ? null : stands?.Text,
                Placeholder = isLonger ? "Your longer update stands. What you type here replaces it." : null,
            },
            Choices.Radios("view", Question(page.Case), WordTables.ReasonableCause, given?.View),
            .. ScaleInput.For(page.Case, given?.Scale),
            new TextInput("rationale", "Why?") { IsMultiline = true, MaxLength = FormCard.LongText, Value = given?.Rationale },
            MarkingInput.For(page.Case, page.Me.Agency, stands?.Audience ?? given?.Audience),
            .. MarkingInput.Share(page.Case, stands?.Audience ?? given?.Audience),
            .. given is null && UpdateRule.Views(page.Case, page.Me).Any()
                ? [new TextBlock("Your views on the children differ. They stay as they are unless you choose one here for all of them.")]
                : (IReadOnlyList<CardElement>)[],
        ])
        {
            Preselected = stands is null && given is null ? [MarkingInput.Id] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        UpdateRule.Give(page.Whole, page.Me, typed, MarkingInput.Read(page, typed.Marking, typed.Share, page.Me.Agency));

    public Echo Saved(FormPage page, Kept<Form> kept) => new("your written update", [.. UpdateDrawing.Of(page.Case, page.Me, page.Me)])
    {
        Asks = page.Case.Meeting.Attendance.WrittenUpdates.GetValueOrDefault(page.Me.Id) is { Audience: var audience }
            ? MarkingInput.Unsaid(kept.Typed.Marking, audience, Id.Send("Say who may read it", CaseForm.Of(page.Case)))
            : [],
    };

    /// <summary>Without a child's name, as it is asked for all of them at once.</summary>
    private static string Question(Case @case) =>
        @case.Profile.Questions.AskReasonableCause(@case.Children.Count > 1 ? "each child" : "the child");
}

/// <summary>What somebody wrote who isn't there, when it is their agency's turn (R14).</summary>
internal sealed class ReadUpdatePage : IPage<ReadUpdatePage.Form>
{
    private const string Title = "Written update";

    public sealed record Form(string Case, string? Participant = null) : ICaseForm;

    public static PartId Id => new("answering/read-update");

    public static Capability Needs => Capability.ReadContent;

    public static PartButton Button(Case @case, Participant author) =>
        Id.Button(UpdateDrawing.Title(author), new Form(@case.Ref.Value, author.Id.Value));

    public Refusal? Bars(FormPage page, Form asked) => Author(page, asked) is null
        ? new CannotBe("There is no such written update on this case. Open your part to see what there is to read.")
        : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var author = Author(page, asked)!;
        return new(Title,
            [new PlainText(author.Described) { Weight = TextWeight.Bolder }, .. UpdateDrawing.Of(page.Case, author, page.Me)]);
    }

    private static Participant? Author(FormPage page, Form asked) => page.Case.Meeting.Attendance.WrittenUpdates.Keys
        .Where(id => id.Value == asked.Participant).Select(page.Case.Find).FirstOrDefault();
}

/// <summary>A written update and the view beside it, as one reader may see them.</summary>
internal static class UpdateDrawing
{
    // Half of what a card holds; the whole of it stands in the minutes.
    private const int MostText = 4_000;

    public static string Title(Participant author) => $"Written update: {author.Agency.Name()}";

    public static IReadOnlyList<CardElement> Of(Case @case, Participant author, Participant reader)
    {
        var update = @case.Meeting.Attendance.WrittenUpdates.GetValueOrDefault(author.Id);
        var views = UpdateRule.Views(@case, author).Where(view => view.Given.IsFor(reader, author.Id)).ToList();
        return
        [
            .. update is null ? (IReadOnlyList<CardElement>)[] :
            [
                new PlainText(Text(update.Text, MostText)),
                new TextBlock(CardText.Plain(update.Audience.Say(@case))) { IsSubtle = true, Size = TextSize.Small },
            ],
            .. UpdateRule.ViewOnAll(@case, author) is { } given && given.IsFor(reader, author.Id) ? View("Reasonable cause", given)
                : views.SelectMany(view => View($"Reasonable cause, {view.Child.Number}", view.Given)),
        ];
    }

    private static IReadOnlyList<CardElement> View(string about, GivenView given) =>
    [
        new TextBlock($"{about}: {given.Say(WordTables.ReasonableCause.InList(given.View), "")}")
        {
            Weight = TextWeight.Bolder,
            Separator = true,
        },
        new PlainText(Text(given.Rationale, FormCard.LongText)),
    ];

    private static string Text(string text, int most) =>
        text.Length == 0 ? "Nothing written, or kept from your agency by its marking." : Shortened.To(most, text);
}
