using StrategyBot.Phases;

namespace StrategyBot.PartnerLinks;

/// <summary>What the partners' links bring: listed as the phases are.</summary>
internal static class PartnerLinksList
{
    /// <summary>Nothing is owed for moments before the first release.</summary>
    internal static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static Phase List { get; } = new("links")
    {
        Kinds = kinds => kinds
            .Add<LinkIssued>("link-issued")
            .Add<LinkOpened>("link-opened")
            .Add<WrongCodeTyped>("wrong-code-typed")
            .Add<LinkLocked>("link-locked")
            .Add<LinksRevoked>("links-revoked")
            .Add<LinkAskedFor>("link-asked-for")
            .Add<FamilyKnown>("family-known")
            .Add<SessionEnded>("session-ended")
            .Add<LinksRenewed>("links-renewed")
            .Add<DocumentOffered>("document-offered")
            .Add<DocumentFetched>("document-fetched"),
        Parts = parts => parts
            .Page<WelcomePage, CaseForm>()
            .Form<WhoAttendsPart, WhoAttendsPart.Form>()
            .Page<LinksPage, LinksPage.Form>()
            .Act<SendLinkAgain, LinkForm>()
            .Act<RevokeLinks, LinkForm>()
            .Former("links/name-attendee", WhoAttendsPart.Id.Save),
        Verbs = verbs => verbs.Add<KnowFamily, CaseForm>(),
        Duties = duties => duties.Add<SendLinkDuty>().Add<RenewLinkDuty>().Add<TellLinkAlarmDuty, int>(),
        Entries = Entries,
        Status = Status,
    };

    private static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        // Before the meeting is called only the out-of-hours team has one.
        var holders = view.Reader.May(Capability.Arrange)
            && (view.Case.Meeting.IsConvened || (!OutOfHoursDesk.IsOf(view.Reader) && OutOfHoursDesk.On(view.Case).Any()))
                ? LinksRule.Holders(view.Case).ToList()
                : [];
        if (holders.Count > 0)
        {
            var used =
                holders.Count(person => view.Case.Links.Issued.Any(link => link.Participant == person.Id && link.OpenedAt is not null));
            yield return new("links/overview", HubSection.Before, LinksPage.Title, $"{used} of {holders.Count} signed in",
                LinksPage.Button(view.Case), IsOpen: Waiting(view.Case).Any());
        }
    }

    private static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now) => view.Reader.May(Capability.Arrange)
        ? Waiting(view.Case).Select(alarm => new StatusLine(1, AlarmCard.Say(view.Case, alarm)))
        : [];

    private static IEnumerable<LinkAlarm> Waiting(Case @case) => @case.Links.Alarms.Where(alarm => !alarm.IsAnswered);
}
