using StrategyBot.Conversations;
using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Answering;

/// <summary><c>attended</c>, <c>attended November 2026</c>: how agencies took part in a month's meetings, over all cases of who asks
/// (R139).</summary>
internal sealed class AttendedCommand(Clerk clerk, Words words, TimeProvider clock) : ICommand
{
    public static string Word => "attended";

    public static string Help =>
        "`attended`, `attended November 2026` – how agencies took part in the meetings on your cases, of last month or another";

    public static bool HoldsContent => false;

    public Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) => MonthLine.AnswerAsync(
        Word, rest, turn, words, clock.GetUtcNow(), month => new AttendedList(clerk, words).ShowAsync(month, turn, cancellationToken));
}

/// <summary>The same list again, from the offer of its file.</summary>
internal sealed class ShowAttended(Clerk clerk, Words words) : IVerb<ShowAttended.Form>
{
    public static string Verb => "answering/attended";

    /// <param name="Month"><c>2026-11</c>.</param>
    public sealed record Form(string Month);

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        MonthAddress.Read(form.Month) is { } month
            ? await new AttendedList(clerk, words).ShowAsync(month, turn, cancellationToken)
            : new Reply.Say(AttendedList.NoMonth);
}

/// <summary>Reads and draws a month's counts for who asks: over every case on which they may see what becomes of it.</summary>
internal sealed class AttendedList(Clerk clerk, Words words)
{
    public const string NoMonth = "Type `attended` and the month, like `attended November 2026`.";

    public const Capability Needs = Capability.KeepEnquiry;

    public static string Title(DateOnly month, Words words) => $"Who took part, {month.ToString("MMMM yyyy", words.Culture)}";

    public async Task<(AttendedMeetings List, LeftAloneException? LeftAlone)> ReadAsync(
        DateOnly month, Asker asker, CancellationToken cancellationToken)
    {
        var read = await clerk.ReadAllAsync(asker, Needs, null, cancellationToken);
        return (AttendedMeetings.Of(read.Views.Select(view => view.Whole), month), read.LeftAlone);
    }

    /// <param name="but">Which was noted before.</param>
    public void NoteShown(AttendedMeetings list, Asker asker, string what, CaseId? but = null)
    {
        foreach (var shown in list.Rows.Select(row => row.Case).Where(id => id != but).Distinct())
        {
            clerk.NoteShown(asker, shown, what);
        }
    }

    public async Task<Reply> ShowAsync(DateOnly month, Turn turn, CancellationToken cancellationToken)
    {
        var (list, left) = await ReadAsync(month, turn.Asker(), cancellationToken);
        NoteShown(list, turn.Asker(), ShowAttended.Verb);
        return new Reply.Show("Who took part", FormCard.Of(Title(month, words), null,
        [
            new TextBlock(list.Meetings switch
            {
                0 => "No meeting on your cases says who was there.",
                1 => "1 meeting on your cases.",
                var count => $"{count} meetings on your cases.",
            }) { Weight = TextWeight.Bolder },
            .. list.ByAgency().Select(line => new TextBlock(CardText.Plain(line))),
            .. list.Unrecorded == 0 ? (IReadOnlyList<CardElement>)[]
                : [new TextBlock($"Not counted, as nobody has said who was there: {list.Unrecorded}.") { IsSubtle = true }],
            .. LeftOut.Line(left),
        ],
        list.Rows.Count == 0 ? [] : [OfferAttendedFile.Button(list)]));
    }
}
