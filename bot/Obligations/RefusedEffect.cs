using System.Security.Cryptography;
using System.Text;

namespace StrategyBot.Obligations;

/// <summary>What was refused and is still of use: a policy takes an hour, an address is mended, a permission comes. Pure.</summary>
/// <remarks>Derived from the record, as all that is owed: a refusal of the first release is tried again like one of today.</remarks>
/// <param name="Says">What it is, in words.</param>
/// <param name="To">Whom it is for, where it is for one person.</param>
/// <param name="Code">The service's own, or one of ours.</param>
internal sealed record RefusedEffect(string Key, string Says, Participant? To, string Code)
{
    /// <summary>Where the record stands in the way: only a change there, or somebody's word, makes another attempt worth it.</summary>
    public const string NoAddress = "NoAddress", NotAnAddress = "NotAnAddress", TooBig = "AttachmentsTooBig";

    /// <summary>Graph took the call, and the meeting is still open to strangers or recording.</summary>
    public const string StillOpen = "OptionsNotTaken";

    // Graph's own.
    private const string Recipients = "ErrorInvalidRecipients";

    private const int KeyLength = 12;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(5), Longest = TimeSpan.FromHours(4), Worth = TimeSpan.FromDays(14);

    /// <summary>Nobody is reached by the address: it was refused, or a letter came back.</summary>
    public static bool IsOfAddress(Effect effect) =>
        effect is { IsRefused: true, Settled.Receipt: NotAnAddress or Recipients or Effect.CameBack };

    /// <summary>When the next attempt is due; <c>null</c> where none is of use any more.</summary>
    internal static Owed? Again(Case @case, Owed owed, Effect effect)
    {
        var until = effect.IsAskedAgain ? DateTimeOffset.MaxValue : Until(owed);
        var hasChanged = effect.Settled!.Cause is { } then && then != CauseOf(@case, owed);
        var at = effect.IsAskedAgain || hasChanged ? owed.DueAt : Later(owed.DueAt, effect.RefusedAt + After(effect.Refusals));
        var isForNothing = !effect.IsAskedAgain && !hasChanged && effect.Settled.Receipt is NoAddress or NotAnAddress or TooBig
            or Effect.CameBack;
        return at >= until || isForNothing ? null : owed with { DueAt = at, WorthUntil = until, LapsesAt = null, WasRefused = true };
    }

    /// <summary>Until when another attempt may be of use.</summary>
    internal static DateTimeOffset Until(Owed owed)
    {
        var worth = owed.WorthUntil ?? owed.DueAt + Worth;
        return owed.LapsesAt < worth ? owed.LapsesAt.Value : worth;
    }

    /// <summary>What a refusal may hang on, so that a change is seen; <c>null</c> where nothing of the record matters.</summary>
    internal static string? CauseOf(Case @case, Owed owed)
    {
        var person = owed.To is { } id ? @case.Find(id) : null;
        return owed.HangsOn is null && person is null
            ? null
            : Convert.ToHexStringLower(SHA256.HashData(
                Encoding.UTF8.GetBytes($"{owed.HangsOn}\n{person?.Mail}\n{person?.InTeams?.Value}")))[..KeyLength];
    }

    /// <summary>Why, and what helps, in words.</summary>
    public string Why() => Code switch
    {
        NoAddress => "there is no mail address",
        Effect.CameBack => "the letter came back; check the mail address",
        NotAnAddress or Recipients => "the mail address was refused; check it",
        StillOpen => "strangers need not wait in the lobby yet, or it can be recorded",
        TooBig or "MessageSizeTooBig" => "it is too big",
        _ when Is("Denied", "Forbidden", "Unauthorized", "Authorization", "Authentication", "Disabled", "NotRegistered", "Roster") =>
            $"I am not allowed to do it ({Code}); tell the administrator of StrategyBot",
        _ when Is("NotFound") => $"what it belongs to is not there ({Code})",
        _ => $"it was refused ({Code})",
    };

    private bool Is(params IReadOnlyList<string> words) => words.Any(word => Code.Contains(word, StringComparison.OrdinalIgnoreCase));

    // 5 minutes, 10, 20, … at most 4 hours.
    private static TimeSpan After(int refusals) =>
        refusals > 6 ? Longest : TimeSpan.FromMinutes(First.TotalMinutes * Math.Pow(2, Math.Max(0, refusals - 1)));

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
