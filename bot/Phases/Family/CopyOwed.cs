namespace StrategyBot.Phases.Family;

/// <summary>Somebody who is owed a copy, or may get one (P34). Pure.</summary>
/// <param name="Copy">As it stands; an empty one where none was begun.</param>
/// <param name="Because">Why it is owed; empty where it is only offered.</param>
internal sealed record CopyOwed(string Reader, FamilyCopy Copy, string Because)
{
    /// <summary>Everybody who may get one: who is owed one first.</summary>
    /// <param name="case">As the reader of the list sees it.</param>
    /// <param name="today">A child has to be old enough.</param>
    public static IReadOnlyList<CopyOwed> All(Case @case, DateOnly today)
    {
        var responsible = RowLists.Responsible(@case);
        var rows = RowRules.Of(@case, ActionKind.SafetyPlan).Select(row => FamilyRule.WordsOf(row.Fact.What)).ToList();
        string Because(string id) =>
            responsible.Contains(id) ? "has parental responsibility"
            : Names(@case, id) is { Count: > 0 } name && rows.Exists(row => name.Any(row.Contains)) ? "is named in a row of the plan"
            : Find(@case, id).For is not null ? "a copy was begun"
            : "";
        var adults = @case.Adults.Select(adult => new CopyOwed(adult.Id.Value, Find(@case, adult.Id.Value), Because(adult.Id.Value)));
        // Whether a child is old enough is for the social worker to say: none is owed before a copy was begun.
        var children = @case.Children.Where(child => Ages.CanBeTold(child, today)).Select(child => Find(@case, child.Id.Value))
            .Select(copy => new CopyOwed(copy.Reader, copy, copy.For is null ? "" : "a copy was begun"));
        var others = @case.FamilyCopies.Where(copy => FamilyRule.IsOther(copy.Reader))
            .Select(copy => new CopyOwed(copy.Reader, copy, "is named in the plan"));
        return [.. adults.Concat(others).Concat(children).OrderBy(one => one.Because.Length == 0)];
    }

    /// <summary>Who waits for one: none given, or one that is out of date, and no reason why not. Nobody while contact is held.</summary>
    public static IEnumerable<CopyOwed> Open(Case @case) => !RowRules.HasSafetyPlan(@case) ? []
        : All(@case, DateOnly.MaxValue).Where(one => one.Because.Length > 0 && NotShared(@case, one.Copy) is null
            && (one.Copy.LastGiven is null || FamilyRule.Outdated(@case, one.Copy) is not null)
            && FamilyRule.HoldOn(@case, one.Reader, one.Copy.Name(@case)) is null);

    /// <summary>A manager said why it isn't shared, of the copy or of the talk about the plan, and nobody has given it since.</summary>
    public static Withheld? NotShared(Case @case, FamilyCopy copy)
    {
        var talk = PlanTalk.Standing(@case).FirstOrDefault(one =>
            one.Whom == copy.Reader && one.Said.Fact.Answer == PlanAnswer.NotShared)?.Overseen;
        var not = copy.NotShared is { } said ? new Withheld(said.Fact.Because, said.By, said.At, said.Seq)
            : talk is not null ? new(talk.Fact.Because, talk.By, talk.At, talk.Seq)
            : null;
        return not?.Seq > (copy.LastGiven?.Said.Seq ?? 0) ? not : null;
    }

    /// <summary>Why somebody gets none, and who said so.</summary>
    internal sealed record Withheld(string Why, PersonId By, DateTimeOffset At, int Seq);

    public static FamilyCopy Find(Case @case, string reader) =>
        @case.FamilyCopies.Find(copy => copy.Reader == reader) ?? new(reader);

    /// <summary>The words by which a row names an adult: first name, alias, and a surname that isn't a child's too.</summary>
    public static IReadOnlyList<string> Names(Case @case, string id)
    {
        var children = @case.Children.SelectMany(child => FamilyRule.WordsOf(child.Details.Name)).ToHashSet();
        var details = @case.Adults.Find(adult => adult.Id.Value == id)?.Details;
        return [.. FamilyRule.WordsOf($"{details?.Name} {details?.Aliases}")
            .Where(word => word.Length > 2 && !children.Contains(word))];
    }
}
