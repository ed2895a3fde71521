namespace StrategyBot.Phases.Convening;

/// <summary>An NHS number: ten digits of which the last checks the others (modulus 11), so that one wrong digit finds nobody else's records.</summary>
internal static class NhsNumber
{
    private const int Length = 10, Modulus = 11;

    /// <summary>As typed, without spaces and hyphens.</summary>
    public static string Digits(string? typed) => new([.. (typed ?? "").Where(character => !char.IsWhiteSpace(character) && character != '-')]);

    /// <summary>Whether something was typed that is no NHS number; nothing typed is never wrong.</summary>
    public static bool IsWrong(string? typed) => Digits(typed) is { Length: > 0 } digits && !IsValid(digits);

    private static bool IsValid(string digits)
    {
        if (digits.Length != Length || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        // Weights 10 down to 2; a remainder that would need the digit 10 belongs to no number.
        var sum = Enumerable.Range(0, Length - 1).Sum(at => (digits[at] - '0') * (Length - at));
        var check = (Modulus - (sum % Modulus)) % Modulus;
        return check == digits[^1] - '0';
    }
}
