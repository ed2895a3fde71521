using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Bail or court conditions were varied, lifted or ended, or came after the meeting (P32): a significant event, told at once to
/// chair, social worker, police, and to those who hold a child or own a row of the safety plan.</summary>
internal sealed class TellBailDuty(Reach reach, Words words) : IDuty<int>
{
    public static string Kind => "safeguarding/tell-bail";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that bail or court conditions are otherwise";

    /// <summary>Whoever wrote it knows it. After the meeting the chair is asked besides whether it changes the plan, and needs no second
    /// card.</summary>
    public static IEnumerable<Owed<int>> Owes(Case @case) =>
        from change in Changes(@case)
        from person in Whom(@case, change.Bail)
        where !person.Is(change.By)
            && !(person.Id == @case.Meeting.Chair && @case.Meeting.News.Items.Any(item => item.Seq == change.Seq))
        select new Owed<int>(
            string.Create(CultureInfo.InvariantCulture, $"{Kind}/{@case.Meeting.Id.Value}/{change.Seq}/{person.Id.Value}"), change.At,
            change.Seq)
        {
            To = person.Id,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<int> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case, owed.About, @case.Find(owed.To.Value)!, words), "Something that guards a child changed; open your part now."),
            cancellationToken);

    internal static AdaptiveCard Card(Case @case, int seq, Participant to, Words words)
    {
        var (_, at, by, bail, ended) = Changes(@case).First(change => change.Seq == seq);
        var did = ended is { } over ? WordTables.BailEnd.InList(over.Fact.How)
            : bail.Said.Fact.Varies is not null ? "varied" : "written down";
        return FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new TextBlock(CardText.Plain($"{bail.Number}: {BailDrawing.Which(bail)} – {did}, {words.When(at)}."))
            {
                Weight = TextWeight.Bolder,
                Color = TextColor.Attention,
            },
            .. ended is null ? BailDrawing.Lines(@case, bail, to, words) : [],
            .. ended is { Fact.What.Length: > 0 } said && said.Fact.Audience.Admits(to, to.Is(said.By))
                ? (IReadOnlyList<CardElement>)[new PlainText(Shortened.To(FormCard.LongText, said.Fact.What))]
                : [],
            .. @case.Find(by) is { } person
                ? (IReadOnlyList<CardElement>)[new PlainText($"Said by {person.Described}{Number(person)}")] : [],
            new TextBlock("Does the safety plan still hold? Immediate danger: ring 999."),
        ],
        to.May(SafetyPlanPage.Needs) ? [SafetyPlanPage.Button(@case).Send()] : []);
    }

    private static string Number(Participant person) => person.Phone.Length > 0 ? $", {person.Phone}" : "";

    private static IEnumerable<Change> Changes(Case @case) => Bail.All(@case).SelectMany(bail => (IReadOnlyList<Change>)
    [
        .. bail.Said is var said && @case.Meeting.Is(said.Fact.Meeting)
            && (said.Fact.Varies is not null || @case.Meeting.Attendance.EndedAt < said.At)
                ? new[] { new Change(said.Seq, said.At, said.By, bail, null) } : [],
        .. bail.Ended is { } over && @case.Meeting.Is(over.Fact.Meeting)
            ? new[] { new Change(over.Seq, over.At, over.By, bail, over) } : [],
    ]);

    private static IEnumerable<Participant> Whom(Case @case, Bail bail)
    {
        var owners = @case.Meeting.Plan.Open.Where(row => !row.IsClosed && row.Fact.Kind == ActionKind.SafetyPlan)
            .Select(row => (ParticipantId?)row.Fact.Owner)
            .Concat(@case.OfChildren(@case.Meeting.Safety.Holders).Select(held => held.Fact.Holder))
            .ToHashSet();
        return @case.Invited.Where(person => person.Id == @case.Meeting.Chair || person.Roles.Contains(Role.SocialWorker)
            || person.Id == bail.Officer(@case).Id || owners.Contains(person.Id));
    }

    /// <param name="Ended">How it ended; <c>null</c> where it was said or varied.</param>
    private sealed record Change(int Seq, DateTimeOffset At, PersonId By, Bail Bail, Decided<BailEnded>? Ended);
}
