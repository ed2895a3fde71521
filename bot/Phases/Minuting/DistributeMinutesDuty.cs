using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Reaching;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Minuting;

/// <summary>Gets the approved minutes to everybody involved, absent ones too (R88).
/// A later version takes the place of one not yet sent.</summary>
internal sealed class DistributeMinutesDuty(Reach reach, MinutesPdf pdf, Words words) : IDuty
{
    // As long as a link in such a letter opens.
    private static readonly TimeSpan Worth = TimeSpan.FromDays(28);

    public static string Kind => PlanHolder.ByMinutes;

    public static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "the minutes";

    public static string KeyOf(Meeting meeting, int version, ParticipantId to) => $"{Kind}/{meeting.Id.Value}/{version}/{to.Value}";

    public static IEnumerable<Owed> Owes(Case @case) =>
        @case.Meeting is { Minutes.Approved: { } approved } meeting
            ? Recipients.Of(@case, meeting).Select(person => new Owed(KeyOf(meeting, meeting.Minutes.Version, person.Id), approved.At)
            {
                To = person.Id,
                WorthUntil = approved.At + Worth,
            })
            : [];

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var (meeting, to) = (@case.Meeting, @case.Find(owed.To!.Value)!);
        return reach.TellAsync(@case, to, owed, attempt,
            new(MinutesSentCard.For(@case, meeting, to, words), $"{Sentence(meeting)}{Alone(@case, meeting, to)}")
            {
                Attachments = [.. Attachments(@case, meeting, to)],
            },
            cancellationToken);
    }

    /// <summary>Neutral: it stands in a mail that delegates read (P22).</summary>
    private static string Sentence(Meeting meeting) => meeting.Minutes.Version == 1
        ? "The minutes are ready for you to read."
        : $"Version {meeting.Minutes.Version} of the minutes is ready for you to read. It replaces version {meeting.Minutes.Version - 1}.";

    private string Alone(Case @case, Meeting meeting, Participant to) =>
        IsAttached(@case) && pdf.Of(@case, meeting, meeting.Minutes.Version, to) == MinutesPdf.Beside.NotThisCopy
            ? $" {MinutesPdf.WordAlone}" : "";

    private IEnumerable<LetterAttachment> Attachments(Case @case, Meeting meeting, Participant to) => IsAttached(@case)
        ? pdf.Files(@case, meeting, meeting.Minutes.Version, to).Select(file =>
            new LetterAttachment(file.Name, file.ContentType, file.Content))
        : [];

    private static bool IsAttached(Case @case) => @case.Profile.Minutes.Delivery == ProcedureProfile.MinutesDelivery.Attachment;
}

internal static class MinutesSentCard
{
    public static AdaptiveCard For(Case @case, Meeting meeting, Participant to, Words words)
    {
        var approved = meeting.Minutes.Approved!;
        var mayKnowWhy = approved.Fact.Audience.Admits(to.Agency) || to.Is(approved.By);
        var version = meeting.Minutes.Version;
        return FormCard.Of(
            $"{@case.Id} {@case.CheckWord}: the minutes",
            null,
            [
                new TextBlock(VersionMark.Of(@case, meeting, version, words).Line),
                .. version == 1 ? (IReadOnlyList<CardElement>)[] :
                [
                    new TextBlock($"It replaces version {version - 1}, which no longer stands.") { Weight = TextWeight.Bolder },
                    .. mayKnowWhy ? (IReadOnlyList<CardElement>)[new PlainText($"Why: {approved.Fact.Reason}")] : [],
                ],
            ],
            Actions.Open("Read the minutes", IssuedMinutesPage.Id.Open,
                new IssuedMinutesPage.Form(@case.Ref.Value, meeting.Id.Value, version)));
    }
}
