using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Records;

namespace StrategyBot.Phases.Answering;

/// <summary>Hands out a link to the month's counts as a spreadsheet (R139). The first case on it holds the link.</summary>
internal sealed class OfferAttendedFile(Clerk clerk, IPaperLinks links, Words words) : IVerb<OfferAttendedFile.Form>
{
    public static string Verb => "answering/attended-file";

    /// <param name="Case">Which holds the link.</param>
    /// <param name="Month"><c>2026-11</c>.</param>
    public sealed record Form(string Case, string Month) : ICaseForm;

    public static SubmitAction Button(AttendedMeetings list) => Actions.Send("As a spreadsheet", Verb,
        new Form(new CaseRef(list.Rows[0].Case, null).Value, MonthAddress.Write(list.Month)));

    public Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        PaperOffer.AnswerAsync(clerk, words, turn, form, AttendedList.Needs,
            _ => MonthAddress.Read(form.Month) is null ? new CannotBe(AttendedList.NoMonth) : null,
            view => links.IssueAsync(turn, view, Verb, form.Month, cancellationToken),
            _ => new(AttendedList.Title(MonthAddress.Read(form.Month)!.Value, words),
                "A table for a spreadsheet, a row for each agency of each meeting, as it stands when you fetch it. It has references and "
                    + "no names.",
                "Keep it where your authority keeps such lists.",
                Actions.Send("Back to the list", ShowAttended.Verb, new ShowAttended.Form(form.Month))),
            cancellationToken);
}

/// <summary>The month's counts as a spreadsheet, drawn anew when it is fetched from the cases that its reader may see then.</summary>
internal sealed class AttendedFile(Clerk clerk, Words words) : IPaper
{
    private static readonly string[] Columns = ["Reference", "Check word", "Meeting", "Held on", "Agency", "How it took part"];

    public string Kind => OfferAttendedFile.Verb;

    public Capability Needs => AttendedList.Needs;

    public async Task<PaperFile?> WriteAsync(
        Asker asker, CaseView view, string about, DateTimeOffset now, bool isTaken, CancellationToken cancellationToken)
    {
        if (MonthAddress.Read(about) is not { } month)
        {
            return null;
        }

        var attended = new AttendedList(clerk, words);
        var (list, left) = await attended.ReadAsync(month, asker, cancellationToken);
        if (isTaken)
        {
            attended.NoteShown(list, asker, $"{Kind}/{about}", view.Case.Id);
        }

        return new($"attended-{about}.csv", CsvText.ContentType, Table(list, left?.BelowOthers));
    }

    internal static byte[] Table(AttendedMeetings list, string? leftOut) => CsvText.Write(
    [
        Columns,
        .. list.Rows.Select(row => new[]
        {
            row.Case.Value, row.Word, row.Meeting.Value, CsvText.Of(row.On), row.Agency.Name(),
            WordTables.AgencyPresence.InForm(row.Presence),
        }),
        .. leftOut is null ? [] : new[] { new[] { leftOut } },
    ]);
}
