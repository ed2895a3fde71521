using StrategyBot.Cases.Facts;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Phases.Planning;

/// <summary>Decisions as people read and choose them.</summary>
internal static class PlanWords
{
    public static IReadOnlyList<Choice> Causes { get; } = [new("Yes", "yes"), new("No", "no"), new("Can't say yet", "cannotSayYet")];

    public static IReadOnlyList<Choice> Enquiries { get; } = [new("Start", "start"), new("Continue one that runs already", "continue"), new("Do not start", "notStart")];

    public static IReadOnlyList<Choice> Conducts { get; } = [new("Single agency", "single"), new("Joint, police and social care", "joint")];

    public static IReadOnlyList<Choice> FollowOns { get; } =
    [
        new("Continue the assessment", "continueAssessment"),
        new("Child in need", "childInNeed"),
        new("Early help", "earlyHelp"),
        new("Universal services", "universalServices"),
        new("No further action", "noFurtherAction"),
    ];

    public static IReadOnlyList<Choice> Conferences { get; } = [new("Yes", "yes"), new("No", "no"), new("Decide at the end of the enquiry", "atEndOfEnquiry")];

    /// <summary>The value of a choice for what stands; the choices are in the order of their enum.</summary>
    public static string? Value<T>(IReadOnlyList<Choice> choices, T? value)
        where T : struct, Enum => value is { } one ? choices[Convert.ToInt32(one, System.Globalization.CultureInfo.InvariantCulture)].Value : null;

    public static string Say(ReasonableCauseDecided decided) => Title(Causes, decided.Answer);

    public static string Say(Section47Decided decided) => decided switch
    {
        { Answer: Section47.NotStart, FollowOn: { } next } => $"Do not start; {Title(FollowOns, next)}",
        { Conduct: { } conduct } => $"{Title(Enquiries, decided.Answer)}; {Title(Conducts, conduct)}",
        _ => Title(Enquiries, decided.Answer),
    };

    public static string Say(ConferenceDecided decided) => Title(Conferences, decided.Answer);

    private static string Title<T>(IReadOnlyList<Choice> choices, T value)
        where T : struct, Enum => choices[Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)].Title;
}
