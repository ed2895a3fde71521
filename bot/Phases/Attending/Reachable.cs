using StrategyBot.Cases;

namespace StrategyBot.Phases.Attending;

/// <summary>Whom to ring of an agency: its invitees, then its duty desk and its on-call senior (P12).</summary>
internal static class Reachable
{
    public static IEnumerable<string> Numbers(Case @case, Agency agency)
    {
        foreach (var person in @case.Invited.Where(person => person.Agency == agency && person.Phone.Length > 0))
        {
            yield return $"{person.Name} {person.Phone}";
        }

        foreach (var desk in @case.Profile.DutyDesks.Where(desk => Agencies.Read(desk.Agency) == agency))
        {
            yield return $"{desk.Name} {desk.Phone} ({desk.Hours})";
            yield return desk.OnCallSenior;
        }
    }

    public static string Line(Case @case, Agency agency) => Numbers(@case, agency).ToList() is { Count: > 0 } numbers
        ? $"{agency.Name()}: ring {string.Join("; ", numbers)}"
        : $"{agency.Name()}: no number is known";

    /// <summary>The calls to an agency so far, each with when and what came of it.</summary>
    public static string Tried(Case @case, Agency agency, Rules.Wording.Words words) => string.Join("\n", @case.Meeting.Attendance.Calls
        .Where(made => made.Call.Agency == agency)
        .Select(made => $"{(made.Call.Rung is { } id ? @case.Find(id)?.Name : null) ?? "Duty desk"}, rung {words.When(made.At)}: {Outcome(made.Call.Outcome)}"));

    public static string Outcome(string id) => id switch
    {
        "coming" => "coming",
        "left-message" => "left message",
        _ => "no answer",
    };
}
