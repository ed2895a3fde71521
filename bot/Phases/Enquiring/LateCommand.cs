using StrategyBot.Conversations;
using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Enquiring;

/// <summary><c>late</c>, <c>late November 2026</c>: the conferences, initial and review, that were out of timescale in a month, over all
/// cases of who asks (R111, R120).</summary>
internal sealed class LateCommand(Clerk clerk, Words words, TimeProvider clock) : ICommand
{
    public static string Word => "late";

    public static string Help =>
        "`late`, `late this month`, `late November 2026` – the conferences out of timescale on your cases, of last month or another";

    public static bool HoldsContent => false;

    public Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) => MonthLine.AnswerAsync(
        Word, rest, turn, words, clock.GetUtcNow(), month => new LateList(clerk, words, clock).ShowAsync(month, turn, cancellationToken));
}

/// <summary>The same list again, from the offer of a file.</summary>
internal sealed class ShowLateList(Clerk clerk, Words words, TimeProvider clock) : IVerb<ShowLateList.Form>
{
    public static string Verb => "enquiring/late";

    /// <param name="Month"><c>2026-11</c>.</param>
    public sealed record Form(string Month);

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        MonthAddress.Read(form.Month) is { } month
            ? await new LateList(clerk, words, clock).ShowAsync(month, turn, cancellationToken)
            : new Reply.Say(LateList.NoMonth);
}

/// <summary>Reads and draws a month's list for who asks: over every case on which they may see the enquiry.</summary>
internal sealed class LateList(Clerk clerk, Words words, TimeProvider clock)
{
    public const string NoMonth = "Type `late` and the month, like `late November 2026`.";

    // With the totals and the buttons they fit on a card; the files have them all.
    private const int MostRows = 25;

    public static string Title(DateOnly month, Words words) => $"Late conferences, {month.ToString("MMMM yyyy", words.Culture)}";

    public async Task<(LateConferences List, LeftAloneException? LeftAlone)> ReadAsync(
        DateOnly month, Asker asker, CancellationToken cancellationToken)
    {
        var read = await clerk.ReadAllAsync(asker, EnquiryPage.Needs, null, cancellationToken);
        return (LateConferences.Of(read.Views.Select(view => view.Whole), month, words.LocalDate(clock.GetUtcNow())), read.LeftAlone);
    }

    /// <param name="but">Which was noted before.</param>
    public void NoteShown(LateConferences list, Asker asker, string what, CaseId? but = null)
    {
        foreach (var shown in list.Rows.Select(row => row.Case).Where(id => id != but).Distinct())
        {
            clerk.NoteShown(asker, shown, what);
        }
    }

    public async Task<Reply> ShowAsync(DateOnly month, Turn turn, CancellationToken cancellationToken)
    {
        var today = words.LocalDate(clock.GetUtcNow());
        var (list, left) = await ReadAsync(month, turn.Asker(), cancellationToken);
        NoteShown(list, turn.Asker(), ShowLateList.Verb);
        return new Reply.Show("Late conferences", Card(list, today, left, words));
    }

    internal static AdaptiveCard Card(LateConferences list, DateOnly today, LeftAloneException? left, Words words) => FormCard.Of(
        Title(list.Month, words), null,
        [
            .. Totals(list),
            .. list.Rows.Take(MostRows).SelectMany(row => Line(row, words)),
            .. list.Rows.Count > MostRows
                ? (IReadOnlyList<CardElement>)[new TextBlock($"And {list.Rows.Count - MostRows} more: the files have them all.")] : [],
            .. list.Month == LateConferences.First(today) ? (IReadOnlyList<CardElement>)[NotOver] : [],
            .. LeftOut.Line(left),
        ],
        list.Rows.Count == 0 ? [] :
        [
            OfferLateFile.Button("As a spreadsheet", list, LateFile.Csv), OfferLateFile.Button("As a document", list, LateFile.Docx),
        ]);

    private static TextBlock NotOver =>
        new("The month is not over: a conference whose limit is still to come is not on it yet.") { IsSubtle = true };

    private static IEnumerable<TextBlock> Totals(LateConferences list)
    {
        yield return new(list.Rows.Count switch
        {
            0 => "No conference on your cases was out of timescale.",
            1 => "1 conference on your cases was out of timescale.",
            var count => $"{count} conferences on your cases were out of timescale.",
        })
        { Weight = TextWeight.Bolder };
        if (list.Rows.Count > 0)
        {
            yield return new(CardText.Plain($"By area: {list.ByArea()}."));
            yield return new(CardText.Plain($"By reason: {list.ByCause()}."));
        }
    }

    private static IEnumerable<TextBlock> Line(LateConferences.Row row, Words words) =>
    [
        new($"**{row.Case} {row.Word}** · {row.Child} · {row.SayWhich} · {CardText.Plain(row.SayArea)} · {row.SayDaysLate}")
        {
            Separator = true,
        },
        new(CardText.Plain($"Counted from {words.Date(row.StartedOn)}; limit {words.Date(row.Limit)}; {row.SayDay(words)}. "
            + $"{row.SayCause}. Agreed: {row.SayAgreed}."))
        {
            Spacing = Spacing.None,
        },
    ];
}
