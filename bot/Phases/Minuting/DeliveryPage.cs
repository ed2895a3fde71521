using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Minuting;

/// <summary>Who has which version of the minutes: how it was sent, whether it came back, was opened and acknowledged (R81). Whoever was
/// sent something keeps their rows, also once they are off the list.</summary>
internal sealed class DeliveryPage(Clerk clerk) : IPage<DeliveryPage.Form>, IAsksOutside
{
    public const string Title = "Who has the minutes";

    public sealed record Form(string Case, int Page = 1) : ICaseForm;

    public static PartId Id => new("minuting/delivery");

    public static Capability Needs => Capability.Arrange;

    /// <summary>Who opened them, as the access log has it.</summary>
    public IReadOnlyList<Access> Readings { get; set; } = [];

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public async Task AskAsync(Case @case, Patience patience, CancellationToken cancellationToken) => Readings = await patience.AskAsync(
        inTime => clerk.ReadingsAsync(@case.Id, IssuedMinutesPage.Id.Open, OpenedRule.Document, inTime), () => [], cancellationToken);

    public Refusal? Bars(FormPage page, Form asked) => page.Whole.Meeting.Minutes.Version == 0 ? new NotApprovedYet() : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var (@case, meeting) = (page.Whole, page.Whole.Meeting);
        var shown = LongText.Page(LongText.Pages(
            DeliveryRule.Rows(@case, meeting)
                .OrderByDescending(row => row[0].HasFailed).ThenByDescending(row => row[0].IsOutstanding(meeting)),
            row => row[0].To.Described + string.Join('\n', Lines(@case, meeting, row, page.Words))), asked.Page);
        return new($"Version {meeting.Minutes.Version} of the minutes",
        [
            .. shown.Line,
            .. shown.Items.SelectMany(row => (IEnumerable<CardElement>)
            [
                new TextBlock(CardText.Plain(row[0].To.Described)) { Weight = TextWeight.Bolder, Separator = true },
                .. row[0].To.IsTakenOff || !row[0].To.IsInvited && !row[0].To.May(Capability.ReadMinutes)
                    ? [new TextBlock("Not on this case any more.") { IsSubtle = true }] : Array.Empty<CardElement>(),
                .. Lines(@case, meeting, row, page.Words).Select(line => new TextBlock(CardText.Plain(line))),
            ]),
        ])
        {
            Frame = Title,
            Beside =
            [
                GivenPart.Button(page.Case).Send(),
                .. shown.Turns((title, number) => Id.Send(title, new Form(page.Case.Ref.Value, number))),
            ],
        };
    }

    private IEnumerable<string> Lines(Case @case, Meeting meeting, IReadOnlyList<Delivery> row, Words words) => row.Select(delivery =>
        $"{(row.Count > 1 || delivery.Version < meeting.Minutes.Version ? $"Version {delivery.Version}: " : "")}"
            + DeliveryRule.Say(delivery, meeting, words, OpenedRule.At(@case, meeting, delivery, Readings)));
}

/// <summary>Whom a version goes to: every involved agency, absent ones too (R88), and whoever read an earlier version or approved one for
/// the chair (P15). Whoever approves it has it.</summary>
internal static class Recipients
{
    /// <param name="approver">Who approves it now; of the version that stands where it is left out.</param>
    public static IReadOnlyList<Participant> Of(Case @case, Meeting meeting, ParticipantId? approver = null)
    {
        var has = approver ?? (meeting.Minutes.Approved is { Fact.For: not null } one ? @case.Find(one.By)?.Id : null) ?? meeting.Chair;
        return [.. @case.Participants.Where(person => person.Id != has && (person.IsInvited || (person.May(Capability.ReadMinutes)
            && (meeting.Minutes.Acknowledged.ContainsKey(person.Id)
                || meeting.Minutes.Approvals.Values.Any(before => before.Fact.For is not null && person.Is(before.By))))))];
    }

    public static IReadOnlyList<Delivery> Deliveries(Case @case, Meeting meeting) =>
        [.. Of(@case, meeting).Select(person => DeliveryRule.Of(@case, meeting, person, meeting.Minutes.Version))];
}
