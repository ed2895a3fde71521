using StrategyBot.Rules;

namespace StrategyBot.Phases.Deputising;

/// <summary>Whose place somebody is to have.</summary>
/// <param name="Deputy">Who is on the case already.</param>
/// <param name="Name">Else, with <paramref name="Mail"/>, who is not.</param>
internal sealed record DeputyTyped(
    string? Whom, string? Deputy = null, string? Name = null, string? Mail = null, string? Phone = null, DateOnly? From = null,
    DateOnly? Until = null, string? Words = null);

/// <summary>The rules of who has somebody's place on the case: leave, sickness, another worker. Pure.</summary>
internal static class DeputyRule
{
    private const int LongestDays = 370;

    /// <summary>What goes along with a place. Whoever has the chair's leads the case as a manager does; the meeting's chair is taken over
    /// by a form of its own.</summary>
    private static readonly Role[] Places =
    [
        Role.SocialWorker, Role.Scribe, Role.Manager, Role.BusinessSupport, Role.ConferenceService, Role.ConferenceChair,
        Role.ApprovingManager, Role.AreaManager, Role.OperationsManager,
    ];

    /// <summary>The authority's own people who have something to do here.</summary>
    public static IReadOnlyList<Participant> People(Case @case) => [.. @case.Participants.Where(person => !person.IsTakenOff
        && person.Agency == Agency.SocialCare && person.Roles.Any(role => role is Role.Chair || Places.Contains(role)))];

    /// <summary>One's own place, and for whoever leads the case everybody's.</summary>
    public static bool MaySay(Participant me, ParticipantId whom) =>
        me.Agency == Agency.SocialCare && (me.Id == whom || me.May(Capability.Decide));

    public static IReadOnlyList<Participant> Whose(Case @case, Participant me) =>
        [.. People(@case).Where(person => MaySay(me, person.Id))];

    public static Decision Say(Case @case, Participant me, DeputyTyped typed, DateOnly today)
    {
        var (whom, text) = (People(@case).FirstOrDefault(person => person.Id.Value == typed.Whom), typed.Words?.Trim() ?? "");
        var (name, mail, from) = (typed.Name?.Trim() ?? "", typed.Mail?.Trim() ?? "", typed.From ?? today);
        var known = People(@case).FirstOrDefault(person => person.Id.Value == typed.Deputy)
            ?? (mail.Length > 0 ? @case.Participants.FirstOrDefault(person =>
                !person.IsTakenOff && Rules.MailAddress.Same(person.Mail, mail)) : null);
        if (whom is not null && !MaySay(me, whom.Id))
        {
            return new NotYourPart();
        }

        return new Unsaid()
                .If(whom is null, "whom", "Choose whose part it is.")
                .If(known is null && name.Length == 0, typed.Name is null ? "deputy" : "name", "Say who takes it over.")
                .If(known is null && name.Length > 0 && Rules.MailAddress.Read(mail) is null, "mail",
                    "That is not a mail address. They are told by it.")
                .If(known is not null && known.Id == whom?.Id, "deputy", "That is the same person. Choose somebody else.")
                .If(known is not null && whom is not null && Deputies.IsBehind(@case, known.Id, whom.Id), "deputy",
                    "Theirs would come back to the same person. Choose somebody else.")
                .If(known is { Agency: not Agency.SocialCare }, "mail",
                    "That is somebody of another agency. Choose one of your own people.")
                .If(from < today, "from", "That day is over.")
                .If(typed.Until < from, "until", "That is before the first day.")
                .If(typed.Until > from.AddDays(LongestDays), "until", "That is more than a year. Leave it out if it is for good.")
                .Text("name", name, null, FormCard.Line).Text("mail", mail, null, FormCard.Line)
                .Text("words", text, "Say what they need to know.").Why
            ?? Said(@case, whom!, known, name, mail, typed.Phone?.Trim() ?? "", new(whom!.Id, default, from, typed.Until, text, []));
    }

    public static Decision Accept(Case @case, Participant me, string? whom) => Find(@case, whom) is not { Stands: true } place
        ? new CannotBe("Nobody else has that part any more.")
        : place.Said.Fact.Deputy != me.Id ? new NotYourPart()
        : place.Accepted is not null ? Decision.Already
        : new DeputyAccepted(place.Said.Fact.Whom);

    public static Decision End(Case @case, Participant me, string? whom) => Find(@case, whom) is not { } place
        ? new CannotBe("Nobody else has that part.")
        : !MaySay(me, place.Said.Fact.Whom) ? new NotYourPart()
        : !place.Stands ? Decision.Already
        : Decision.Of([new DeputyEnded(place.Said.Fact.Whom), .. GiveBack(@case, place)]);

    /// <summary>What they are on the case by that place alone goes back with it; what they were before, or are by another place, stays.
    /// </summary>
    public static IReadOnlyList<Fact> GiveBack(Case @case, DeputyPlace place)
    {
        var (said, stay) = (place.Said.Fact, new HashSet<Role>());
        if (@case.Find(said.Deputy) is not { IsTakenOff: false } deputy)
        {
            return [];
        }

        stay.UnionWith(Of(@case, said.Deputy).Where(other => other.Said.Fact.Whom != said.Whom)
            .SelectMany(other => @case.Find(other.Said.Fact.Whom) is { } whom ? With(whom) : []));
        var goes = place.Gives.Where(role => deputy.Roles.Contains(role) && !stay.Contains(role)).ToHashSet();
        var left = deputy with
        {
            Roles = deputy.Roles.Where(role => !goes.Contains(role)).ToValueList(),
            DeputyFor = deputy.DeputyFor == said.Whom && !IsSent(@case, said) ? null : deputy.DeputyFor,
        };
        return left == deputy ? [] :
        [
            .. from meeting in @case.Meetings
               where meeting.Id == @case.Meeting.Id || meeting.RolesOf(deputy.Id).Any(goes.Contains)
               select new ParticipantAdded(left with
               {
                   Roles = left.Roles.Where(role => !Participant.IsInvitedAs(role) || meeting.RolesOf(deputy.Id).Contains(role))
                       .ToValueList(),
               })
               { Meeting = meeting.Id },
        ];
    }

    /// <summary>They come to a meeting in the other's place too (R13), which is another matter.</summary>
    private static bool IsSent(Case @case, DeputySaid said) =>
        @case.Meetings.Any(meeting => meeting.Attendance.Standing.GetValueOrDefault(said.Whom)?.Answer == Rsvp.SendingDeputy)
        && !@case.Participants.Any(person => person.DeputyFor == said.Whom && person.Id != said.Deputy && !person.IsTakenOff);

    public static DeputyPlace? Find(Case @case, string? whom) => @case.Deputies.GetValueOrDefault(new ParticipantId(whom ?? ""));

    /// <summary>Those whose place somebody has, or will have.</summary>
    public static IEnumerable<DeputyPlace> Of(Case @case, ParticipantId deputy) =>
        @case.Deputies.Values.Where(place => place.Stands && place.Said.Fact.Deputy == deputy).OrderBy(place => place.Said.Seq);

    /// <summary><c>from Mon 7 Dec 2026 to Fri 18 Dec 2026</c>.</summary>
    public static string When(DeputySaid said, Words words) => $"from {words.Date(said.From)}"
        + (said.Until is { } until ? $" to {words.Date(until)}" : " on");

    /// <summary>What somebody's place brings.</summary>
    private static IEnumerable<Role> With(Participant whom) =>
        whom.Roles.Select(role => role == Role.Chair ? Role.Manager : role).Where(Places.Contains).Distinct();

    private static Decision Said(
        Case @case, Participant whom, Participant? known, string name, string mail, string phone, DeputySaid said)
    {
        var roles = With(whom).ToList();
        var fresh = known ?? new(@case.NextPerson(), name, Agency.SocialCare, whom.JobTitle, "", mail, phone, []);
        var deputy = fresh with
        {
            Roles = [.. fresh.Roles.Concat(roles).Distinct()],
            // What whoever is away agreed to do is theirs to answer.
            DeputyFor = fresh.DeputyFor ?? whom.Id,
        };
        var stands = Find(@case, whom.Id.Value) is { Stands: true } place && place.Said.Fact.Deputy == deputy.Id ? place.Said.Fact : null;
        // Also what they are by another place alone, which may go back before this one.
        var lent = Deputies.Lent(@case, deputy.Id).ToHashSet();
        var gives = stands?.Gives ?? roles.Where(role => !fresh.Roles.Contains(role) || lent.Contains(role)).ToValueList();
        var fact = said with { Deputy = deputy.Id, Gives = gives, Audience = Audience.Only(Agency.SocialCare) };
        return stands == fact ? Decision.Already
            : Decision.Of(
            [
                .. Find(@case, whom.Id.Value) is { Stands: true } other && other.Said.Fact.Deputy != deputy.Id
                    ? GiveBack(@case, other) : [],
                .. known == deputy ? [] : new Fact[] { new ParticipantAdded(deputy) { Meeting = @case.Meeting.Id } },
                fact,
            ]);
    }
}
