using System.Globalization;
using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Records;

namespace StrategyBot.Phases.Minuting;

/// <summary>Hands a reader of the minutes what of them goes on one child's file (P9); Word's document alone.</summary>
internal sealed class OfferExtract(Clerk clerk, IPaperLinks links, Words words) : IVerb<OfferExtract.Form>
{
    public static string Verb => "minuting/extract";

    public sealed record Form(string Case, string Meeting, int Version, string Child) : ICaseForm;

    /// <summary>One for each child, where there are several.</summary>
    public static IReadOnlyList<CardAction> Buttons(Case @case, Meeting meeting, int version) => @case.Children.Count < 2 ? [] :
    [
        .. @case.Children.Select(child => Actions.Send($"{child.Number} alone", Verb,
            new Form(@case.Ref.Value, meeting.Id.Value, version, child.Id.Value)) with { AssociatedInputs = AssociatedInputs.None }),
    ];

    public Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var about = $"{form.Meeting}/{form.Version.ToString(CultureInfo.InvariantCulture)}/{form.Child}";
        return PaperOffer.AnswerAsync(clerk, words, turn, form, Capability.ReadMinutes,
            view => ExtractFile.Find(view.Whole, about) is null
                ? new CannotBe("There is no such extract: that child is not on the case any more, or the version is not approved.") : null,
            view => links.IssueAsync(turn, view, Verb, about, cancellationToken),
            view => Offer(view, ExtractFile.Find(view.Whole, about)!.Value), cancellationToken);
    }

    private static PaperOffer Offer(CaseView view, (Meeting Meeting, int Version, Child Child) found) => new(
        $"Version {found.Version} for the file of {found.Child.Number}", $"A Word document, cut to what you may read. {Lacks}",
        "Keep it on that child's file alone.",
        OfferDocument.Button(view.Case, found.Meeting, found.Version) with { Title = "Back" });

    /// <summary>What stands on one child's file and what doesn't.</summary>
    internal const string Lacks = "What was said of another child alone is not in it; what somebody typed stands as typed.";
}

/// <summary>Drawn anew when it is fetched.</summary>
internal sealed class ExtractFile(Words words) : IPaper
{
    public string Kind => OfferExtract.Verb;

    public Capability Needs => Capability.ReadMinutes;

    public Task<PaperFile?> WriteAsync(
        Asker asker, CaseView view, string about, DateTimeOffset now, bool isTaken, CancellationToken cancellationToken) =>
        Task.FromResult(Find(view.Whole, about) is var (meeting, version, child)
            ? Of(view.Whole, meeting, version, view.Reader, words, child) : null);

    public static PaperFile Of(Case whole, Meeting meeting, int version, Participant reader, Words words, Child child) =>
        new(MinutesFile.Name(whole, version, child: child), MinutesDocx.ContentType,
            MinutesFile.Write(whole, meeting, version, reader, words, child));

    /// <param name="about">Meeting, version, child.</param>
    /// <returns><c>null</c>: there is no such version, or no such child.</returns>
    public static (Meeting Meeting, int Version, Child Child)? Find(Case whole, string about) =>
        about.Split('/') is [var of, var number, var whose]
        && whole.Meetings.FirstOrDefault(one => one.Id.Value == of) is { } meeting
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && meeting.Minutes.Approvals.ContainsKey(version) && whole.Find(new ChildId(whose)) is { } child
            ? (meeting, version, child) : null;
}
