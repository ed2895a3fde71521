using StrategyBot.Rules;

namespace StrategyBot.Cases.Facts;

/// <summary>Who has what somebody of the authority's own people has on the case, for good or while they are away.</summary>
internal abstract record DeputyFact : Fact;

/// <summary>Somebody else has it: another worker from a day on, or a deputy during leave or sickness.</summary>
/// <param name="Until">The last day; <c>null</c> for good.</param>
/// <param name="Words">What they need to know.</param>
/// <param name="Gives">What they are on the case by this alone.</param>
internal sealed record DeputySaid(
    ParticipantId Whom, ParticipantId Deputy, DateOnly From, DateOnly? Until, string Words, ValueList<Role> Gives) : DeputyFact
{
    public override Fact Withheld() => this with { Words = "" };
}

/// <summary>They say that they have it.</summary>
internal sealed record DeputyAccepted(ParticipantId Whom) : DeputyFact;

/// <summary>Whoever was away has it again, or it was said by mistake.</summary>
internal sealed record DeputyEnded(ParticipantId Whom) : DeputyFact;
