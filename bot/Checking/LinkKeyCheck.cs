using StrategyBot.PartnerLinks;

namespace StrategyBot.Checking;

/// <summary>Whether the key of the partners' links is kept apart from the record: neither alone opens anything.</summary>
internal sealed class LinkKeyCheck(IConfiguration configuration, IHostEnvironment environment, LinkSettings settings) : ICheck
{
    private const string What = "links' key";

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Finding>>(
        settings.IsSandbox ? []
        : LinkSettings.KeyBeside(configuration, environment) is { } path
            ? [new(Verdict.SeeTo, What, $"it lies beside the record ({path}), so whoever copies that folder has both halves of every "
                + $"partner's link. Set PartnerLinks__Key to what base64 -w0 {path} prints, start the bot again, then delete the file. "
                + "Links already sent go on working.")]
            : [new(Verdict.Ok, What, "set apart from the record.")]);
}
