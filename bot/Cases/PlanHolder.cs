using System.Globalization;

namespace StrategyBot.Cases;

/// <summary>Somebody with whom the interim safety plan is shared: which version reached them, when and how, and what they have not got yet
/// (R80, R81). Told from the record alone. Pure.</summary>
/// <param name="Who">As the list says it.</param>
/// <param name="Version">The latest that reached them; 0: none.</param>
/// <param name="How">By what, in the middle of a sentence.</param>
/// <param name="Lacks">What they wait for; empty where they wait for nothing.</param>
internal sealed record PlanHolder(string Who, int Version, DateTimeOffset? At, string How, string Lacks)
{
    /// <summary>The kinds of message that bring a version of it, as the keys of their effects begin.</summary>
    public const string ByMinutes = "minuting/distribute", ByChange = "planning/tell-change", ByRow = "planning/tell-action";

    /// <summary>How every kind of message begins that tells somebody of what was decided.</summary>
    public const string Tells = "planning/tell-";

    /// <summary>Of the family: social care alone reads it.</summary>
    public bool IsOfFamily { get; init; }

    /// <summary>Why they get none, where somebody decided so.</summary>
    public string Not { get; init; } = "";

    public bool IsAwaited => Lacks.Length > 0;

    /// <summary>Each of them, in the order of the list: agencies, the children's file, the reviewing officer, the family.</summary>
    /// <param name="case">Nobody is listed before its plan is agreed.</param>
    public static IReadOnlyList<PlanHolder> Of(Case @case, Words words) => @case.Meeting.Plan.AgreedAt is null ? [] :
    [
        .. @case.Invited.Select(person => Person(@case, person)),
        .. OnFile(@case),
        .. CopyOwed.All(@case, DateOnly.MaxValue).Where(one => one.Because.Length > 0 || one.Copy.LastGiven is not null)
            .Select(one => Family(@case, one, words)),
    ];

    /// <summary>The last version that is of the safety plan: others are of actions, which their owners alone are told.</summary>
    public static int Present(Case @case)
    {
        var changes = ChangeSince.Of(@case).ToList();
        return changes.FindLast(IsOfSafetyPlan) is { } last ? ChangeSince.VersionOf(changes, last.Seq) : 1;
    }

    /// <summary>How it reached them, and when.</summary>
    public string Reached(Words words) => At is { } at ? $"{words.When(at)}, {How}" : "";

    private static bool IsOfSafetyPlan(ChangeSince change) => change.IsOfPlan && change.IsForAll;

    private static PlanHolder Person(Case @case, Participant person)
    {
        var changes = ChangeSince.Of(@case).ToList();
        var has = Ways(@case, person, changes).OrderByDescending(way => way.Version).ThenBy(way => way.At).FirstOrDefault();
        has = changes.Where(IsOfSafetyPlan).GroupBy(change => ChangeSince.VersionOf(changes, change.Seq))
            .Where(version => version.Key > (has?.Version ?? 0)).OrderBy(version => version.Key)
            .Aggregate(has, (sofar, version) => OwnRows(@case, person, sofar, version.Key, changes, version) ?? sofar);
        var present = Present(@case);
        return new(person.Described, has?.Version ?? 0, has?.At, has?.How ?? "",
            has?.Version >= present ? "" : Say($"version {present}: ", Underway(@case, person, changes)));
    }

    private static string Say(FormattableString version, string state) => version.ToString(CultureInfo.InvariantCulture) + state;

    /// <summary>What brought them all of a version.</summary>
    private static IEnumerable<Way> Ways(Case @case, Participant person, IReadOnlyList<ChangeSince> changes)
    {
        var meeting = @case.Meeting;
        if (meeting.Plan.AgreedAt is { } agreed && (person.Id == meeting.Chair || meeting.Attendance.Presences
            .GetValueOrDefault(person.Id) is { } there && there.From <= agreed && !(there.Until < agreed)))
        {
            yield return new(1, agreed, "at the meeting");
        }

        foreach (var (number, approved) in meeting.Minutes.Approvals)
        {
            if (Arrived(@case, $"{ByMinutes}/{meeting.Id.Value}/{number}/{person.Id.Value}") is { } minutes)
            {
                yield return new(ChangeSince.VersionOf(changes, approved.Seq), minutes.At,
                    Say($"with version {number} of the minutes, ", Rung(minutes)));
            }
        }

        foreach (var (seq, effect) in Told(@case, ByChange, person))
        {
            if (effect.IsDelivered)
            {
                yield return new(ChangeSince.VersionOf(changes, seq), effect.At, $"told what was changed, {Rung(effect)}");
            }
        }

        foreach (var change in changes.Where(change => IsOfSafetyPlan(change) && person.Is(change.By)))
        {
            yield return new(ChangeSince.VersionOf(changes, change.Seq), change.At, "changed it");
        }
    }

    /// <summary>A version that is about their own rows alone is told by each row, to whoever has the version before.</summary>
    private static Way? OwnRows(
        Case @case, Participant person, Way? before, int version, List<ChangeSince> changes, IEnumerable<ChangeSince> of)
    {
        var arrived = of.Select(change => change.Row is { } row && row.Fact.Owner == person.Id && change.Fact is ActionAgreed
            ? Arrived(@case, string.Create(CultureInfo.InvariantCulture,
                $"{ByRow}/{@case.Meeting.Id.Value}/{row.Id.Value}/{change.Seq}")) : null).ToList();
        var last = changes.FindLast(change => IsOfSafetyPlan(change) && ChangeSince.VersionOf(changes, change.Seq) < version);
        return arrived.TrueForAll(one => one is not null)
            && before?.Version >= (last is null ? 1 : ChangeSince.VersionOf(changes, last.Seq))
            ? new(version, arrived.Max(one => one!.At), $"told of their row, {Rung(arrived[^1]!)}") : null;
    }

    /// <summary>How far what brings them the present version is.</summary>
    private static string Underway(Case @case, Participant person, IReadOnlyList<ChangeSince> changes)
    {
        var meeting = @case.Meeting;
        var effect = changes.LastOrDefault(IsOfSafetyPlan) is { } last
            ? Told(@case, ByChange, person).Where(one => one.Seq >= last.Seq).Select(one => one.Effect).FirstOrDefault()
            : @case.Effects.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture,
                $"{ByMinutes}/{meeting.Id.Value}/{meeting.Minutes.Version}/{person.Id.Value}"));
        return effect switch
        {
            { IsRefused: true } => person.Phone.Length > 0 ? $"not delivered, ring {person.Phone}" : "not delivered, no number is known",
            { Attempts: > 0 } => "being sent",
            _ when Present(@case) > 1 => "not told yet",
            _ => meeting.Minutes.Version == 0 ? "comes with the minutes" : "not sent yet",
        };
    }

    private static IEnumerable<(int Seq, Effect Effect)> Told(Case @case, string kind, Participant person) =>
        from effect in @case.Effects
        where effect.Key.StartsWith($"{kind}/{@case.Meeting.Id.Value}/", StringComparison.Ordinal)
            && effect.Key.EndsWith($"/{person.Id.Value}", StringComparison.Ordinal)
        select (int.Parse(effect.Key.Split('/')[^2], CultureInfo.InvariantCulture), effect.Value);

    private static IEnumerable<PlanHolder> OnFile(Case @case)
    {
        var (plan, now) = (@case.Meeting.SafetyPlan, SafetyPlan.VersionNow(@case));
        var last = plan.OnFile.LastOrDefault();
        yield return new("The children's file", last?.Fact.Version ?? 0, last?.At, last is null ? "" : By(@case, last),
            plan.IsOnFile(@case) ? "" : Say($"version {now}: ", "not on file yet"));
        var copied = plan.OnFile.LastOrDefault(one => one.Fact.Iro == YesNo.Yes);
        var isNone = copied is null && last is { Fact.Iro: null };
        yield return new("Independent reviewing officer", copied?.Fact.Version ?? 0, copied?.At, copied is null ? "" : By(@case, copied),
            isNone || copied?.Fact.Version >= now ? "" : Say($"version {now}: ", "no copy yet"))
        {
            Not = isNone ? "there is none, as was said with the file" : "",
        };
    }

    private static string By(Case @case, Decided<PlanPutOnFile> put) =>
        $"as {@case.Find(put.By)?.Name ?? "somebody who is not on the list"} said";

    private static PlanHolder Family(Case @case, CopyOwed one, Words words)
    {
        var (copy, name) = (one.Copy, one.Copy.Name(@case));
        var given = copy.LastGiven;
        var not = CopyOwed.HoldOn(@case, one.Reader, name) is not null ? "contact with them is held: no copy"
            : CopyOwed.NotShared(@case, copy) is { } withheld ? $"not shared, as was decided {words.When(withheld.At)}"
            : "";
        return new(name, given?.Said.Fact.PlanVersion ?? 0, given?.At,
            given is null ? ""
                : $"{WordTables.GivenHow.InList(given.Said.Fact.How)}, by {@case.Find(given.Said.Fact.Giver)?.Name ?? "somebody"}",
            not.Length > 0 ? ""
            : given is null ? "no copy given yet"
            : CopyOwed.Outdated(@case, copy) is { } why ? $"their copy is out of date: {why}"
            : "")
        {
            IsOfFamily = true,
            Not = not,
        };
    }

    private static Effect? Arrived(Case @case, string key) => @case.Effects.GetValueOrDefault(key) is { IsDelivered: true } effect
        ? effect : null;

    private static string Rung(Effect effect) => effect.Settled!.Rung == "mail" ? "by mail" : "in their own chat";

    private sealed record Way(int Version, DateTimeOffset At, string How);
}
