namespace StrategyBot.Phases.Minuting;

/// <summary>Shows who got the version that stands, how, when, and who says that they have read it (R81).</summary>
internal sealed class DeliveryPage : IPage<DeliveryPage.Form>
{
    public const string Title = "Who has the minutes";

    public sealed record Form(string Case, int Page = 1) : ICaseForm;

    public static PartId Id => new("minuting/delivery");

    public static Capability Needs => Capability.Arrange;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) => page.Whole.Meeting.Minutes.Version == 0 ? new NotApprovedYet() : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var meeting = page.Whole.Meeting;
        var shown = LongText.Page(LongText.Pages(
            Recipients.Deliveries(page.Whole, meeting).OrderByDescending(delivery => delivery.HasFailed),
            delivery => delivery.To.Described + Say(delivery, meeting, page.Words)), asked.Page);
        return new($"Version {meeting.Minutes.Version} of the minutes",
        [
            .. shown.Line,
            .. shown.Items.SelectMany(delivery => new CardElement[]
            {
                new TextBlock(CardText.Plain(delivery.To.Described)) { Weight = TextWeight.Bolder, Separator = true },
                new TextBlock(CardText.Plain(Say(delivery, meeting, page.Words))),
            }),
        ])
        {
            Frame = Title,
            Beside = [.. shown.Turns((title, number) => Id.Send(title, new Form(page.Case.Ref.Value, number)))],
        };
    }

    private static string Say(Delivery delivery, Meeting meeting, Words words)
    {
        var read = meeting.Minutes.HasRead(delivery.To.Id, meeting.Minutes.Version)
            ? $" Read, as they say, {words.When(meeting.Minutes.Acknowledged[delivery.To.Id].At)}."
            : " Not read yet, as far as they said.";
        return delivery switch
        {
            { IsDelivered: true } => $"Sent {words.When(delivery.Effect!.At)} {By(delivery.Effect.Settled!.Rung)}.{read}",
            { HasFailed: true } =>
                delivery.To.Phone.Length > 0
                    ? $"Not delivered. Ring {delivery.To.Phone}."
                    : "Not delivered, and no telephone number is known.",
            { Effect.Attempts: > 0 } => $"Being sent; tried {delivery.Effect.Attempts} times.",
            _ => "Being sent.",
        };
    }

    private static string By(string rung) => rung == "mail" ? "by mail" : "in their own chat";
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

    public static IReadOnlyList<Delivery> Deliveries(Case @case, Meeting meeting) => [.. Of(@case, meeting).Select(person =>
        new Delivery(person, @case.Effects.GetValueOrDefault(DistributeMinutesDuty.KeyOf(meeting, meeting.Minutes.Version, person.Id))))];
}

/// <summary>How far the standing version is on its way to one person (R81).</summary>
internal sealed record Delivery(Participant To, Effect? Effect)
{
    public bool IsDelivered => Effect?.Settled?.Outcome is EffectOutcome.Delivered or EffectOutcome.PossiblyRepeated;

    /// <summary>Refused for good: somebody has to ring.</summary>
    public bool HasFailed => Effect?.Settled?.Outcome is EffectOutcome.GivenUp;
}
