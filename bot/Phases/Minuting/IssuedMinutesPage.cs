using StrategyBot.Documents;

namespace StrategyBot.Phases.Minuting;

/// <summary>A page of approved minutes, cut to the reader's markings.</summary>
internal sealed class IssuedMinutesPage : IPage<IssuedMinutesPage.Form>
{
    // More don't stand side by side on a phone.
    private const int MostButtons = 5;

    /// <param name="Meeting">Which meeting's; the latest where it is left out.</param>
    /// <param name="Version">0, or one that there is not, means the one that stands.</param>
    public sealed record Form(string Case, string? Meeting = null, int Version = 0, int Page = 1) : ICaseForm
    {
        public Meeting Of(Case @case) => @case.Meetings.FirstOrDefault(meeting => meeting.Id.Value == Meeting) ?? @case.Meeting;
    }

    public static PartId Id => new("minuting/read");

    public static Capability Needs => Capability.ReadMinutes;

    public static PartButton Button(Case @case, Meeting meeting, int version = 0) =>
        Id.Button("Read the minutes", new Form(@case.Ref.Value, meeting.Id.Value, version));

    public static SubmitAction Turn(Case @case, Meeting meeting, string title, int version, int page) =>
        Id.Send(title, new Form(@case.Ref.Value, meeting.Id.Value, version, page));

    public Refusal? Bars(FormPage page, Form asked) => asked.Of(page.Whole).Minutes.Version == 0 ? new NotApprovedYet() : null;

    /// <remarks>Cut by paragraph: what is left out is said to be.</remarks>
    public Drawn Draw(FormPage page, Form asked)
    {
        var meeting = asked.Of(page.Whole);
        var minutes = meeting.Minutes;
        var read = minutes.Approvals.ContainsKey(asked.Version) ? asked.Version : minutes.Version;
        var shown = LongText.Page(MinutesDrawing.Of(MinutesCopy.For(minutes.Of(read), page.Me)), asked.Page);
        var objectable = MayObject(page, meeting, read) ? Objectable(shown.Items) : [];
        return new($"Minutes, {page.Case.Id} {page.Case.CheckWord}",
        [
            new TextBlock(VersionMark.Of(page.Whole, meeting, read, page.Words).Line) { Weight = TextWeight.Bolder },
            .. Reasons(asked.Of(page.Case).Minutes, read),
            new TextBlock($"Page {shown.Number} of {shown.Count}") { IsSubtle = true },
            .. MinutesDrawing.Elements(shown.Items),
            .. objectable.Count == 0 ? (IReadOnlyList<CardElement>)[]
                : [new ChoiceSetInput("paragraph", "If something is wrong: which paragraph?", objectable)
                {
                    Value = objectable[0].Value,
                    Separator = true,
                }],
        ])
        {
            Frame = "Minutes",
            Beside =
            [
                .. shown.Turns((title, number) => Turn(page.Case, meeting, title, read, number))
                    .Concat(Buttons(page, meeting, read, mayObject: objectable.Count > 0))
                    .Take(MostButtons),
            ],
        };
    }

    public string Reading(Form asked) => $"{(asked.Meeting is { } which ? $"{which}/" : "")}{asked.Version}/{asked.Page}";

    /// <summary>The chair amends instead; of an earlier version there is nothing left to say, nor here of an earlier meeting's.</summary>
    private static bool MayObject(FormPage page, Meeting meeting, int read) =>
        read == meeting.Minutes.Version && meeting.Id == page.Whole.Meeting.Id && !page.Me.May(Capability.Lead);

    private static List<Choice> Objectable(IReadOnlyList<MinutesParagraph> page) =>
    [
        .. page.Where(paragraph => paragraph.Text != MinutesCopy.LeftOut).DistinctBy(paragraph => paragraph.Id)
            .Select(paragraph => new Choice(MinutesDrawing.Named(paragraph), paragraph.Id)),
    ];

    private static IEnumerable<PlainText> Reasons(Minutes minutes, int read)
    {
        if (minutes.Approvals[read].Fact.Reason is { Length: > 0 } why)
        {
            yield return new PlainText($"Why this version: {why}");
        }

        if (read < minutes.Version && minutes.Approved!.Fact.Reason is { Length: > 0 } since)
        {
            yield return new PlainText($"Why version {minutes.Version}: {since}");
        }
    }

    private static IEnumerable<CardAction> Buttons(FormPage page, Meeting meeting, int read, bool mayObject)
    {
        var minutes = meeting.Minutes;
        // On each page: whoever reads the document need not turn them all.
        if (read == minutes.Version && !minutes.HasRead(page.Me.Id, read))
        {
            yield return AcknowledgeMinutes.Button(page.Case, meeting, read);
        }

        if (mayObject)
        {
            yield return ObjectionPart.ChosenButton(page.Case, read);
        }

        if (read < minutes.Version)
        {
            yield return Turn(page.Case, meeting, $"Open version {minutes.Version}", minutes.Version, 1);
        }

        yield return OfferDocument.Button(page.Case, meeting, read);
        if (read > 1)
        {
            yield return Turn(page.Case, meeting, $"Open version {read - 1}", read - 1, 1);
        }
    }
}

/// <summary>A reader says that they have read the minutes (R81).</summary>
internal sealed class AcknowledgeMinutes : IAct<AcknowledgeMinutes.Form>
{
    public sealed record Form(string Case, string? Meeting = null, int Version = 0) : ICaseForm;

    public static string Verb => "minuting/acknowledge";

    public static Capability Needs => Capability.ReadMinutes;

    public static SubmitAction Button(Case @case, Meeting meeting, int version) =>
        Actions.Send("I have read them", Verb, new Form(@case.Ref.Value, meeting.Id.Value, version));

    public Decision Decide(FormPage page, Form pressed) =>
        Decide(new IssuedMinutesPage.Form(pressed.Case, pressed.Meeting).Of(page.Whole), page.Me, pressed.Version);

    public static Decision Decide(Meeting meeting, Participant me, int version) =>
        !meeting.Minutes.Approvals.ContainsKey(version) ? new NotApprovedYet()
        : meeting.Minutes.HasRead(me.Id, version) ? Decision.Already
        : new MinutesAcknowledged(me.Id, version) { Meeting = meeting.Id };

    public Echo Saved(FormPage page, Kept<Form> kept) => new($"you have read version {kept.Typed.Version} of the minutes");
}

internal sealed record NotApprovedYet : Refusal
{
    public override string Say(Words words) => "The minutes are not approved yet. The chair is asked for it; you are told when they are.";
}

/// <summary>How far a version may be relied on, for cards and documents alike.</summary>
internal static class VersionMark
{
    public static MinutesMark Of(Case @case, Meeting meeting, int version, Words words) => version switch
    {
        0 => MinutesMark.Draft,
        _ when version < meeting.Minutes.Version =>
            MinutesMark.Superseded(version, meeting.Minutes.Version, words.When(meeting.Minutes.Approved!.At)),
        _ when meeting.Minutes.Pending.Select(objection => objection.Paragraph).Distinct().Count() is > 0 and var count =>
            MinutesMark.Disputed(version, Approved(@case, meeting, version, words), count),
        _ => MinutesMark.Version(version, Approved(@case, meeting, version, words)),
    };

    private static string Approved(Case @case, Meeting meeting, int version, Words words) =>
        $"{words.When(meeting.Minutes.Approvals[version].At)} by {DelegateRule.ApprovedBy(@case, meeting.Minutes.Approvals[version])}";
}
