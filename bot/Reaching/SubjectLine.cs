using StrategyBot.Rules;

namespace StrategyBot.Reaching;

/// <summary>What a letter and the meeting in the calendar are called: chair, council, when, and the reference. No child, no place and no
/// kind of meeting (P22). Pure.</summary>
internal sealed class SubjectLine(Letterhead letterhead, Words words)
{
    /// <summary><c>Priya Nair, Northgate Council: Mon 30 Nov, 10:00 (SB-2026-014)</c>.</summary>
    public string OfMeeting(Case @case) => Of(@case, isFromChair: true, When(@case));

    /// <summary>The same of a conference: who chairs it is often not known yet.</summary>
    public string OfConference(Case @case, DateTimeOffset at) => Of(@case, isFromChair: false, When(at));

    /// <param name="isFromChair">The chair gets no letter from themselves.</param>
    public string Of(Case @case, bool isFromChair, string? about) =>
        string.Join(", ", new[] { isFromChair ? @case.Chair.Name : "", letterhead.Name }.Where(part => part.Length > 0))
            is { Length: > 0 } from
            ? $"{from}{(about is null ? "" : $": {about}")} ({@case.Id})"
            : $"{about}{(about is null ? "" : " ")}({@case.Id})";

    /// <summary>A subject is cut after some forty letters on a telephone, so without the year.</summary>
    public string? When(Case @case) => @case.Meeting.Room.Convened is { StartsAt: var at } ? When(at) : null;

    private string When(DateTimeOffset at) => $"{words.LocalDate(at).ToString("ddd d MMM", words.Culture)}, {words.Time(at)}";
}
