using System.Globalization;

namespace StrategyBot.Rules;

/// <summary>An NHS number: ten digits of which the last checks the others (modulus 11): one wrong digit finds nobody else.</summary>
internal static class NhsNumber
{
    private const int Length = 10, Modulus = 11;

    /// <summary>As typed, without what stands between the digits: spaces, dashes of every kind, and marks that can't be seen.</summary>
    public static string Digits(string? typed) => new([.. (typed ?? "").Where(character => !IsBetween(character))]);

    /// <summary>Whether something was typed that is no NHS number; nothing typed is never wrong.</summary>
    public static bool IsWrong(string? typed) => Digits(typed) is { Length: > 0 } digits && !IsValid(digits);

    private static bool IsBetween(char character) => char.IsWhiteSpace(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format or UnicodeCategory.Control;

    private static bool IsValid(string digits)
    {
        // Ten times one digit passes the check or not, but is never given to anybody: it stands for "not known".
        if (digits.Length != Length || !digits.All(char.IsAsciiDigit) || digits.Distinct().Count() == 1)
        {
            return false;
        }

        // Weights 10 down to 2; a remainder that would need the digit 10 belongs to no number.
        var sum = Enumerable.Range(0, Length - 1).Sum(at => (digits[at] - '0') * (Length - at));
        var check = (Modulus - (sum % Modulus)) % Modulus;
        return check == digits[^1] - '0';
    }
}
