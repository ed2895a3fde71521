namespace StrategyBot.Phases.Answering;

/// <summary>Who comes in an invitee's place (R13); the invitation to them is owed from here on.</summary>
internal sealed class DeputyPart : IPart<DeputyPart.Form>
{
    public sealed record Form(
        string Case, string? Name = null, string? Mail = null, string? Role = null, bool Handover = false) : ICaseForm;

    public static PartId Id => new("answering/deputy");

    public static Capability Needs => Capability.AnswerInvitation;

    /// <summary>One person's name and another's address are nobody.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Together => [["name", "mail", "role"]];

    public static PartButton Button(Case @case) => Id.Button("Name your deputy", CaseForm.Of(@case));

    public Refusal? Bars(FormPage page, Form asked) => InvitationRule.Closed(page.Whole, page.Me);

    public Drawn Draw(FormPage page, Form asked)
    {
        var stands = InvitationRule.DeputyOf(page.Case, page.Me);
        var answer = page.Case.Meeting.Attendance.Standing.GetValueOrDefault(page.Me.Id);
        return new("Who comes in your place?",
        [
            new TextBlock("The person you name is invited, may read the case as you may, and answers for your agency."),
            new TextInput("name", "Name") { MaxLength = FormCard.Line, Value = stands?.Name },
            new TextInput("mail", "Work mail address") { MaxLength = FormCard.Line, Value = stands?.Mail },
            new TextInput("role", "Role") { MaxLength = FormCard.Line, Value = stands?.JobTitle },
            new ToggleInput("handover", "I have handed over to them what they need to know")
            {
                Value = answer?.Handover == true ? "true" : "false",
            },
        ])
        {
            Frame = "Your deputy",
        };
    }

    public Decision Decide(FormPage page, Form typed) => InvitationRule.NameDeputy(page.Whole, page.Me, typed);

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new("your deputy", new PlainText(Shortened.To(FormCard.LongText, InvitationRule.DeputyOf(page.Case, page.Me)?.Described ?? "")));
}
