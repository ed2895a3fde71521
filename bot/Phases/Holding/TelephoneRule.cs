namespace StrategyBot.Phases.Holding;

/// <summary>The rules of a meeting by telephone: each call, with whom, from when to when, and what was said (P13, P36). Pure.</summary>
internal static class TelephoneRule
{
    // A time that was meant for another day makes a longer one.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    // Who begins to type a meeting that was held begins a little before the time that they named.
    private static readonly TimeSpan Before = TimeSpan.FromHours(2);

    /// <summary>Whom one can have spoken to.</summary>
    public static IReadOnlyList<Participant> Others(Case @case, Participant me) =>
        [.. @case.Speaking.Where(person => person.Id != me.Id && !person.IsInbox)];

    /// <summary>Who was spoken to, and is of an agency of which nobody can be asked whether it is what they said.</summary>
    public static IEnumerable<Participant> NotAsked(Case @case) =>
        @case.Meeting.Attendance.Telephone.Values.Select(call => @case.Find(call.Fact.Who)).OfType<Participant>().Distinct()
            .Where(who => !@case.Invited.Any(person => AskSaidDuty.AnswersFor(person, who)));

    public static Decision Note(
        Case @case, Participant me, TelephonePart.Form typed, DateTimeOffset now, Words words, Func<Participant, Audience?> readers)
    {
        if (Others(@case, me).FirstOrDefault(person => person.Id.Value == typed.For) is not { } who)
        {
            return new CannotBe("Choose whom you spoke to.") { Field = "for" };
        }

        var (at, why) = Times(@case, typed, now, words);
        if (why is not null)
        {
            return why;
        }

        var (text, number) = ((typed.Text ?? "").Trim(), (typed.Number ?? "").ReplaceLineEndings(" ").Trim());
        if (text.Length > FormCard.MostText)
        {
            return new TooLong(FormCard.MostText) { Field = "text" };
        }

        if ((text.Length == 0 ? Audience.Professionals : readers(who)) is not { } audience)
        {
            return MarkingInput.NotSaid;
        }

        var calls = @case.Meeting.Attendance.Telephone;
        var call = new CallNoted(typed.Call ?? calls.Keys.DefaultIfEmpty().Max() + 1, who.Id, number.Length > 0 ? number : who.Phone, at.To)
        {
            Meeting = @case.Meeting.Id,
            HappenedAt = at.From,
        };
        // Saved twice it is one call.
        var stands = calls.Values.Any(one => one.Fact with { Call = call.Call } == call
            && (typed.Call is null || one.Fact.Call == typed.Call));
        return Decision.Of(
        [
            .. stands ? [] : (IReadOnlyList<Fact>)[.. MeetingRule.CallNoted(@case, at.From), call],
            .. Said(@case, me, who, text, at.From, audience),
        ]);
    }

    public static Decision Gone(Case @case, int call) => @case.Meeting.Attendance.Telephone.GetValueOrDefault(call) is not { } noted
        ? Decision.Already
        : noted.Fact with { IsGone = true };

    /// <summary>The call before it ended when this one began, as far as anybody can tell; and it ends now.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) Proposed(Case @case, DateTimeOffset now)
    {
        var last = @case.Meeting.Attendance.Telephone.Values.Select(call => call.Fact.EndedAt).DefaultIfEmpty().Max();
        var (held, earliest) = (@case.Meeting.Room.Convened, now - TimeSpan.FromHours(1));
        var from = last > earliest && last <= now ? last
            : held?.StartsAt is { } starts && starts <= now && (starts > earliest || @case.HappenedAlready) ? starts
            : now - TimeSpan.FromMinutes(10);
        return (from, @case.HappenedAlready && held!.EndsAt is var ends && ends >= from && ends < now ? ends : now);
    }

    private static ((DateTimeOffset From, DateTimeOffset To) At, Refusal? Why) Times(
        Case @case, TelephonePart.Form typed, DateTimeOffset now, Words words)
    {
        if (typed is not { From: { } began, To: { } ended })
        {
            return (default, new CannotBe("Say when the call began and when it ended.") { Field = typed.From is null ? "from" : "to" });
        }

        // What was held days ago has its calls then, not last night.
        var near = @case.HappenedAlready && @case.Meeting.Room.Convened is { } held && held.StartsAt < now - TimeSpan.FromDays(1)
            ? held.StartsAt - Before
            : LastTime.ADayBefore(now);
        return LastTime.After(began, near, now, words).Match<((DateTimeOffset, DateTimeOffset), Refusal?)>(
            from => LastTime.After(ended, from, now, words).Match<((DateTimeOffset, DateTimeOffset), Refusal?)>(
                to => ((from, to), to > now.AddMinutes(1) || to - from > Longest
                    ? new CannotBe("That call would end later than now, or be very long. Check both times.") { Field = "to" } : null),
                why => (default, new CannotBe(why) { Field = "to" })),
            why => (default, new CannotBe(why) { Field = "from" }));
    }

    /// <summary>Under the name of who said it, at the time of the call; typed by who typed it.</summary>
    private static IEnumerable<Fact> Said(
        Case @case, Participant me, Participant who, string text, DateTimeOffset from, Audience audience)
    {
        var parts = LongText.Entries(text);
        var stands = @case.Meeting.Assessment.Information
            .Where(item => (item.Participant, item.Audience) == (who.Id, audience)).Select(item => item.Text).ToHashSet();
        return parts.All(stands.Contains) ? []
            : parts.Select((part, at) => new InformationGiven(who.Id, who.Agency, part, parts.Count == 1 ? 0 : at + 1)
            {
                Meeting = @case.Meeting.Id,
                Audience = audience,
                HappenedAt = from,
                OnBehalfOf = who.Id == me.Id ? null : who.Id,
            });
    }
}
