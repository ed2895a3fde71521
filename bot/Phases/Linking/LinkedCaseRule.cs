namespace StrategyBot.Phases.Linking;

/// <summary>The rules of cases beside one (R3, R50). Pure.</summary>
internal static class LinkedCaseRule
{
    /// <param name="mine">The references of the cases that who asks arranges too.</param>
    public static Decision Link(Case @case, string? other, CaseLinkKind? kind, IReadOnlyList<string> mine)
    {
        var fact = new CaseLinked(other ?? "", kind ?? CaseLinkKind.AnotherChild);
        return new Unsaid().If(other is null || other == @case.Id.Value || !mine.Contains(other), "other", "Choose which case it is.")
                .If(kind is null, "kind", "Say what the other child is to this one.").Why
            ?? (@case.Linked.All.GetValueOrDefault(fact.Other)?.Fact == fact ? Decision.Already : (Decision)fact);
    }

    public static Decision Unlink(Case @case, string? other, string? reason)
    {
        var why = reason?.Trim() ?? "";
        return other is null || !@case.Linked.All.ContainsKey(other)
            ? @case.Linked.Undone.ContainsKey(other ?? "") ? Decision.Already : new CannotBe("That case is not linked with this one.")
            : new Unsaid().Text("reason", why, "Say why it is not linked.").Why
            ?? (Decision)new CaseUnlinked(other, why) { Audience = Audience.Only(Agency.SocialCare) };
    }

    public static Decision None(Case @case, string? reason)
    {
        var why = reason?.Trim() ?? "";
        var fact = new NoOtherCaseSaid(why) { Audience = Audience.Only(Agency.SocialCare) };
        return !LinkedCases.IsAboutTwo(@case) ? new CannotBe("Nothing on this case asks for a case of another child.")
            : new Unsaid().Text("reason", why, "Say why, and who decided it.").Why
            ?? (@case.Linked.None?.Fact == fact ? Decision.Already : (Decision)fact);
    }

    /// <summary><c>Linked with SB-2026-015: the other child.</c></summary>
    public static string Say(string other, CaseLinked link) => $"Linked with {other}: {WordTables.CaseLinkKind.InList(link.Kind)}.";
}
