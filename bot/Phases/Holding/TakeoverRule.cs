using StrategyBot.Rules;

namespace StrategyBot.Phases.Holding;

/// <summary>The rule of taking over as chair (P8): before, during or after; earlier decisions keep their author.</summary>
internal static class TakeoverRule
{
    public static Decision Take(Case @case, Participant me, string reason, Readers? readers = null)
    {
        var why = reason.Trim();
        return me.Id == @case.Meeting.Chair && @case.Meeting.Takeovers is [.., { Fact.Reason: var stands }] && stands == why
            ? Decision.Already
            : me.Id == @case.Meeting.Chair ? new CannotBe("You chair this meeting already, so nothing was changed.")
            : why.Length == 0
                ? new CannotBe("Choose or type why you take over: everyone is told that you chair, and the record keeps the reason.")
                {
                    Field = "reason",
                }
            : why.Length > FormCard.LongText ? new TooLong(FormCard.LongText)
            : Decision.Of(
                new ParticipantAdded(Without(@case.Chair)),
                new ParticipantAdded(me with { Roles = me.Roles.Prepend(Role.Chair).Distinct().ToValueList() }),
                new ChairTaken(me.Id, why) { Meeting = @case.Meeting.Id, Audience = readers?.Audience ?? Audience.Professionals });
    }

    /// <summary>Who chaired stays invited, and is told.</summary>
    private static Participant Without(Participant chair)
    {
        var roles = chair.Roles.Where(role => role != Role.Chair).ToValueList();
        return chair with { Roles = roles.Any(Invites) ? roles : roles.Add(Role.Attendee) };
    }

    private static bool Invites(Role role) => role is Role.Scribe or Role.SocialWorker or Role.Attendee;
}
