using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Planning;

/// <summary>Opens the form of one of the decisions on each child.</summary>
internal sealed class OpenDecision(Clerk clerk, Words words) : IVerb<OpenDecision.Form>
{
    public const string Cause = "reasonable-cause", Enquiry = "section47", Conference = "conference";

    public static string Verb => "planning/decision";

    /// <param name="About">One of the three.</param>
    /// <param name="Child">Where it is about one child alone.</param>
    public sealed record Form(string Case, string? About = null, string? Child = null);

    public static PartButton Button(Case @case, string about, Child? child = null) => new(Headings.Find(about)!.Title, Verb, new Form(@case.Id.Value, about, child?.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Lead, $"{Verb}/{form.About}", cancellationToken) is { } view
            ? Show(view, form)
            : new Reply.Say(new NoSuchCase().Say(words));

    private Reply Show(CaseView view, Form form)
    {
        var plan = view.Case.Meeting.Plan;
        var id = view.Case.Id.Value;
        switch (form.About)
        {
            case Cause:
                var cause = DecisionCard.Start(view.Case, plan.ReasonableCause);
                return new Reply.Show("Reasonable cause", DecisionCard.For(view, new SaveCause.Form(id, form.Child ?? cause.Child, cause.Stands?.Answer, cause.Stands?.Rationale), words));
            case Enquiry:
                var enquiry = DecisionCard.Start(view.Case, plan.Section47);
                var stands = enquiry.Stands;
                return new Reply.Show("Section 47 enquiry", DecisionCard.For(view, new SaveEnquiry.Form(id, form.Child ?? enquiry.Child, stands?.Answer, stands?.Conduct, stands?.FollowOn, stands?.Rationale), words));
            case Conference:
                var conference = DecisionCard.Start(view.Case, plan.Conference);
                return new Reply.Show("Conference", DecisionCard.For(view, new SaveConference.Form(id, form.Child ?? conference.Child, conference.Stands?.Answer, conference.Stands?.Rationale), words));
            default:
                return new Reply.Say("That part is not on this card any more. Open your part and choose again.");
        }
    }
}
