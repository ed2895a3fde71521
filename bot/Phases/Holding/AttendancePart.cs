using StrategyBot.Conversations;

namespace StrategyBot.Phases.Holding;

/// <summary>Who is there: ticked as the call shows it now, confirmed by the chair in one tap.</summary>
internal sealed class AttendancePart(CallRoster call) : IPart<AttendancePart.Form>, IAsksOutside
{
    private const string Title = "Who is here", Present = "present";

    private const int Line = 120;

    /// <param name="Present">Participants' ids.</param>
    public sealed record Form(string Case, IReadOnlyList<string>? Present = null) : ICaseForm;

    public static PartId Id => new("holding/attendance");

    public static Capability Needs => Capability.Lead;

    /// <summary>Who is in the call now, as far as Teams says so in time.</summary>
    public IReadOnlySet<ParticipantId> InCall { get; set; } = new HashSet<ParticipantId>();

    public async Task AskAsync(Case @case, Patience patience, CancellationToken cancellationToken) => InCall = await patience.AskAsync(
        async inTime => (await call.LookAsync(@case, patience, inTime)).InCall.Where(seen => seen.Value).Select(seen => seen.Key)
            .ToHashSet(),
        () => [], cancellationToken);

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Refusal? Bars(FormPage page, Form asked) => page.Whole.Meeting.Attendance.StartedAt is null ? new NotStarted() : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var people = AttendanceRule.Offered(page.Case);
        return new(Title,
        [
            new TextBlock(Quorum.Say(page.Case)) { Weight = TextWeight.Bolder },
            new ChoiceSetInput(
                Present, "Tick everybody who is, or was, there", [.. people.Select(person => Choice(page.Case, person, page.Words))])
            {
                IsMultiSelect = true,
                Style = ChoiceSetStyle.Expanded,
                Value = string.Join(',', people.Select(person => person.Id)
                    .Where(id => page.Case.Meeting.Attendance.Attended(id) || InCall.Contains(id)).Select(id => id.Value)),
            },
        ])
        {
            Preselected = page.Case.Meeting.Attendance.Confirmed is null ? [Present] : [],
            Saves = [new("Confirm") { MayGoOn = true }],
        };
    }

    public Decision Decide(FormPage page, Form typed) => AttendanceRule.Confirm(page.Whole, typed.Present ?? []);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("who is here", new TextBlock(Quorum.Say(page.Case)));

    private static Choice Choice(Case @case, Participant person, Words words)
    {
        var who = Shortened.To(Line, person.Described);
        return new(@case.Meeting.Attendance.Presences.GetValueOrDefault(person.Id) switch
        {
            { Until: { } left } there => $"{who} – {words.Time(there.From)} to {words.Time(left)}",
            { } there => $"{who} – since {words.Time(there.From)}",
            null => who,
        }, person.Id.Value);
    }
}
