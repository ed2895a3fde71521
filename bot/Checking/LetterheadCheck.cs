using StrategyBot.Rules;

namespace StrategyBot.Checking;

/// <summary>Whether letters can say whose they are, and where to ask whether that is true.</summary>
internal sealed class LetterheadCheck(Letterhead letterhead) : ICheck
{
    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Finding>>(
    [
        letterhead.Name.Length > 0 && letterhead.Switchboard.Length > 0
            ? new(Verdict.Ok, "letters", $"they come from {letterhead.Name}, to be asked at {letterhead.Switchboard}.")
            : new(Verdict.SeeTo, "letters", "they don't say from whom they are, and partners delete such mail. Set StrategyBot__Council "
                + "to the authority's name and StrategyBot__Switchboard to the number on its website."),
    ]);
}
