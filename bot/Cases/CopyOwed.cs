namespace StrategyBot.Cases;

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
        var rows = RowsOf(@case).Select(row => WordsOf($"{row.Fact.What} {row.Fact.Family?.Who}")).ToList();
        string Because(string id) =>
            responsible.Contains(id) ? "has parental responsibility"
            : Names(@case, id) is { Count: > 0 } name && rows.Exists(row => name.Any(row.Contains)) ? "is named in a row of the plan"
            : Find(@case, id).For is not null ? "a copy was begun"
            : "";
        var adults = @case.Adults.Select(adult => new CopyOwed(adult.Id.Value, Find(@case, adult.Id.Value), Because(adult.Id.Value)));
        // Whether a child is old enough is for the social worker to say: none is owed before a copy was begun.
        var children = @case.Children.Where(child => Ages.CanBeTold(child, today)).Select(child => Find(@case, child.Id.Value))
            .Select(copy => new CopyOwed(copy.Reader, copy, copy.For is null ? "" : "a copy was begun"));
        var others = @case.FamilyCopies.Where(copy => IsOther(copy.Reader))
            .Select(copy => new CopyOwed(copy.Reader, copy, "is named in the plan"));
        return [.. adults.Concat(others).Concat(Unbegun(@case)).Concat(children).OrderBy(one => one.Because.Length == 0)];
    }

    /// <summary>Whoever of the family does a row, and neither is an adult of the case nor has a copy that was begun (P34).</summary>
    private static IEnumerable<CopyOwed> Unbegun(Case @case) =>
        from who in RowsOf(@case).Select(row => row.Fact.Family?.Who ?? "").Distinct()
        let said = WordsOf(who).Where(word => word.Length > 2).ToHashSet()
        where said.Count > 0 && !@case.Adults.Exists(adult => said.Overlaps(WordsOf($"{adult.Details.Name} {adult.Details.Aliases}")))
            && !@case.FamilyCopies.Exists(copy => IsOther(copy.Reader) && said.Overlaps(WordsOf(copy.Name(@case))))
        select new CopyOwed(FamilyCopy.Other, new(FamilyCopy.Other) { Called = who }, "does a row of the plan");

    /// <summary>Who waits for one: none given, or one that is out of date, and no reason why not. Nobody while contact is held.</summary>
    public static IEnumerable<CopyOwed> Open(Case @case) => !RowsOf(@case).Any() ? []
        : All(@case, DateOnly.MaxValue).Where(one => one.Because.Length > 0 && NotShared(@case, one.Copy) is null
            && (one.Copy.LastGiven is null || Outdated(@case, one.Copy) is not null)
            && HoldOn(@case, one.Reader, one.Copy.Name(@case)) is null);

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
        var children = @case.Children.SelectMany(child => WordsOf(child.Details.Name)).ToHashSet();
        var details = @case.Adults.Find(adult => adult.Id.Value == id)?.Details;
        return [.. WordsOf($"{details?.Name} {details?.Aliases}")
            .Where(word => word.Length > 2 && !children.Contains(word))];
    }

    public static bool IsOther(string reader) => reader.StartsWith(FamilyCopy.Other, StringComparison.Ordinal);

    /// <summary>The hold that forbids a copy: on them, on everybody in the family, or on an adult whom a typed name may mean.</summary>
    public static StandingHold? HoldOn(Case @case, string reader, string? name) => StandingHold.Of(@case).FirstOrDefault(hold =>
        hold.Adult is null || hold.Whom == reader || (IsOther(reader) && MayMean(WordsOf(name), @case, hold.Adult.Value)));

    /// <summary>All of the name, or a part of it alone, or an alias.</summary>
    private static bool MayMean(HashSet<string> typed, Case @case, AdultId id) => typed.Count > 0
        && @case.Adults.Find(adult => adult.Id == id)?.Details is { } details && WordsOf(details.Name) is var name
        && (typed.IsSubsetOf(name) || (name.Count > 0 && name.IsSubsetOf(typed)) || typed.Overlaps(WordsOf(details.Aliases)));

    /// <summary>Why what was given isn't what stands; <c>null</c> where it is, or nothing was given.</summary>
    public static string? Outdated(Case @case, FamilyCopy copy)
    {
        if (copy.LastGiven is not { } given || !RowsOf(@case).Any())
        {
            return null;
        }

        var seq = given.Said.Seq;
        var rows = @case.Meetings.SelectMany(meeting => meeting.Plan.Actions).ToLookup(row => row.Id);
        return given.AsGiven.Rows.Exists(typed => rows[typed.Fact.Action].All(row => row.IsWithdrawn || row.Changed > seq))
                ? "a row of the plan was changed"
            : @case.Meetings.Exists(meeting => meeting.Safety.Review?.Seq > seq) ? "another day of review was set"
            : copy.Changed > seq ? "other words were typed for them"
            : null;
    }

    /// <summary>Words of a text in small letters, for comparing names.</summary>
    public static HashSet<string> WordsOf(string? text) =>
    [
        .. new string([.. (text ?? "").Select(letter => char.IsLetterOrDigit(letter) || letter == '-' ? letter : ' ')]).ToLowerInvariant()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries),
    ];

    private static IEnumerable<PlannedAction> RowsOf(Case @case) =>
        PlannedAction.On(@case).Where(row => !row.IsWithdrawn && row.Fact.Kind == ActionKind.SafetyPlan);
}
