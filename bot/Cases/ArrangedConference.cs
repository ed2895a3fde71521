namespace StrategyBot.Cases;

/// <summary>One conference that is still to be held: siblings whose conferences have one time and place are one. Pure.</summary>
/// <param name="Of">Its children, in the case's order.</param>
internal sealed record ArrangedConference(IReadOnlyList<ChildEnquiry> Of)
{
    /// <summary>The duty that takes it out of the calendars; on disk its keys keep this name for good.</summary>
    public const string CancelKind = "enquiring/cancel-conference";

    /// <summary>How long its place in a calendar is.</summary>
    public static TimeSpan Length { get; } = TimeSpan.FromHours(2);

    /// <summary>The first of its children: what stands in calendars is known by it.</summary>
    public Child Lead => Of[0].Child;

    public Decided<ConferenceArranged> Arranged => Of[0].Work.Arranged!;

    /// <summary>Whom its invitation is for: with an address, and not taken off the case since.</summary>
    public IReadOnlyList<Participant> Invited(Case @case) => Of[0].Work.Invited is not { } said ? []
        : [.. said.Fact.Participants.Select(@case.Find).OfType<Participant>().Where(MayBeInvited)];

    public Decided<ConferenceEventCreated>? Event(Case @case) => Event(@case, Of[0].Work, Lead.Id);

    /// <summary>Every one of the case, the earliest first.</summary>
    public static IReadOnlyList<ArrangedConference> AllOf(Case @case) =>
    [
        .. EnquiryPipeline.Of(@case).Where(one => one is { IsToBeHeld: true, Work.Arranged: not null, StartedOn: not null })
            .GroupBy(one => (one.Work.Arranged!.Fact.At, one.Work.Arranged.Fact.Where))
            .Select(same => new ArrangedConference([.. same])).OrderBy(one => one.Arranged.Fact.At),
    ];

    /// <summary>Who can be asked to it: whoever was invited to a meeting of the case, the service that runs it, and its chair.</summary>
    public static IReadOnlyList<Participant> People(Case @case) => [.. @case.Participants.Where(person =>
        person is { IsTakenOff: false, IsInbox: false }
        && (person.IsInvited || person.Roles.Contains(Role.ConferenceChair) || person.Roles.Contains(Role.ConferenceService)))];

    public static bool MayBeInvited(Participant person) => !person.IsTakenOff && Rules.MailAddress.Read(person.Mail) is not null;

    /// <summary>What of it stands in calendars; <c>null</c>: nothing, or it was taken out.</summary>
    public static Decided<ConferenceEventCreated>? Event(Case @case, EnquiryWork work, ChildId lead) =>
        work.Events is [.., var last] && CancelKey(lead, last) is var key && (!@case.IsSettled(key) || @case.IsRefused(key)) ? last : null;

    public static string CancelKey(ChildId lead, Decided<ConferenceEventCreated> created) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{CancelKind}/{lead.Value}/{created.Seq}");
}
