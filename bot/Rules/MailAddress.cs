using System.Text.RegularExpressions;

namespace StrategyBot.Rules;

/// <summary>A mail address that every mail system takes: the one rule wherever somebody types one. Pure.</summary>
/// <remarks>RFC 5321 without quoted names and without letters beyond ASCII: one refused recipient costs everybody the invitation.</remarks>
internal sealed partial record MailAddress
{
    /// <summary>Said of what is none.</summary>
    public const string HowToWrite = "That is not a mail address. Write it like name@council.example.";

    // RFC 5321, 4.5.3.1.
    private const int Longest = 254, LongestName = 64;

    private const string Atom = @"[\w!#$%&'*+/=?^`{|}~-]+", Label = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    private MailAddress(string value) => Value = value;

    /// <summary>As typed, without what can't be seen.</summary>
    public string Value { get; }

    /// <summary>What stands behind the @: an organisation's own.</summary>
    public string Domain => Value[(Value.IndexOf('@', StringComparison.Ordinal) + 1)..];

    /// <summary>Never one with a name around it; <c>null</c> for what is no address.</summary>
    public static MailAddress? Read(string? typed)
    {
        var text = Visible(typed);
        var isShort = text.Length <= Longest && text.IndexOf('@', StringComparison.Ordinal) <= LongestName;
        return isShort && Form().IsMatch(text) ? new(text) : null;
    }

    /// <summary>One that may have a name around it, as calendars write it: <c>Grace &lt;grace@nhs.example&gt;</c>.</summary>
    public static MailAddress? Within(string? text) =>
        Read(text) ?? (Bracketed().Match(Visible(text)) is { Success: true } found ? Read(found.Groups[1].Value) : null);

    /// <summary>Without the marks and spaces that come along unseen when an address is copied.</summary>
    public static string Visible(string? typed) => Unseen().Replace(typed ?? "", "").Trim();

    /// <summary>Whether two addresses are one mailbox; nobody's empty one is.</summary>
    public static bool Same(string? one, string? other) =>
        one is { Length: > 0 } && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    public bool IsOfSameDomain(string? other) => Read(other) is { } address && Same(address.Domain, Domain);

    // Control and format characters: a zero-width space, a direction mark, a soft hyphen.
    [GeneratedRegex(@"[\p{Cc}\p{Cf}]")]
    private static partial Regex Unseen();

    [GeneratedRegex("<([^<>]+)>$")]
    private static partial Regex Bracketed();

    // ECMAScript: a letter is one of ASCII's.
    [GeneratedRegex($@"^{Atom}(\.{Atom})*@({Label}\.)+[A-Za-z]{Label}\z", RegexOptions.ECMAScript)]
    private static partial Regex Form();
}
