namespace StrategyBot.Cases;

/// <summary>Who is asked for a heading (P21): who knows it, and the chair where nobody of them is here. Pure.</summary>
internal static class AskedOf
{
    /// <summary>Those whose answers the chair confirms.</summary>
    public static IReadOnlyList<WhoFills> Others { get; } = [WhoFills.Police, WhoFills.Health, WhoFills.SocialWorker];

    /// <summary>Whether somebody is one of those who are asked.</summary>
    public static bool Is(Participant reader, WhoFills who) => who switch
    {
        WhoFills.Chair => reader.May(Capability.Lead) || reader.Roles.Contains(Role.Scribe),
        WhoFills.SocialWorker => reader.Roles.Contains(Role.SocialWorker),
        WhoFills.Police => reader.May(Capability.Contribute) && reader.Agency == Agency.Police,
        // The midwife of an unborn child is who knows.
        WhoFills.Health => reader.May(Capability.Contribute) && reader.Agency is Agency.Health or Agency.Midwifery,
        _ => reader.May(Capability.Contribute),
    };

    /// <summary>Chair, scribe and social worker may fill every form; anybody else those that ask them alone.</summary>
    public static bool MayFill(Participant reader, HeadingBlock block) => reader.May(Capability.FillForm)
        || block.Headings.All(heading => Is(reader, heading.WhoFills));

    /// <summary>Who is asked as things stand.</summary>
    public static WhoFills Now(Case @case, WhoFills who) =>
        who is WhoFills.Chair or WhoFills.EachAgency || @case.Invited.Any(person => Is(person, who) && IsHere(@case, person))
            ? who
            : WhoFills.Chair;

    /// <summary>The agency, where it is one.</summary>
    public static Agency? AgencyOf(WhoFills who) => who switch
    {
        WhoFills.Police => Agency.Police,
        WhoFills.Health => Agency.Health,
        _ => null,
    };

    /// <summary>There once it is confirmed who was; expected until then, unless they said that they don't come.</summary>
    private static bool IsHere(Case @case, Participant person)
    {
        var held = @case.Meeting.Attendance;
        return held.Confirmed is not null || (held.EndedAt is not null && !held.Presences.IsEmpty)
            ? held.Attended(person.Id)
            : held.Standing.GetValueOrDefault(person.Id)?.Answer is not (Facts.Rsvp.CannotCome or Facts.Rsvp.WrittenUpdate);
    }
}
