using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Rules;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Convening;

/// <summary>The first question as somebody answered it.</summary>
internal sealed record TypedUrgency(YesNo? Answer, IReadOnlyList<string> Which, string? Reason);

/// <summary>The rules of the first question (P2) and of opening a case with it. Pure.</summary>
internal static class AskingUrgency
{
    /// <summary>A case's first facts: who convened, and the people of the procedure that every case has.</summary>
    public static Decision Open(CaseId id, string checkWord, ProcedureProfile profile, string calendarVersion, Participant convener, TypedUrgency typed) =>
        Read(profile, typed) switch
        {
            (null, var why) => why!,
            ({ } urgent, _) => Decision.Of(
            [
                new CaseOpened(id.Value, checkWord, profile.ToJson(), calendarVersion, Standing.Convener(convener, profile), urgent),
                .. Standing.People(convener, profile).Select(person => new ParticipantAdded(person)),
            ]),
        };

    public static Decision Answer(Case @case, TypedUrgency typed) => Read(@case.Profile, typed) switch
    {
        (null, var why) => why!,
        ({ } urgent, _) when urgent == @case.Urgent => Decision.Already,
        ({ } urgent, _) => new UrgencyAnswered(urgent),
    };

    private static (UrgentQuestion? Urgent, Refusal? Why) Read(ProcedureProfile profile, TypedUrgency typed)
    {
        var which = profile.Questions.Urgent.Select(part => part.Id).Where(typed.Which.Contains).ToValueList();
        var reason = Lines.Text(typed.Reason);
        return typed.Answer switch
        {
            _ when reason.Length > FormCard.LongText => (null, new TooLong(FormCard.LongText)),
            YesNo.No when which.Count > 0 => (null, new CannotBe("You ticked one of them and answered No. Take the tick away, or answer Yes.")),
            YesNo.No when reason.Length == 0 => (null, new CannotBe("A No takes the longer limit, so it needs your reason. Without one the meeting is the same day.")),
            null when which.Count > 0 => (new(YesNo.Yes, which, reason), null),
            _ => (new(typed.Answer, which, reason), null),
        };
    }
}
