using StrategyBot.Rules;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Oversight;

/// <summary>How much of a case somebody sees on the board.</summary>
internal enum BoardSight
{
    Nothing,

    /// <summary>Reference, stage, time left, and whom to ask.</summary>
    Restricted,

    Whole,
}

/// <summary>Who looks at the board, and what of the service is theirs: by the authority's procedure, and by what they are on each case.
/// Pure.</summary>
/// <param name="All">The cases of every area.</param>
/// <param name="Areas">Those of these areas.</param>
internal sealed record BoardReader(PersonId Id, ValueList<string> Vouched, bool All, ValueList<string> Areas)
{
    /// <summary>Whom the procedure names, by an address that is vouched for.</summary>
    public static BoardReader Of(Asker asker, ProcedureProfile procedure)
    {
        bool Is(RoleHolder? holder) => asker.Link is null && holder?.Mail is { Length: > 0 } mail
            && asker.Vouched.Any(vouched => MailAddress.Same(vouched, mail));
        var roles = procedure.Roles;
        return new(asker.Id, asker.Link is null ? asker.Vouched : [],
            new[] { roles.ServiceManager, roles.HeadOfService, roles.ApprovingManager, roles.AreaManager, roles.OperationsManager }.Any(Is),
            [.. procedure.ConferenceTeams.Where(team => Is(team.Manager)).Select(team => team.Area)]);
    }

    public BoardSight Sees(CaseKeys keys) => IsAmong(keys.Leads) ? BoardSight.Whole
        : !All && !Areas.Contains(keys.Area) ? BoardSight.Nothing
        : keys.IsRestricted && !IsAmong(keys.Opens) ? BoardSight.Restricted
        : BoardSight.Whole;

    public bool MayOpen(CaseKeys keys) => IsAmong(keys.Leads) || IsAmong(keys.Opens);

    /// <summary>By which cases know who leads or may open them.</summary>
    public IEnumerable<string> Keys => Vouched.Select(CaseKeys.KeyOf).Prepend(Id.Value);

    private bool IsAmong(ValueList<string> keys) => Keys.Any(keys.Contains);
}
