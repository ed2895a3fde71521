namespace StrategyBot.Phases.Convening;

/// <summary>The rules of a discussion by telephone at night (P36): three texts make a case that can be recorded. Pure.</summary>
internal static class NightRule
{
    // A telephone discussion is short; its end is said when it is over.
    private const int Minutes = 30;

    /// <summary>The child that is meant: the one that is named. Of several each has a form of its own.</summary>
    public static Child? Whom(Case @case) => @case.Children is [var only] ? only : @case.Children.FirstOrDefault();

    /// <summary>Has a link sent to who is on duty; whoever had one before has none any more.</summary>
    public static Decision Send(Case @case, string? name, string? mail) => OutOfHoursDesk.Named(@case, name, mail) switch
    {
        (_, { } why) => why,
        // Pressed twice: the first is still on its way.
        ({ } person, _) when @case.Links.AskedFor.GetValueOrDefault(person.Id) is [.., var asked]
            && !@case.Links.Issued.Any(link => link.Participant == person.Id && link.IssuedAt >= asked) => Decision.Already,
        ({ } person, _) => Decision.Of(
        [
            .. OutOfHoursDesk.On(@case).Where(other => other.Id != person.Id).Select(other => new LinksRevoked(other.Id)),
            .. OutOfHoursDesk.Puts(@case, person),
            new LinkAskedFor(person.Id),
        ]),
        _ => new NotYourPart(),
    };

    public static Decision Record(Case @case, Participant me, NightPart.Form typed, DateTimeOffset now, Words words, Readers readers)
    {
        var (where, happened, whatNow) = (AsTyped.Line(typed.Where), AsTyped.Text(typed.Happened), AsTyped.Text(typed.WhatNow));
        Refusal[] wrong =
        [
            .. where.Length == 0 ? [new CannotBe("Say where the child is, or that it isn't known.") { Field = "where" }] : (Refusal[])[],
            .. happened.Length == 0 ? [new CannotBe("Say in a few words what happened.") { Field = "happened" }] : (Refusal[])[],
            .. whatNow.Length == 0 ? [new CannotBe("Say what is done now.") { Field = "whatNow" }] : (Refusal[])[],
        ];
        var child = Whom(@case);
        var widens = readers.WhyNot("Where the child is", child?.Now?.By, child?.Now?.Fact.Audience)
            ?? (@case.Circumstances is { Reason.Length: > 0 } given
                ? readers.WhyNot("Why there is cause", @case.Limit.CauseBy, given.CauseAudience)
                : null)
            ?? readers.WhyNot("What is done now", @case.WhatNow?.By, @case.WhatNow?.Fact.Audience);
        return wrong.Length > 0 ? wrong.Length == 1 ? wrong[0] : new Several(wrong)
            : widens is not null ? widens
            : Happened(typed.At, now, words).Match<Decision>(
                at => Decision.Of(
                [
                    .. Facts(@case, child, typed, (where, happened, whatNow), at, now, words, readers.Audience),
                    .. OutOfHoursDesk.Holds(@case, me, at ?? now),
                ]),
                why => new CannotBe(why) { Field = "at" });
    }

    /// <summary>What is new of it.</summary>
    private static IEnumerable<Fact> Facts(
        Case @case, Child? child, NightPart.Form typed, (string Where, string Happened, string WhatNow) said, DateTimeOffset? at,
        DateTimeOffset now, Words words, Audience audience)
    {
        var id = child?.Id ?? new ChildId($"child-{PersonRule.NextChild(@case)}");
        if (child is null)
        {
            var name = AsTyped.Line(typed.Name);
            yield return new ChildNamed(new(name.Length > 0 ? name : "Not known", "", null, false, "", "", "")) { Child = id };
        }

        var place = child?.Now?.Fact ?? new WhereaboutsSaid(PlaceNow.Elsewhere, "", "", null);
        var where = place with { Where = said.Where, Child = id, Audience = audience };
        var circumstances = Circumstances(@case, typed.Mode ?? NightPart.Mode(@case.Circumstances), said.Happened, now, words, audience);
        var whatNow = new WhatNowSaid(said.WhatNow) { Audience = audience };
        Fact[] all =
        [
            .. where == child?.Now?.Fact ? [] : (Fact[])[where],
            .. circumstances == @case.Circumstances ? [] : (Fact[])[circumstances],
            .. whatNow == @case.WhatNow?.Fact ? [] : (Fact[])[whatNow],
            .. Planned(@case, at, now),
        ];
        foreach (var fact in all)
        {
            yield return fact;
        }
    }

    /// <summary>When it was talked of, which may be long before it is typed; what was said of that before stays.</summary>
    private static IEnumerable<Fact> Planned(Case @case, DateTimeOffset? at, DateTimeOffset now) =>
        (@case.Meeting.Room.Planned, at) switch
        {
            (null, _) => [new TimeChosen(at ?? now, (at ?? now).AddMinutes(Minutes), "") { Meeting = @case.Meeting.Id }],
            ({ } stands, { } other) when stands.StartsAt != other =>
                [stands with { StartsAt = other, EndsAt = other + (stands.EndsAt - stands.StartsAt) }],
            _ => [],
        };

    private static Typed<DateTimeOffset?> Happened(TimeOnly? typed, DateTimeOffset now, Words words) => typed is not { } time
        ? new Typed<DateTimeOffset?>.Understood(null)
        : LastTime.Before(time, now, words).Then<DateTimeOffset?>(at => new Typed<DateTimeOffset?>.Understood(at));

    /// <summary>What was said before stays; until it is said, the concern and the referral came at the beginning of today (P30).</summary>
    private static CircumstancesGiven Circumstances(
        Case @case, MeetingMode mode, string happened, DateTimeOffset now, Words words, Audience audience)
    {
        var today = words.At(words.LocalDate(now), TimeOnly.MinValue);
        var given = @case.Circumstances
            ?? new([], "", today, today, null, [], "", mode, "") { ConcernToConfirm = true, ReferralToConfirm = true };
        return given with { Mode = mode, Reason = happened, CauseFor = audience };
    }
}
