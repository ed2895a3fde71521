using System.Globalization;

namespace StrategyBot.Phases.Reviewing;

/// <summary>What professionals and family say at a conference (R39, paper 002). Pure.</summary>
internal static class ConferenceViewRule
{
    public static IReadOnlyList<ChildConference> Meant(Case @case, string? child, int conference) =>
    [
        .. ChildChoice.Read(@case, child).SelectMany(one => ConferenceViews.Of(@case, one)).Where(one => one.Number == conference),
    ];

    public static Refusal? WhyNot(Case @case, string? child, int conference) =>
        ChildChoice.Read(@case, child).Count == 0 ? new NoChildMeant()
        : Meant(@case, child, conference).Count == 0 ? new CannotBe("No time is arranged for that conference yet.")
        : null;

    /// <summary>Why somebody can't say what they think themselves: who was invited, until it has decided.</summary>
    public static Refusal? WhyNotOwn(Case @case, Participant me, string? child, int conference) =>
        WhyNot(@case, child, conference) is { } not ? not
        : Own(@case, me, child, conference).Count > 0 ? null
        : Meant(@case, child, conference).All(one => one.IsDecided)
            ? new CannotBe("That conference has decided. If you see it differently, challenge its decision.")
        : new NotYourPart();

    /// <summary>Those at which somebody's own view is still awaited or can be changed.</summary>
    public static IReadOnlyList<ChildConference> Own(Case @case, Participant me, string? child, int conference) =>
        [.. Meant(@case, child, conference).Where(one => !one.IsDecided && ConferenceViews.IsOf(@case, me.Id, one))];

    /// <param name="whose">A participant's, an adult's or a child's id.</param>
    public static Decision Say(
        Case @case, string? child, int conference, string? whose, ThresholdView? threshold, int? scale, string? words)
    {
        if (WhyNot(@case, child, conference) is { } not)
        {
            return not;
        }

        var voice = ConferenceViews.Voices(@case).FirstOrDefault(one => one.Id == whose);
        var meant = Meant(@case, child, conference).Where(one => voice?.Child is null || voice.Child == one.Child.Id).ToList();
        return voice is null ? new CannotBe("Choose whose view it is.") { Field = "whose" }
            : meant.Count == 0 ? new CannotBe("A child speaks for themself. Choose the same child.") { Field = "whose" }
            : Of(@case, meant, voice, threshold, scale, words, PlanMeant.Readers);
    }

    public static Decision SayOwn(
        Case @case, Participant me, string? child, int conference, ThresholdView? threshold, int? scale, string? words) =>
        WhyNotOwn(@case, me, child, conference) is { } not ? not
        : Of(@case, Own(@case, me, child, conference), new(me.Id.Value, me.Described, me), threshold, scale, words,
            Audience.Only(Agency.SocialCare, me.Agency));

    /// <summary><c>the threshold is met; 3 of 10</c>, and the words.</summary>
    public static string Words(ConferenceViewSaid said) => string.Join("; ", new[]
    {
        said.Threshold is { } view ? WordTables.ThresholdView.InList(view) : "",
        said.Scale is { } scale ? string.Create(CultureInfo.InvariantCulture, $"{scale} of 10") : "",
    }.Where(part => part.Length > 0)) is var head && said.Words.Length == 0 ? head
        : head.Length == 0 ? said.Words : $"{head}: {said.Words}";

    /// <summary><c>4 of 6 professionals have said what they think: 3 “the threshold is met”.</c></summary>
    public static string Sum(Case @case, ChildId child, int conference)
    {
        var asked = ConferenceViews.Voices(@case).Where(voice => voice.Professional is not null).ToList();
        var said = asked.Select(voice => ConferenceViews.Said(@case, child, conference, voice)?.Fact).OfType<ConferenceViewSaid>().ToList();
        string Of(ThresholdView view) => said.Count(one => one.Threshold == view) is > 0 and var count
            ? string.Create(CultureInfo.InvariantCulture, $"{count} “{WordTables.ThresholdView.InList(view)}”") : "";
        var counts = new[]
        {
            Of(ThresholdView.Met), Of(ThresholdView.NotMet), Of(ThresholdView.CannotSayYet),
        }.Where(count => count.Length > 0);
        return said.Count == 0 ? ""
            : $"{said.Count} of {asked.Count} professionals have said what they think: {string.Join(", ", counts)}.";
    }

    private static Decision Of(
        Case @case, IReadOnlyList<ChildConference> meant, ConferenceVoice voice, ThresholdView? threshold, int? scale, string? words,
        Audience readers)
    {
        var (text, view) = (words?.Trim() ?? "", voice.Professional is null ? null : threshold);
        return new Unsaid()
                .If(voice.Professional is not null && view is null, "threshold", "Say whether the threshold of significant harm is met.")
                .If(voice.Professional is null && threshold is not null, "threshold",
                    "The family is not asked about the threshold: leave it out, and write their own words.")
                .Text("words", text, voice.Professional is not null ? "Say why."
                    : scale is null ? "Write what they say, in their own words." : null).Why
            ?? (Decision)Decision.Of(
            [
                .. from one in meant
                   let said = new ConferenceViewSaid(one.Number, voice.Professional?.Id, voice.Adult, view, text)
                   {
                       Scale = scale,
                       Child = one.Child.Id,
                       Audience = readers,
                   }
                   where ConferenceViews.Said(@case, one.Child.Id, one.Number, voice) is not { } stands
                       || stands.Fact with { Audience = readers } != said
                   select (Fact)said,
            ]);
    }
}
