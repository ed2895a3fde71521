using StrategyBot.Cases;
using StrategyBot.Records;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Convening;

/// <summary>What every new case begins with: a reference, and the authority's whole procedure as it is now (design §7).</summary>
internal sealed class Openings(References references, ProcedureProfile profile)
{
    public ProcedureProfile Profile => profile;

    public Decision Facts(Reference reference, Asker convener, TypedUrgency typed) => AskingUrgency.Open(
        reference.Id, reference.CheckWord, profile, BankHolidays.Newest.Version,
        new(new("person-1"), convener.Name, Agency.SocialCare, "", "", convener.Mail ?? "", "", [Role.Chair], convener.Id, ChannelId: convener.ChannelId), typed);

    /// <summary>The same ticket of the same person gets the same reference, however often it is sent.</summary>
    public Task<Reference> ReferenceAsync(Asker convener, string ticket, CancellationToken cancellationToken) =>
        references.TakeAsync($"{convener.Id.Value}/{ticket}", cancellationToken);
}
