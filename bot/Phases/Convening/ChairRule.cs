namespace StrategyBot.Phases.Convening;

/// <summary>Who should chair (R6): asked when the meeting is called, and again when <em>complex</em> comes later. Pure.</summary>
internal static class ChairRule
{
    public static CannotBe MayChair { get; } = new("Whoever chairs may chair this case, so there is nothing to explain.");

    /// <summary>The title that should chair and doesn't; <c>null</c> where the chair may.</summary>
    public static string? Title(Case @case, DateTimeOffset now) => TimeRule.AsksForChair(@case, MeetingDue.Of(@case, now));

    /// <summary>The same once it is called, as long as nobody has said why.</summary>
    public static string? Unexplained(Case @case, DateTimeOffset now) => @case.Meeting is
    { Room: { Convened.ChairReason.Length: 0, ChairSaid: null }, Attendance.CompletedAt: null } ? Title(@case, now) : null;

    /// <summary>Whom to ask, with the number.</summary>
    public static string Say(Case @case, string title)
    {
        var holder = @case.Profile.Roles.All.Select(role => role.Holder)
            .FirstOrDefault(one => one.Name is not null && title.Contains(one.Title, StringComparison.OrdinalIgnoreCase));
        var whom = holder is null ? "one" : $"{holder.Name}{(holder.Phone is { } phone ? $" ({phone})" : "")}";
        return $"A {title} should chair a case like this. Ask {whom} to take the chair.";
    }

    public static Decision Explain(Case @case, string? reason, Readers readers, DateTimeOffset now)
    {
        var (said, stands) = (AsTyped.Text(reason), @case.Meeting.Room.ChairSaid);
        var fact = new ChairExplained(said) { Meeting = @case.Meeting.Id, Audience = readers.Audience };
        return Title(@case, now) is null ? MayChair
            : said.Length == 0 ? new CannotBe("Say in a few words why you chair, or ask them to take the chair.") { Field = "reason" }
            : stands?.Fact == fact ? Decision.Already
            : readers.WhyNot("Why this chair", stands?.By, stands?.Fact.Audience) is { } widens ? widens
            : fact;
    }
}
