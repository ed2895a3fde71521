using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <param name="LateReason">Why it is later than the limit.</param>
/// <param name="ChairReason">Why someone else chairs than the procedure asks for (R6).</param>
internal sealed record TypedTime(DateOnly? On, TimeOnly? Time, int? Minutes, string? LateReason, string? ChairReason = null);

/// <summary>The rules of when the meeting is (R6, R16–R24). Pure.</summary>
internal static class SettingTime
{
    public const int ShortestMinutes = 15, LongestMinutes = 240, UsualMinutes = 60;

    // Nobody calls a meeting under these limits further ahead: a later date is a slip in the year.
    private const int MostDaysAhead = 60;

    // "Now" takes a few minutes to type.
    private static readonly TimeSpan JustPast = TimeSpan.FromMinutes(15);

    /// <summary>Calls the meeting: from here the invitations are owed.</summary>
    public static Decision Convene(Case @case, TypedTime typed, DateTimeOffset now, Words words)
    {
        if (@case.Circumstances is null)
        {
            return new WhyFirst();
        }

        if (@case.Children.Count == 0)
        {
            return new CannotBe("Name at least one child first, so that the agencies know whose records to check.");
        }

        return Read(@case, typed, now, words).Match<Decision>(
            at => Called(@case, at, HoldingBy.Of(@case, now), typed, words),
            sentence => new CannotBe(sentence));
    }

    /// <summary>Gives a meeting that is called another time.</summary>
    public static Decision Move(Case @case, TypedTime typed, DateTimeOffset now, Words words) => @case.Meeting switch
    {
        { Room.Convened: null } => new CannotBe("The meeting is not called yet."),
        { Attendance.StartedAt: not null } => new CannotBe("The meeting has begun, so it can't be moved."),
        var meeting => Read(@case, typed, now, words).Match<Decision>(
            at => Moved(@case, meeting.Room.Convened!, at, typed, words),
            sentence => new CannotBe(sentence)),
    };

    private static Decision Called(Case @case, (DateTimeOffset Starts, DateTimeOffset Ends) at, HoldBy holdBy, TypedTime typed, Words words)
    {
        var (late, chair) = (Lines.Text(typed.LateReason), Lines.Text(typed.ChairReason));
        if (@case.Meeting.Room.Convened is { } already)
        {
            return (already.StartsAt, already.EndsAt) == at ? Decision.Already : new CannotBe("The meeting is called already. Use “Move the meeting” for another time.");
        }

        return Lines.TooLong(FormCard.LongText, late, chair) is { } tooLong ? tooLong
            : holdBy.AsksForReason(at.Starts) && late.Length == 0 ? new LaterThanLimit(holdBy)
            : AsksForChair(@case, holdBy) is { } title && chair.Length == 0 ? new CannotBe($"A case like this is chaired by a {title}. Give the reason why you chair it, or ask them to take the chair.")
            : new MeetingConvened(at.Starts, at.Ends, holdBy.Due.At, $"{holdBy.Due.Rule} – {holdBy.Due.Source.Guide}", late) { Meeting = @case.Meeting.Id, ChairReason = chair };
    }

    private static Decision Moved(Case @case, MeetingConvened convened, (DateTimeOffset Starts, DateTimeOffset Ends) at, TypedTime typed, Words words)
    {
        var reason = Lines.Text(typed.LateReason);
        return (convened.StartsAt, convened.EndsAt) == at ? Decision.Already
            : reason.Length > FormCard.LongText ? new TooLong(FormCard.LongText)
            : reason.Length == 0 ? new CannotBe("Everybody was told the first time, so moving it needs a reason.")
            : new MeetingMoved(at.Starts, at.Ends, reason) { Meeting = @case.Meeting.Id };
    }

    /// <summary>The title that should chair and doesn't (R6); <c>null</c> where the chair may.</summary>
    public static string? AsksForChair(Case @case, HoldBy holdBy) =>
        holdBy.MustChair is { } must && !@case.Chair.JobTitle.Contains(must.Title, StringComparison.OrdinalIgnoreCase) ? must.Title : null;

    private static Typed<(DateTimeOffset Starts, DateTimeOffset Ends)> Read(Case @case, TypedTime typed, DateTimeOffset now, Words words)
    {
        var held = @case.Circumstances?.Mode == MeetingMode.AlreadyHappened;
        var starts = held ? Lines.Past("the meeting was held", typed.On, typed.Time, now, words) : Lines.Instant("the meeting starts", typed.On, typed.Time, words);
        return starts.Then<(DateTimeOffset Starts, DateTimeOffset Ends)>(at => (typed.Minutes ?? UsualMinutes) switch
        {
            < ShortestMinutes or > LongestMinutes => Wrong($"A meeting lasts from {ShortestMinutes} minutes to {LongestMinutes / 60} hours. Check its length."),
            _ when !held && at < now - JustPast => Wrong($"{words.When(at)} is past. Choose a time that is still to come, or say under “How it is held” that it happened already."),
            _ when at > now.AddDays(MostDaysAhead) => Wrong($"{words.When(at)} is more than {MostDaysAhead} days ahead. Check the month and the year."),
            var minutes => new Typed<(DateTimeOffset, DateTimeOffset)>.Understood((at, at.AddMinutes(minutes))),
        });
    }

    private static Typed<(DateTimeOffset, DateTimeOffset)>.NotUnderstood Wrong(string sentence) => new(sentence);
}

/// <summary>Later than the limit, and no reason for it yet.</summary>
internal sealed record LaterThanLimit(HoldBy HoldBy) : Refusal
{
    public override string Say(Words words) => $"That is later than the limit. {HoldBy.Say(words)}. Choose an earlier time, or give the reason why it is later.";
}
