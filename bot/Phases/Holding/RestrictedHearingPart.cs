namespace StrategyBot.Phases.Holding;

/// <summary>Part of the meeting that only some hear (P6): the chair ticks who stays, reads out who leaves, and asks them back.</summary>
internal sealed class RestrictedHearingPart : IPart<RestrictedHearingPart.Form>
{
    private const string Title = "Restricted part", Stays = "stays";

    private const int Line = 120;

    /// <param name="Stays">Participants' ids.</param>
    public sealed record Form(string Case, IReadOnlyList<string>? Stays = null) : ICaseForm;

    public static PartId Id => new(PartIds.Restricted);

    public static Capability Needs => Capability.Lead;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Refusal? Bars(FormPage page, Form asked) => RestrictedRule.WhyNot(page.Whole);

    public Drawn Draw(FormPage page, Form asked)
    {
        var (there, running) = (RestrictedRule.There(page.Case), page.Case.Meeting.Attendance.RestrictedNow);
        var stay = running?.Heard ?? RestrictedRule.Usual(page.Case);
        return new(Title,
        [
            new TextBlock(running is null
                ? "For what some who are here may not hear. Tick who stays, then ask the others to leave."
                : RestrictedRule.Say(page.Case, running, page.Words)) { Weight = running is null ? TextWeight.Default : TextWeight.Bolder },
            new ChoiceSetInput(Stays, "Who stays for it",
                [.. there.Select(person => new Choice(Shortened.To(Line, person.Described), person.Id.Value))])
            {
                IsMultiSelect = true,
                Style = ChoiceSetStyle.Expanded,
                Value = string.Join(',', there.Where(person => stay.Contains(person.Id)).Select(person => person.Id.Value)),
            },
            new TextBlock("The minutes say who heard it. Mark what is written of it for those readers alone.") { IsSubtle = true },
        ])
        {
            Preselected = running is null ? [Stays] : [],
            Saves = [new(running is null ? "It begins" : "Put right who stays")],
            Beside = running is null ? [] : [EndRestricted.Button(page.Case)],
        };
    }

    public Decision Decide(FormPage page, Form typed) => RestrictedRule.Hear(page.Whole, page.Me, typed.Stays ?? [], page.Now);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("who hears the restricted part",
        page.Case.Meeting.Attendance.RestrictedNow is { } running
            ? [new TextBlock(RestrictedRule.Say(page.Case, running, page.Words))] : []);

    public PartButton? Next(FormPage page, Kept<Form> kept) => Button(page.Case);
}

/// <summary>Everybody is asked back in.</summary>
internal sealed class EndRestricted : IAct<CaseForm>
{
    public static string Verb => "holding/restricted-over";

    public static Capability Needs => Capability.Lead;

    public static SubmitAction Button(Case @case) =>
        Actions.Send("It is over: ask them back", Verb, CaseForm.Of(@case)) with { AssociatedInputs = AssociatedInputs.None };

    public Decision Decide(FormPage page, CaseForm pressed) => RestrictedRule.Over(page.Whole, page.Now);

    public Echo Saved(FormPage page, Kept<CaseForm> kept) => new("the restricted part is over: ask the others back in");
}
