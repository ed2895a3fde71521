using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Keeping;

/// <summary>Who got what of a case, and opened it, once something of it went to the wrong place (P16): whom it was not for first.</summary>
internal sealed class ReceivedPage(Clerk clerk) : IPage<ReceivedPage.Form>, IAsksOutside
{
    public const string Title = "Who received and opened it";

    public sealed record Form(string Case, int? Report = null, int Page = 1) : ICaseForm;

    public static PartId Id => new("keeping/received");

    public static Capability Needs => Capability.ReadContent;

    /// <summary>Who opened what, as the access log has it; <c>null</c> where it can't be read just now.</summary>
    public IReadOnlyList<Access>? Readings { get; set; }

    public static PartButton Button(Case @case, MisplacedReport report) => Id.Button(Title, new Form(@case.Ref.Value, report.Said.Seq));

    public async Task AskAsync(Case @case, Patience patience, CancellationToken cancellationToken) => Readings =
        await patience.AskAsync<IReadOnlyList<Access>?>(
            async inTime => await clerk.ReadingsAsync(@case.Id, inTime), () => null, cancellationToken);

    public Refusal? Bars(FormPage page, Form asked) => !Governance.MayAnswer(page.Whole, page.Me) ? new NotYourPart()
        : MisplacedRule.Find(page.Whole, asked.Report) is null ? new CannotBe("There is no such report on this case.") : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var report = MisplacedRule.Find(page.Whole, asked.Report)!;
        var rows = Received.Of(page.Whole, report, Readings ?? [], page.Words);
        var shown = LongText.Page(LongText.Pages(rows, row => row.Who + string.Join('\n', row.Lines)), asked.Page);
        return new(Title,
        [
            .. MisplacedLines.Of(page.Whole, report, page.Words).Select(line => new PlainText(line)),
            new TextBlock(Readings is null
                ? "The access log can't be read just now, so nothing is said of what was opened. Try again in a minute."
                : "A document or a letter that somebody has is out of our reach: ask them to delete it, and to say so."),
            .. shown.Line,
            .. shown.Items.SelectMany(row => (IEnumerable<CardElement>)
            [
                new PlainText(row.Who) { Weight = TextWeight.Bolder, Separator = true },
                .. row.Lines.Select(line => new PlainText(line)),
            ]),
        ])
        {
            Beside =
            [
                MisplacedAnswerPart.Button(page.Case, report).Send(),
                .. shown.Turns((title, number) => Id.Send(title, new Form(page.Case.Ref.Value, asked.Report, number))),
            ],
        };
    }
}

/// <summary>What one person got of a case, and opened.</summary>
internal sealed record Received(string Who, IReadOnlyList<string> Lines)
{
    // Enough to see how often; the whole stands in the access log.
    private const int MostOpened = 5;

    /// <summary>Everybody who got or opened anything, whom it was not for first. Pure.</summary>
    public static IReadOnlyList<Received> Of(Case @case, MisplacedReport report, IReadOnlyList<Access> readings, Words words) =>
    [
        .. from person in @case.Participants
           let isMeant = report.Said.Fact.Who.Contains(person.Id)
           let lines = (IReadOnlyList<string>)
               [
                   .. Sent(@case, person, words),
                   .. TakenBack(@case, person),
                   .. Opened([.. readings.Where(access => person.Is(new PersonId(access.Person)))], words),
               ]
           where isMeant || lines.Count > 0
           orderby isMeant descending
           select new Received(person.Described + (isMeant ? " – not for them" : ""),
               lines.Count > 0 ? lines : ["Nothing was sent or opened."]),
    ];

    private static IEnumerable<string> Sent(Case @case, Participant person, Words words) =>
        from effect in @case.Effects
        where effect.Key.EndsWith($"/{person.Id.Value}", StringComparison.Ordinal)
            && effect.Value is { IsDelivered: true, Settled.Rung: not "record" and not "not-needed" }
        group effect.Value by effect.Value.Settled!.Rung == "mail" ? "by mail" : "in Teams" into way
        select $"Sent {way.Key}: {way.Count()}, the last {words.When(way.Max(one => one.At))}.";

    /// <summary>What went out of their chat since, as it was not for them.</summary>
    private static IEnumerable<string> TakenBack(Case @case, Participant person)
    {
        var ended = @case.Effects.Where(one => one.Value.IsDelivered
            && one.Key.StartsWith($"{DeleteCardDuty.Kind}/{person.Id.Value}/", StringComparison.Ordinal))
            .Select(one => one.Value.Settled!.Rung).ToList();
        if (ended.Count > 0)
        {
            var not = ended.Count(rung => rung == OutsideCopies.NotReached);
            yield return $"Deleted from their chat with me: {ended.Count - not}{(not == 0 ? "." : $"; not reached: {not}.")}";
        }
    }

    private static IEnumerable<string> Opened(IReadOnlyList<Access> readings, Words words)
    {
        if (readings.Count > 0)
        {
            yield return $"Opened something {(readings.Count == 1 ? "once" : $"{readings.Count} times")}; the last:";
        }

        foreach (var access in readings.OrderByDescending(access => access.At).Take(MostOpened))
        {
            yield return $"{words.When(access.At)} · {access.What}";
        }
    }
}
