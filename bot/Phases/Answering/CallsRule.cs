using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Answering;

/// <summary>The rules of ringing whoever has not answered: whom, and what came of it (P12). Pure.</summary>
internal static class CallsRule
{
    /// <summary>Of a call after which they come.</summary>
    public const string Coming = "coming";

    private const string Desk = "desk-";

    // The same call twice within this is one call, saved twice.
    private static readonly TimeSpan OneCall = TimeSpan.FromMinutes(1);

    public static IReadOnlyList<Choice> Outcomes { get; } =
        [new("Rang – coming", Coming), new("Rang – no answer", "no-answer"), new("Rang – left message", "left-message")];

    /// <summary>An agency's duty desk among those who can be rung.</summary>
    public static string DeskOf(Agency agency) => $"{Desk}{agency}";

    /// <summary>Under four hours' notice there is no chasing by mail (P12).</summary>
    public static bool IsUrgent(Case @case, DateTimeOffset now) =>
        @case.Meeting.Room.Convened is { } convened && convened.StartsAt - now < TimeSpan.FromHours(4);

    /// <param name="rung">A participant's id, or <see cref="DeskOf"/>.</param>
    public static Decision Rang(Case @case, string? rung, string? outcome, DateTimeOffset now)
    {
        var (agency, whom) = Whom(@case, rung ?? "");
        if (agency is not { } of)
        {
            return new CannotBe("Choose whom you rang.") { Field = "rung" };
        }

        if (Outcomes.All(known => known.Value != outcome))
        {
            return new CannotBe("Choose what came of the call.") { Field = "outcome" };
        }

        var call = new DutyDeskRung(of, outcome!, whom?.Id) { Meeting = @case.Meeting.Id };
        if (@case.Meeting.Attendance.Calls.Any(before => before.Call == call && now - before.At < OneCall))
        {
            return Decision.Already;
        }

        return whom is not null && outcome == Coming
            ? Decision.Of(call, new InvitationAnswered(whom.Id, Rsvp.Coming, false, false, "", false, false, Via.Telephone)
            {
                Meeting = @case.Meeting.Id,
                OnBehalfOf = whom.Id,
            })
            : call;
    }

    /// <summary>The numbers of an agency in a line: its invitees', then its duty desk's and its on-call senior's.</summary>
    /// <remarks>Who is not there now comes behind who is: outside school terms, or outside their hours.</remarks>
    public static string WhomToRing(Case @case, Agency agency, DateTimeOffset now) =>
        Numbers(@case, agency, now).ToList() is { Count: > 0 } numbers ? $"{agency.Name()}: ring {string.Join("; ", numbers)}"
        : $"{agency.Name()}: no number is known";

    /// <summary>Each core agency that nobody speaks for, with the first number that is known of it; for whoever arranges.</summary>
    public static IEnumerable<ToRing> ToRing(CaseView view, DateTimeOffset now) =>
        view.Reader.May(Capability.Arrange) && view.Case.Meeting is { IsConvened: true, Attendance.EndedAt: null }
            ? Quorum.Core(view.Case).Except(Quorum.Covered(view.Case)).Select(agency => ToRing(view.Case, agency, now))
                .OfType<ToRing>()
            : [];

    private static ToRing? ToRing(Case @case, Agency agency, DateTimeOffset now)
    {
        PartButton[] Buttons(string rung) =>
        [
            .. Outcomes.Select(outcome => new PartButton(
                Say(outcome.Value), CallsPart.Id.Save, new CallsPart.Form(@case.Ref.Value, rung, outcome.Value))),
        ];

        var desk = Staffed.DeskOf(@case, agency);
        return desk is not null && Instead(@case, desk, agency, now) is var (who, number)
            ? new(agency, who, number, Buttons(DeskOf(agency)))
            : @case.Invited.FirstOrDefault(person => person.Agency == agency && person.Phone.Length > 0) is { } person
                ? new(agency, person.Name, person.Phone, Buttons(person.Id.Value))
            : desk is null ? null
            : Staffed.IsClosed(@case, desk.Hours, now) && Parted(desk.OnCallSenior) is var (senior, rung)
                ? new(agency, senior, rung, Buttons(DeskOf(agency)))
            : new(agency, $"{desk.Name}, {desk.Hours}", desk.Phone, Buttons(DeskOf(agency)));
    }

    /// <summary>Who answers for an agency outside school terms, where it is one or nobody of it is there now.</summary>
    private static (string Who, string Number)? Instead(Case @case, DutyDesk desk, Agency agency, DateTimeOffset now) =>
        desk.OutOfTerm is { } other && (Staffed.IsClosed(@case, desk.Hours, now)
            || @case.Invited.Any(person => person.Agency == agency && Staffed.IsClosed(@case, person.Hours, now))) ? Parted(other) : null;

    /// <summary><c>Council education officer, 01632 960403</c>: the number stands last.</summary>
    private static (string Who, string Number) Parted(string said) => said.LastIndexOf(',') is var comma and > 0
        && said[comma..].Any(char.IsAsciiDigit) ? (said[..comma].Trim(), said[(comma + 1)..].Trim()) : (said, "");

    /// <summary>The last calls to an agency, each with when and what came of it.</summary>
    public static string Tried(Case @case, Agency agency, Words words, int most) => string.Join("\n",
        from made in @case.Meeting.Attendance.Calls.Where(made => made.Call.Agency == agency).TakeLast(most)
        let whom = (made.Call.Rung is { } id ? @case.Find(id)?.Name : null) ?? "Duty desk"
        select $"{whom}, rung {words.When(made.At)}: {Say(made.Call.Outcome)}");

    public static string Say(string outcome) => outcome switch
    {
        Coming => "coming",
        "left-message" => "left message",
        _ => "no answer",
    };

    private static IEnumerable<string> Numbers(Case @case, Agency agency, DateTimeOffset now)
    {
        var desk = Staffed.DeskOf(@case, agency);
        var isInstead = desk is not null && Instead(@case, desk, agency, now) is not null;
        if (isInstead)
        {
            yield return $"{desk!.OutOfTerm} (the school is closed now)";
        }

        foreach (var person in @case.Invited.Where(person => person.Agency == agency && person.Phone.Length > 0))
        {
            yield return $"{person.Name} {person.Phone}";
        }

        if (desk is null)
        {
            yield break;
        }

        var isClosed = Staffed.IsClosed(@case, desk.Hours, now);
        if (isClosed)
        {
            yield return desk.OnCallSenior;
        }

        yield return $"{desk.Name} {desk.Phone} ({(isClosed ? "closed now: " : "")}{desk.Hours})";
        if (!isClosed)
        {
            yield return desk.OnCallSenior;
        }

        // Nobody has said when its terms are.
        if (!isInstead && desk.OutOfTerm is { } outOfTerm && Staffed.IsOpen(@case, desk.Hours, now) is null)
        {
            yield return $"out of term: {outOfTerm}";
        }
    }

    private static (Agency? Agency, Participant? Person) Whom(Case @case, string rung) =>
        rung.StartsWith(Desk, StringComparison.Ordinal)
            ? (Enum.TryParse<Agency>(rung[Desk.Length..], out var agency) && Enum.IsDefined(agency) ? agency : null, null)
            : @case.Find(new ParticipantId(rung)) is { } person ? (person.Agency, person) : (null, null);
}
