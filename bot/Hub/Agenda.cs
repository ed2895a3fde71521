using StrategyBot.Phases;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Hub;

/// <summary>A step of the agenda: a sentence that the chair may say, and the paper behind it (P24).</summary>
/// <param name="Part">How the id of the part begins at which it is said.</param>
/// <param name="Say">Names nobody: it is an offer, never a script.</param>
internal sealed record AgendaStep(string Part, string Say, Citation Behind)
{
    /// <summary>What is said instead where the child is not born yet.</summary>
    public string? OfAnUnborn { get; init; }

    /// <summary>What is said instead while the plan isn't agreed: nothing of it has left.</summary>
    public string? BeforeAgreed { get; init; }
}

/// <summary>The agenda of a strategy meeting in the order of paper 004, one sentence a step. Pure.</summary>
internal static class Agenda
{
    public static IReadOnlyList<AgendaStep> Steps { get; } = [.. Opening(), .. Safety(), .. Risk(), .. Plan(), .. Closing()];

    /// <summary>What the chair may say at a part; <c>null</c> for everybody else, and where nothing is said.</summary>
    public static AgendaStep? At(CaseView view, HubEntry? entry)
    {
        if (entry is null || !view.Reader.May(Capability.Lead))
        {
            return null;
        }

        if (entry.Id == PartIds.Confidentiality)
        {
            var line = view.Case.Profile.Labels.Confidentiality;
            return new(entry.Id, line.Text, line.Source);
        }

        if (entry.Id == PartIds.Restricted && view.Case.Meeting.Attendance.RestrictedNow is not null)
        {
            return Steps.Single(step => step.Part == entry.Id) with
            {
                Say = "Is there more that only we may hear? If not, I ask the others back.",
            };
        }

        // The part itself, or one of several of its kind: never another whose id only begins alike.
        var step = Steps.Where(step => entry.Id == step.Part || entry.Id.StartsWith($"{step.Part}/", StringComparison.Ordinal))
            .MaxBy(step => step.Part.Length);
        if (step is { BeforeAgreed: { } sofar } && view.Case.Meeting.Plan.AgreedAt is null)
        {
            return step with { Say = sofar };
        }

        return step is { OfAnUnborn: { } instead } && view.Case.Children.Count > 0 && view.Case.Children.All(child => child.Details.Unborn)
            ? step with { Say = instead }
            : step;
    }

    private static IEnumerable<AgendaStep> Opening() =>
    [
        new(PartIds.Start,
            "Thank you for coming at short notice. We are here to decide what this child needs, and to plan what happens next.",
            Bedford("to determine the child's welfare and plan rapid future action", "R1")),
        new(PartIds.Attendance,
            "Please say your name and your agency, whether you have its records in front of you, and whether you can decide for it.",
            Bedford("sufficiently senior to make decisions on behalf of their agencies", "R11")),
        new(PartIds.Missing,
            "One of the agencies that should always be here is not. Who was tried, and how do we get what it knows? We go on meanwhile.",
            new("002", Worcestershire, "Children's social care, health and the police should always attend", "R8")),
    ];

    private static IEnumerable<AgendaStep> Safety() =>
    [
        new(PartIds.Position, "First of all: where is the child now, who with, and is the child safe tonight?",
            Bedford("Agree what action is required immediately to safeguard and promote the welfare of the child", "R43"))
        { OfAnUnborn = "First of all: where is the mother now, who is with her, and what has to be ready if the baby comes early?" },
        new(PartIds.Holder, "Is anybody holding on to the child until we have decided? You will hear the outcome first.",
            Bedford("holding onto the children pending the strategy meeting outcome, involve them in the next steps plans", "R53"))
        { OfAnUnborn = "Whoever looks after mother and baby at the birth must hear the outcome first: who is that?" },
        new(PartIds.SafetyPlanConsidered,
            "Is a safety plan right here, or is the risk so great that legal action is needed? What is the worry, and what has to be done?",
            new("001", "Newcastle guidance",
                "a safety plan will not be appropriate as the risk is so great that immediate legal action is required", "R68")),
        new(PartIds.SafetyPlan, "Who does what, and by when, so that the child is safe until we know more?",
            new("000", Herefordshire, "detailed action setting out who will do what by when", "R62")),
        new(PartIds.PlanSupport, "Which services could help the children and the family now, until we know more?",
            Bedford("Agree what action is required immediately to safeguard and promote the welfare of the child", "R43")),
        new(PartIds.SafetyReview, "When do we look at this safety plan again?",
            new("000", Herefordshire,
                "the interim safety plan will be reviewed where appropriate to ensure that the child remains safe", "R64")),
    ];

    private static IEnumerable<AgendaStep> Risk() =>
    [
        new(PartIds.Restricted,
            "What comes now only some of you may hear. Those I name: please leave the call. I will ask you back in.",
            Practice("button lists who must leave; the minutes show who heard it", "P6")),
        new(PartIds.Information,
            "I go round the agencies now. Please say what you hold about the child and the household, and type it into your own part.",
            Bedford("Each agency shares available information", "R26")),
        new(PartIds.Block("before"),
            "Was the child or the family seen or told before this meeting? Were there meetings, enquiries or plans before? "
                + "Was a family group meeting offered?",
            Practice("was the child or family seen or told before", "R128")),
        new(PartIds.List("risk-assessments"), "Which risk assessments are there already: by whom, when, and with what result?",
            Bedford("Consider any risk assessments that have already been undertaken", "R27")),
        new(PartIds.Block("existing-plan"), "Is there an assessment or a plan in place already, and what are its action points?",
            Bedford("Consider the assessment and the key action points, if already in place", "R34")),
        new(PartIds.Block("the-concern"),
            "In one sentence each: what are we worried about, how serious is it and why, and has anything like it happened before?",
            Bedford("Identify the cause for concern, its seriousness, any recurring events and the vulnerability of the child", "R28")),
        new(PartIds.Block("child-and-family"),
            "What makes this child more vulnerable than another? What is working well in this family, what is not, and what could happen?",
            Bedford("Evaluate the strengths and weaknesses of the family", "R29")),
        new(PartIds.Block("needs"), "What does each child need to be protected from? Does this need a referral to MARAC; if not, why not?",
            Bedford("Consider the child's needs for protection", "R31")),
        new(PartIds.List("parents"),
            "Let us take each adult in turn: both parents, other carers, partners. Can each of them keep the child safe?",
            Bedford("this must include both parents, any other carers, such as grandparents, and the partners of the parents", "R32")),
        new(PartIds.List("carers"), "Who else looks after the children: grandparents, other carers, partners? Can they keep them safe?",
            Bedford("this must include both parents, any other carers, such as grandparents, and the partners of the parents", "R32")),
        new(PartIds.List("risk-factors"), "Which risk factors do we know of, and what is the evidence for each?",
            Bedford("Risk factors that may suggest a higher level of risk of significant harm", "R33")),
        new(PartIds.List("category"), "Which categories of harm are there for each child, and which is the main one?",
            new("002", Worcestershire, "Some level of emotional abuse is involved in all types of maltreatment of a child", "R38")),
        new(PartIds.Block("police-referrals"),
            "Police: does this need a referral to MAPPA? Should an intelligence form be submitted, and by whom? If not, why not?",
            Bedford("Consider whether a referral should be made to MARAC or MAPPA", "R35")),
        new(PartIds.View,
            "Each for your own agency, before you hear the others: is there reasonable cause to suspect that the child is suffering, "
                + "or is likely to suffer, significant harm?",
            Bedford("reasonable cause to suspect that a child is suffering, or is likely to suffer, significant harm", "R40")),
    ];

    private static IEnumerable<AgendaStep> Plan() =>
    [
        new(PartIds.Decision("reasonable-cause"),
            "I have heard all of you. I say now whether there is reasonable cause, and why; whoever sees it differently, say so and it "
                + "stands in the minutes.",
            Bedford("reasonable cause to suspect that a child is suffering, or is likely to suffer, significant harm", "R1")),
        new(PartIds.Decision("section47"),
            "Do we start a section 47 enquiry, do we continue one, or do we not? Does one agency carry it out, or do we do it jointly?",
            Bedford("should be initiated, or continued if it has already begun", "R45")),
        new(PartIds.Block("investigation"),
            "Police: is there a criminal investigation, when does what happen, and who is the officer in the case?",
            Bedford("Agree the conduct and timing of any criminal investigation", "R42")),
        new(PartIds.List("enquiry-plan"), "How is the enquiry done: who does what, by when, what for?",
            Bedford("who will carry out what actions, by when and for what purpose", "R46")),
        new(PartIds.Block("medical"), "Health: is a medical needed? Which, who arranges it, when, and who was asked for consent?",
            Bedford("who will carry out what actions, by when and for what purpose", "R46")),
        new(PartIds.Block("discharge"),
            "Health: if the child is in hospital, what has to be in place before anybody goes home?",
            Bedford("decisions should also be made about how to secure the safe discharge of the child", "R44"))
        { OfAnUnborn = "What has to be in place before mother and baby leave the hospital after the birth?" },
        new(PartIds.Block("abe"), "Police: is an interview to be recorded? Who does it, where, and how is the family told?",
            Bedford("if an ABE interview is required, who will undertake this, how this will be related to the family", "R48")),
        new(PartIds.Block("seen"),
            "What has the child said, and to whom? When is the child seen alone, and by whom? "
                + "How do we hear what the child wants and feels?",
            Bedford("when the child will be seen alone, if appropriate for the child, by the social worker", "R47"))
        {
            OfAnUnborn = "The child can't be seen yet: when is the baby seen after the birth, and by whom? "
                + "What do the parents say they want?",
        },
        new(PartIds.Block("culture"),
            "What do we need to know of the family's race, ethnicity, faith and language? Is an interpreter needed?",
            Bedford(
                "In the light of the race and ethnicity of the child and family, consider how these should be taken into account", "R49")),
        new(PartIds.List("other-children"), "Which other children may be affected, and what do we do for each of them?",
            Bedford("Consider the needs of other children who may be affected", "R50")),
        new(PartIds.Block("family-told"),
            "Who leads for the police, and who for social care? What is the family told: what, by whom, when?",
            Bedford("Determine what information from the strategy discussion/meeting will be shared with the family", "R51")),
        new(PartIds.Block("legal"), "Do we need legal advice or legal action? Do we meet again, and on what date?",
            Bedford("Determine whether a review strategy meeting should be held and if so within what timescale", "R54")),
        new(PartIds.Block("no-enquiry"),
            "No enquiry starts. Which plan stays, and until when? Does the family agree to the support, and who tells them?",
            Practice("the plan's end or review date, the family's agreement to support, who told them", "P39")),
        new(PartIds.Answered, "This is what you answered; I read it out. Does anybody see it differently, or does it stand?",
            Practice("the chair confirms", "P21")),
        new(PartIds.Decision("conference"),
            "Should there be an initial child protection conference, or do we decide that when the enquiry ends?",
            Bedford(
                "Determine whether an Initial Child Protection Conference should be held and make the arrangements accordingly", "R55")),
        new(PartIds.Actions, "Let us name every action: what, who, by when, what for, and what if it fails?",
            Bedford("MAKE A PLAN, WITH CLEAR TIMESCALES, AND RESPONSIBILITIES, INCLUDING A CONTINGENCY PLAN", "R41")),
        new(PartIds.Contingency, "And if this plan fails, tonight or at the weekend: what happens then, and who is rung?",
            Bedford("INCLUDING A CONTINGENCY PLAN", "R41")),
    ];

    private static IEnumerable<AgendaStep> Closing() =>
    [
        new(PartIds.Stance,
            "You see it differently. The plan goes on; do you want your view recorded, or do you want senior managers to look at it?",
            Bedford("these should be resolved by senior managers in the respective agencies in liaison with each other", "R59")),
        new(PartIds.Authorise, "I authorise the enquiry only if the safety plan will hold. Does anybody here doubt that it will?",
            new("000", Herefordshire,
                "only authorise section 47 enquiries if they are satisfied that the interim safety plan is appropriate and robust", "R66")),
        new(PartIds.Agree,
            "That is the plan. I agree it now: each of you gets your own actions, and whoever holds the child hears first. "
                + "Please note yours.",
            Bedford("All agencies attending should take notes of the actions agreed at the time", "R90")),
        new(PartIds.ReadBack, "I read back what stands. Tell me now if anything is not what you said.",
            Bedford("to ensure that the decisions and agreed actions are fully recorded", "R89")),
        new(PartIds.End,
            "If there is nothing more, I end the meeting. Your minutes come within two working days, your actions are with you already.",
            Bedford("distributed to all involved agencies within 2 working days", "R88"))
        { BeforeAgreed = "If there is nothing more, I end the meeting. Your minutes come within two working days." },
    ];

    private const string Herefordshire = "Herefordshire note", Worcestershire = "Worcestershire guide";

    private static Citation Practice(string quote, string requirement) => new("k", "practice, to be confirmed", quote, requirement);

    private static Citation Bedford(string quote, string requirement) => new("004", "Bedford guide", quote, requirement);
}
