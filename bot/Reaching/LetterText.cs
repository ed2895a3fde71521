using System.Globalization;
using StrategyBot.Rules;

namespace StrategyBot.Reaching;

/// <summary>What a letter says: from whom, what it is in neutral words, when, what is asked, one button, and how to make sure that it is
/// true. No child, no place and no kind of meeting (P22). Pure.</summary>
/// <remarks>Exchange shows every mail of a mailbox under the mailbox's own name, whatever a message says (bot/README.md), so chair and
/// council stand in the subject. What a text reader sees is made of this HTML by Exchange itself.</remarks>
internal sealed class LetterText(Letterhead letterhead, Words words)
{
    private const string Paragraph = "margin:0 0 16px";

    private readonly SubjectLine subjects = new(letterhead, words);

    /// <summary>A letter about what waits for somebody on their page.</summary>
    public (string Subject, string Body) Of(Case @case, Participant to, Notification notification, WayIn way, DateTimeOffset now)
    {
        var subject = subjects.Of(@case, IsFromChair(@case, to), subjects.When(@case));
        var asks = notification.Asks is { } asked && !@case.IsShutTo(to) ? $"{asked.Say(words, now)}" : null;
        var body = new List<string> { Line($"Dear {Html(to.Name)},"), Line(Html(notification.InLetter)) };
        if (@case.Meeting is { Room.Convened: { } meeting, Attendance.EndedAt: null } && !@case.IsShutTo(to))
        {
            body.Add(Barred(
                Title("20px;line-height:28px", words.When(meeting.StartsAt)) + $"{Length(meeting)}{(@case.IsOnline ? ", in Teams" : "")}"));
        }

        if (asks is not null)
        {
            body.Add(Line($"<strong>{asks}:</strong> {Html(notification.Asks!.What)}."));
        }

        if (way.Url is { } url)
        {
            body.Add(Button(way.Button, url));
        }

        body.Add(Line(Html(way.Says)));
        body.Add(Line($"<strong>Is it from us?</strong> {Html(Verify(@case, to))}"));
        body.Add(Line(Signed(@case, to)));
        return (subject, Whole(subject, $"{asks ?? notification.InLetter.TrimEnd('.')}. To check that this is from us, ring "
            + $"{letterhead.Said}{(IsFromChair(@case, to) ? $" and ask for {@case.Chair.Name}" : "")}.", body));
    }

    /// <summary>The letter with a code: what a preview shows of a letter is over before the code comes.</summary>
    /// <param name="asked">When it was asked for.</param>
    /// <param name="until">Until when it works.</param>
    /// <param name="stays">How long whoever types it then stays signed in.</param>
    public (string Subject, string Body) OfCode(
        Case @case, Participant to, string code, DateTimeOffset asked, DateTimeOffset until, string stays)
    {
        var subject = subjects.Of(@case, IsFromChair(@case, to), "your page");
        return (subject, Whole(subject, null,
        [
            Line($"Dear {Html(to.Name)},"),
            Line(Html($"You asked at {words.Time(asked)} to open your page. If it wasn't you, ring {Switchboard(@case, to)} and don't "
                + "pass on what stands below.")),
            Line("Type it into the page that you have open, and nowhere else. Nobody from the council asks you for it, by mail, telephone "
                + "or in a meeting."),
            Barred(Title("28px;line-height:40px;letter-spacing:3px", $"{code[..(code.Length / 2)]} {code[(code.Length / 2)..]}")
                + Html($"Good until {words.Time(until)}. This device then stays signed in {stays}.")),
            Line(Signed(@case, to)),
        ]));
    }

    private string Verify(Case @case, Participant to) =>
        $"Find {(letterhead.Name.Length > 0 ? $"{letterhead.Name}'s" : "the council's")} switchboard on its website"
            + (letterhead.Switchboard.Length > 0 ? $", {letterhead.Switchboard}, and ask for " : " and ask for ")
            + (IsFromChair(@case, to) ? "me." : "the team.");

    private string Switchboard(Case @case, Participant to) =>
        $"{letterhead.Said}{(letterhead.Switchboard.Length > 0 ? $" on {letterhead.Switchboard}" : "")}, ask for "
            + $"{(IsFromChair(@case, to) ? @case.Chair.Name : "the team")},";

    private string Signed(Case @case, Participant to) => string.Join("<br>", new[]
    {
        IsFromChair(@case, to) ? Html(@case.Chair.Name) : "",
        Html(string.Join(", ", new[] { IsFromChair(@case, to) ? @case.Chair.JobTitle : "", letterhead.Name }
            .Where(part => part.Length > 0))),
        $"{@case.Id} {@case.CheckWord}",
    }.Where(line => line.Length > 0));

    // The chair gets no letter from themselves.
    private static bool IsFromChair(Case @case, Participant to) => to.Id != @case.Meeting.Chair;

    private static string Length(MeetingConvened meeting) =>
        string.Create(CultureInfo.InvariantCulture, $"{(meeting.EndsAt - meeting.StartsAt).TotalMinutes:0} minutes");

    private static string Line(string html) => $"<p style=\"{Paragraph}\">{html}</p>";

    /// <summary>With a bar at its left, in every mail program.</summary>
    private static string Barred(string html) =>
        $"<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" style=\"{Paragraph}\"><tr>"
            + $"<td style=\"border-left:4px solid #5b5fc7;padding:4px 0 4px 14px\">{html}</td></tr></table>";

    private static string Title(string size, string text) => $"<h1 style=\"margin:0;font-weight:600;font-size:{size}\">{text}</h1>";

    private static string Button(string label, string url) =>
        $"<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" width=\"100%\" style=\"{Paragraph}\"><tr>"
            + "<td align=\"center\" bgcolor=\"#5b5fc7\" style=\"border-radius:4px\">"
            + $"<a href=\"{Html(url)}\" style=\"display:block;padding:12px;color:#ffffff;font-weight:600;text-decoration:none\">"
            + $"{Html(label)}</a></td></tr></table>";

    /// <param name="preview">What an inbox shows under the subject, where that isn't how the letter begins.</param>
    private static string Whole(string subject, string? preview, IReadOnlyList<string> body) => string.Join('\n',
    [
        "<!DOCTYPE html>",
        "<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">",
        $"<meta name=\"color-scheme\" content=\"light dark\"><title>{Html(subject)}</title></head>",
        "<body style=\"margin:0;padding:16px;font-family:'Segoe UI',Arial,sans-serif;font-size:16px;line-height:24px\">",
        .. preview is null ? (IReadOnlyList<string>)[]
            : [$"<div hidden style=\"display:none;max-height:0;overflow:hidden;mso-hide:all\">{Html(preview)}</div>"],
        "<div role=\"main\" style=\"max-width:600px\">",
        .. body,
        "</div></body></html>",
        "",
    ]);

    /// <summary>Four signs and no more: what was typed from right to left has to stay readable to <see cref="Isolation"/>.</summary>
    private static string Html(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}
