using System.Text.RegularExpressions;
using StrategyBot.Cases;
using StrategyBot.Graph;

namespace StrategyBot.Tests.Forms;

/// <summary>Who may what, in the words that stand beside each role and each capability in the code.</summary>
internal static partial class PermissionsPage
{
    public static string Text(string source)
    {
        var (roles, at) = (Enum.GetValues<Role>(), source.IndexOf("enum Capability", StringComparison.Ordinal));
        return string.Join('\n',
        [
            "# Who may do what",
            "",
            "*Made of the code (`bot/Cases/Role.cs`) by `PermissionsTests`, which fails when this page isn't what the code allows. "
                + "The same test presses every button as each role, and reads as each role what is marked for some.*",
            "",
            "One person may be several on a case. Everything that is not listed is refused with one sentence; somebody who is nothing on a "
                + "case hears of every case that there is none.",
            "",
            "| Role | What it is | By group | May |",
            "|---|---|---|---|",
            .. roles.Select(role => $"| {Apart($"{role}")} | {Said(source[..at], $"{role}")} | {Group(role)} | {Allowed(role)} |"),
            "",
            "## What each may is",
            "",
            "| May | In words |",
            "|---|---|",
            .. Enum.GetValues<Capability>().Select(one => $"| {Apart($"{one}")} | {Said(source[at..], $"{one}")} |"),
            "",
            "## Markings",
            "",
            "Whoever may *read content* reads of it what its marking allows to their agency. People of the authority (all of the roles by "
                + "group, and break glass) read what social care reads:",
            "",
            "| Marking | Social care reads it |",
            "|---|---|",
            .. PermissionsTests.Markings.Select(marking =>
                $"| {marking.Say()} | {(marking.Admits(Agency.SocialCare) ? "yes" : "no")} |"),
            "",
            "## Break-glass",
            "",
            "An auditor types `break-glass`, the reference and its word, and says on a form why, in a line what for, and for how long: one "
                + "hour, four hours, or until tomorrow 17:00, 24 hours at most. For that long they read, and write nothing. The data "
                + "protection officer hears at once by mail and the chair in chat, that it is read, by whom and until when; why "
                + "stands on a page for the data protection officer and information governance. Each reading stands in the access log "
                + "as one under break-glass. It ends by the clock, or when they say that they have what they need. `export court` by an "
                + "auditor needs it.",
            "",
        ]);
    }

    private static string Group(Role role) => role switch
    {
        Role.Administrator => "`Access__AdministratorsGroup`",
        Role.BreakGlass => "lent to an auditor",
        _ when Settings.GroupOf(role) is { } setting => $"`{setting}`",
        _ => "",
    };

    // Each group is named after its setting, so that the code itself says which is whose.
    private static readonly GraphSettings Settings = new()
    {
        BaseUrl = new("http://localhost"),
        DirectoryMailbox = "",
        OrganiserMailbox = "",
        MinutesMailbox = "",
        ConvenersGroup = "",
        AdministratorsGroup = "",
        CatalogAppId = "",
        AuditorsGroup = "Access__AuditorsGroup",
        InformationGovernanceGroup = "Access__InformationGovernanceGroup",
        LegalGroup = "Access__LegalGroup",
        BusinessSupportGroup = "Access__BusinessSupportGroup",
        ConferenceServiceGroup = "Access__ConferenceServiceGroup",
    };

    private static string Allowed(Role role) =>
        string.Join(", ", Enum.GetValues<Capability>().Where(one => Capabilities.Has(role, one)).Select(one => Apart($"{one}")))
            is { Length: > 0 } some ? some : "nothing on a case";

    /// <summary>The comment over a name, without what it refers to.</summary>
    private static string Said(string source, string name)
    {
        var found = Comment(name).Match(source);
        Assert.True(found.Success, $"Nothing is said of {name} in Role.cs.");
        var said = Slashes().Replace(found.Groups["said"].Value, " ").Trim();
        return References().Replace(said, "").Trim();
    }

    private static string Apart(string name) => Capital().Replace(name, " $0").TrimStart().ToLowerInvariant();

    private static Regex Comment(string name) =>
        new(@$"<summary>(?<said>(?:(?!<summary>)[\s\S])*?)</summary>\s*(?:///[^\n]*\s*)*{name},\s", RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\s*///\s*|\s+")]
    private static partial Regex Slashes();

    [GeneratedRegex(@" \((design §|[RP]\d)[^)]*\)")]
    private static partial Regex References();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
