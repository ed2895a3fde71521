using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Enquiring;

/// <summary>Who gets the conference into their calendar (R103, R104): seen by whoever sends it before anybody is invited.</summary>
internal sealed class InviteToConferencePart : IPart<InviteToConferencePart.Form>
{
    public const string Title = "Invite to the conference";

    public sealed record Form(string Case, string? Child = null, IReadOnlyList<string>? People = null) : ICaseForm;

    public static PartId Id => new("enquiring/invite");

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child"];

    public static PartButton Button(Case @case, string child) => Id.Button(Title, new Form(@case.Ref.Value, child));

    public Refusal? Bars(FormPage page, Form asked) => page.Me.Agency != Agency.SocialCare ? new NotYourPart()
        : EnquiryStepRule.WhyNotInvite(page.Whole, asked.Child);

    public Drawn Draw(FormPage page, Form asked)
    {
        var meant = EnquiryStepRule.Meant(page.Case, asked.Child, Pipeline.Invitations);
        var able = EnquiryStepRule.InvitedByCalendar(page.Whole);
        var stands = meant.Select(one => one.Work.Invited).FirstOrDefault(said => said is not null)?.Fact.Participants;
        return new(Title,
        [
            .. ArrangedConference.AllOf(page.Case).Where(one => one.Of.Any(of => meant.Any(child => child.Child.Id == of.Child.Id)))
                .Select(one => new TextBlock(CardText.Plain($"{page.Words.When(one.Arranged.Fact.At)}"
                    + (one.Arranged.Fact.Where.Length > 0 ? $", {one.Arranged.Fact.Where}." : ".")))),
            new TextBlock("They get it in their calendar, with a link to join. Who is not ticked is taken out of it."),
            .. ChildChoice.For(page.Case, asked.Child),
            PersonChoice.Several("people", "Who is invited by calendar?", able, stands ?? able.Select(person => person.Id)),
            .. ArrangedConference.People(page.Whole).Where(person => !able.Contains(person)).Select(person =>
                new PlainText(Shortened.To(FormCard.Line, $"No address, so ring or write: {person.Described}"))),
            new TextBlock("The family is invited by hand or by post, and so is everybody else.") { IsSubtle = true },
        ])
        {
            Preselected = stands is null ? ["people"] : [],
            Saves = [new("Invite them")],
        };
    }

    public Decision Decide(FormPage page, Form typed) => EnquiryStepRule.Invite(page.Whole, page.Me, typed.Child, typed.People ?? []);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("they get it in their calendar. The family gets theirs by hand or by post");

    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        EnquiryStepRule.Meant(page.Case, kept.Typed.Child, Pipeline.Invitations) is [{ } first, ..]
            && first.Find(Pipeline.Invitations) is { DoneAt: null, Step: var step }
                ? StepDonePart.Button(page.Case, kept.Typed.Child ?? ChildChoice.All, step)
                : EnquiryPage.Button(page.Case);
}
