namespace StrategyBot.Documents;

/// <summary>Where a paragraph of both Parts, and of what follows them, stands in the document: under whom, beside which question. What
/// stands on the first page, or in a table of its own, has no such place. Pure.</summary>
/// <param name="Part">3: disagreement; 4: what came after.</param>
/// <param name="Block">Who answers.</param>
internal sealed record MinutesPlace(int Part, int Order, string Block, string Question)
{
    public const string Assessment = "The meeting’s assessment", Decisions = "The chair’s decisions";

    /// <summary>How the ids begin of what a later version adds.</summary>
    public const string Added = "added/";

    // Of the safety plan: said under its table.
    private static readonly string[] UnderThePlan = ["authorised", "changed-since-authorised", "held-back"];

    private static readonly string[] OfSocialCare = ["contact-before", "earlier", "existing-plan"];

    // Beside an answer a few words are enough; the form has the whole question.
    private static readonly Dictionary<string, string> Shorter = new(StringComparer.Ordinal)
    {
        ["contact-before"] = "Contact beforehand",
        ["earlier"] = "Earlier meetings",
        ["risk-assessments"] = "Assessments made",
        ["existing-plan"] = "Plan in place",
        ["vulnerability"] = "Vulnerability",
        ["strengths"] = "Strengths",
        ["weaknesses"] = "Weaknesses",
        ["carers"] = "Carers, partners",
        ["views"] = "Agencies’ views",
        ["criminal"] = "Investigation",
        ["criminal-timing"] = "Its timing",
        ["enquiry-plan"] = "How it is done",
        ["medical"] = "Medical",
        ["medical-consent"] = "Consent to it",
        ["siblings-examined"] = "Brothers, sisters",
        ["seen-alone"] = "Seen alone",
        ["culture"] = "Ethnicity, culture",
        ["family-group"] = "Family group",
        ["family-told"] = "Telling the family",
        ["not-shared"] = "Not shared",
        ["review-meeting"] = "Review meeting",
        ["support-agreed"] = "Support agreed",
        ["conference"] = "Conference",
    };

    public static MinutesPlace? Of(MinutesParagraph paragraph)
    {
        var id = Original(paragraph.Id);
        return id.Split('/') switch
        {
            ["part-1", "child-said", ..] or ["part-2", "contingency", ..] => null,
            ["part-2", "safety-plan", var what, ..] when paragraph.Cells is not null || UnderThePlan.Contains(what) => null,
            ["part-1", "information", "records", ..] => By(1, 0, AgencyOf(paragraph), "Records searched"),
            ["part-1", "information", ..] => By(1, 1, AgencyOf(paragraph), "What we know"),
            ["attendance", "update", ..] => By(1, 9, AgencyOf(paragraph), "Written update"),
            ["part-1", var heading, ..] => OfSocialCare.Contains(heading)
                ? By(1, 2, Agency.SocialCare.Name(), Asked(paragraph)) : new(1, 100, Assessment, Asked(paragraph)),
            ["part-2", "bail", ..] => By(2, 9, Agency.Police.Name(), Asked(paragraph)),
            ["part-2", var heading, ..] => Decided(heading, paragraph),
            ["disagreement", ..] => new(3, 0, paragraph.Section, "Different view"),
            ["read-back" or "escalated" or "late-news" or "gaps" or "changed", ..] => new(4, 0, "What was open", Asked(paragraph)),
            _ => null,
        };
    }

    /// <summary>The parts of one long text stand together.</summary>
    public static string Original(string id) =>
        (id.StartsWith(Added, StringComparison.Ordinal) ? id[(id.IndexOf('/', Added.Length) + 1)..] : id).Split('#')[0];

    public static bool IsAdded(MinutesParagraph paragraph) => paragraph.Id.StartsWith(Added, StringComparison.Ordinal);

    /// <summary>The words without the heading that what was added begins with.</summary>
    public static string Words(MinutesParagraph paragraph)
    {
        var cut = IsAdded(paragraph) ? paragraph.Text.IndexOf(": ", StringComparison.Ordinal) : -1;
        return cut < 0 ? paragraph.Text : paragraph.Text[(cut + 2)..];
    }

    /// <summary>As the agency stands at the end of its author's description.</summary>
    public static string AgencyOf(MinutesParagraph paragraph)
    {
        var author = paragraph.Author.Split("; ")[0];
        return Enum.GetValues<Agency>().Select(agency => agency.Name())
            .FirstOrDefault(name => author.EndsWith($", {name}", StringComparison.Ordinal)
                || paragraph.Text.StartsWith($"{name}: ", StringComparison.Ordinal)
                || paragraph.Text.StartsWith($"{name} searched ", StringComparison.Ordinal)) ?? Agency.Other.Name();
    }

    private static string Asked(MinutesParagraph paragraph)
    {
        if (Original(paragraph.Id).Split('/') is ["part-1" or "part-2", var heading, ..] && Shorter.TryGetValue(heading, out var shorter))
        {
            return shorter;
        }

        var cut = IsAdded(paragraph) && !paragraph.IsLeftOut ? paragraph.Text.IndexOf(": ", StringComparison.Ordinal) : -1;
        return cut > 0 ? paragraph.Text[..cut] : paragraph.Section;
    }

    private static MinutesPlace Decided(string heading, MinutesParagraph paragraph) => Headings.Find(heading)?.WhoFills switch
    {
        WhoFills.Police => By(2, 0, Agency.Police.Name(), Asked(paragraph)),
        WhoFills.Health => By(2, 0, Agency.Health.Name(), Asked(paragraph)),
        WhoFills.SocialWorker => new(2, 90, Agency.SocialCare.Name(), Asked(paragraph)),
        _ => new(2, -1, Decisions, Asked(paragraph)),
    };

    private static MinutesPlace By(int part, int order, string agency, string question) => new(part,
        (10 * Enum.GetValues<Agency>().ToList().FindIndex(one => one.Name() == agency)) + order, agency, question);
}
