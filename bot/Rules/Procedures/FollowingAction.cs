using System.Text.Json.Serialization;

namespace StrategyBot.Rules.Procedures;

/// <summary>What follows from a decision of the meeting (R35, R36, R44, R46, R47, R50–R52, R54, R57): offered with an owner and a time,
/// and of the plan once a person confirms it (P38).</summary>
/// <param name="Id">Recorded with the action; never reused.</param>
/// <param name="When">A heading and the answer that brings it, <c>marac=yes</c>; several with commas between them. <c>known</c> stands for
/// words.</param>
/// <param name="What">With <c>{maracRoute}</c>, <c>{mappaRoute}</c>, <c>{intelligenceForm}</c>, <c>{legal}</c> or <c>{who}</c> in the place
/// of the authority's own.</param>
/// <param name="Owner"><c>chair</c>, <c>socialWorker</c>, <c>police</c>, <c>health</c>, <c>school</c>, or a key of
/// <see cref="ProfileRoles"/>; the social worker where nobody on the case is that.</param>
/// <param name="WorkingDays">By when: 0 is today.</param>
internal sealed record FollowingAction(string Id, string When, string What, string Purpose, string Owner, int WorkingDays)
{
    private const string SocialWorker = "socialWorker", Police = "police", Health = "health";

    /// <summary>Where the procedure says nothing of it.</summary>
    public static ValueList<FollowingAction> Usual { get; } =
    [
        new("marac", "marac=yes", "Refer to MARAC. The way there: {maracRoute}", "All agencies plan for the risk", SocialWorker, 1),
        new("mappa", "mappa=yes", "Refer to MAPPA. The way there: {mappaRoute}", "Whoever is a risk is managed by all agencies", Police, 1),
        new("intelligence", "intelligence=yes", "Submit the intelligence form: {intelligenceForm}",
            "The police know what was seen", Police, 1),
        new("discharge", "discharge=yes", "Agree the discharge plan with social care. The child is not discharged before it stands",
            "The child goes home to safety", Health, 0),
        new("medical", "medical=yes", "Arrange the medical assessment, and ask for consent to it", "Know what happened", Health, 0),
        new("see-child", "section47=start, seen-alone=known", "See each child, alone where that is right for their age",
            "Hear the child, and see how they are", SocialWorker, 1),
        new("meet-family", "section47=start", "Meet with the family, unless contact with them is held",
            "The family is heard", SocialWorker, 1),
        new("agency-assessments", "section47=start", "Ask each involved agency for its assessment", "The enquiry rests on what all know",
            SocialWorker, 1),
        new("child-included", "other-children=included", "Take into this enquiry: {who}", "Every child who may be affected is seen",
            SocialWorker, 1),
        new("child-separate", "other-children=separate", "Call a strategy meeting for: {who}",
            "Every child who may be affected is protected",
            "chair", 1),
        new("family-told", "family-told=known", "Tell the family what was agreed, and no more",
            "The family knows what happens", SocialWorker, 0),
        new("legal", "legal=yes, safety-plan=legalAction", "Ask for legal advice: {legal}", "Legal action is ready in time", "legal", 0),
        new("further-meeting", "review-meeting=yes", "Hold the further strategy meeting",
            "The plan is looked at together again", "chair", 5),
    ];

    [JsonIgnore]
    public IReadOnlyList<(string Heading, string Tick)> Answers =>
        [.. When.Split(',', StringSplitOptions.TrimEntries).Select(one => one.Split('=')).Where(one => one.Length == 2)
            .Select(one => (one[0], one[1]))];

    public string Say(ProcedureProfile profile, string who)
    {
        var legal = profile.Roles.Legal;
        return What.Replace("{maracRoute}", profile.Links.MaracRoute.Text, StringComparison.Ordinal)
            .Replace("{mappaRoute}", profile.Links.MappaRoute.Text, StringComparison.Ordinal)
            .Replace("{intelligenceForm}", profile.Links.IntelligenceForm.ToString(), StringComparison.Ordinal)
            .Replace("{legal}", string.Join(", ",
                new[] { legal.Title, legal.Name, legal.Phone, legal.Mail }.Where(one => one is { Length: > 0 })),
                StringComparison.Ordinal)
            .Replace("{who}", who, StringComparison.Ordinal);
    }
}
