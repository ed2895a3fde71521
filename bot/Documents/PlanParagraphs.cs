using System.Globalization;
using StrategyBot.Rules;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Documents;

/// <summary>The interim safety plan as it stands today, with what the family says to it and its reviews: for the children's file, the
/// reviewing officer and the section 47 export (R64, R67, R80, R83). The minutes print it as the meeting left it.</summary>
internal static class PlanParagraphs
{
    /// <summary>Under the authority's own label: of the export once an enquiry starts, of the plan else.</summary>
    public static string Title(Case @case) =>
        (@case.Meeting.Plan.HasEnquiry ? @case.Profile.Labels.ImmediateActions : @case.Profile.Labels.SafetyPlan).Text;

    /// <param name="steps">Its timeline, as its reader may know it.</param>
    public static IReadOnlyList<MinutesParagraph> Of(
        Case @case, IReadOnlyList<PlanStep> steps, DateTimeOffset now, Words words)
    {
        var own = @case.Profile.SafetyPlan.Layout;
        return
        [
            .. HoldParagraphs.Of(@case, words),
            .. (own?.Sections ?? PlanLayout.Usual).SelectMany(place => Shown(@case, own, place, steps, now, words)),
        ];
    }

    /// <summary>What one place of the layout shows. A heading of the authority's own form stands whether or not anything is under it.
    /// </summary>
    private static List<MinutesParagraph> Shown(
        Case @case, PlanLayout? own, PlanLayout.Place place, IReadOnlyList<PlanStep> steps, DateTimeOffset now, Words words)
    {
        var section = new Section(@case, place.Title ?? Heading(@case, place.Shows));
        var shown = (place.Shows switch
        {
            // Of no part of the minutes here.
            PlanLayout.Content.Considered =>
                SafetyParagraphs.Considered(@case, section).Select(one => one with { Id = one.Id["part-2/".Length..] }),
            PlanLayout.Content.Rows => Rows(@case, section, words),
            PlanLayout.Content.Contingency => Contingency(@case, section),
            PlanLayout.Content.Ended => @case.Meeting.SafetyPlan.Ended is { } ended
                ? Ended(section, ended, @case.Meeting.SafetyPlan.HandedOn, words) : [],
            PlanLayout.Content.Family => Family(@case, section, words),
            PlanLayout.Content.Reviews => Reviews(@case, section, words),
            PlanLayout.Content.Events => Events(@case, section, words),
            PlanLayout.Content.WhoHasIt => Holders(@case, section, words),
            _ => Timeline(section, steps, now, words),
        }).ToList();
        return shown.Count > 0 || own is null || place.Title is null ? shown
            : [section.Plain($"nothing/{place.Shows}", MinutesDraft.NothingRecorded)];
    }

    private static string Heading(Case @case, PlanLayout.Content shows) => shows switch
    {
        PlanLayout.Content.Family => "What the family says",
        PlanLayout.Content.Reviews => "Reviews",
        PlanLayout.Content.Events => "What happened since",
        PlanLayout.Content.WhoHasIt => "Who has this plan",
        PlanLayout.Content.Timeline => "Timeline",
        _ => Title(@case),
    };

    private static IEnumerable<MinutesParagraph> Rows(Case @case, Section section, Words words) => PlannedAction.On(@case)
        .Where(row => !row.IsWithdrawn && row.Fact.Kind == ActionKind.SafetyPlan)
        .Select(row => ActionParagraphs.Row(@case, row.Agreed!, section, "row", words, ""))
        .DefaultIfEmpty(section.Plain("none", "No row of the plan stands today."));

    private static IEnumerable<MinutesParagraph> Contingency(Case @case, Section section) =>
        @case.Meeting.Plan.Contingency is { } contingency
            ? [section.Decided("contingency", $"If the plan fails: {contingency.Fact.Text}", contingency)] : [];

    private static IEnumerable<MinutesParagraph> Holders(Case @case, Section section, Words words) =>
        PlanHolder.Of(@case, words).Select((one, at) =>
        {
            ValueList<string> cells =
            [
                one.Who, one.Version > 0 ? one.Version.ToString(CultureInfo.InvariantCulture) : "none", one.Reached(words),
                one.Lacks + one.Not,
            ];
            return section.Plain($"who-has-it/{at + 1}", FactWords.Lines(HolderColumns.Zip(cells))) with
            {
                Audience = one.IsOfFamily ? Audience.Only(Agency.SocialCare) : Audience.Professionals,
                Cells = cells,
                Columns = HolderColumns,
            };
        });

    /// <summary>With the marks of the line that is drawn in Teams.</summary>
    private static IEnumerable<MinutesParagraph> Timeline(
        Section section, IReadOnlyList<PlanStep> steps, DateTimeOffset now, Words words)
    {
        var today = steps.TakeWhile(step => step.At <= now).Count();
        MinutesParagraph Row(int at, params ValueList<string> cells) =>
            section.Plain($"timeline/{at}", FactWords.Lines(TimelineColumns.Zip(cells))) with { Cells = cells, Columns = TimelineColumns };
        return steps.Count == 0 ? [] :
        [
            .. steps.SelectMany((step, at) => (IEnumerable<MinutesParagraph>)
            [
                .. at == today ? [Row(0, "▶", words.Date(words.LocalDate(now)), "Today", "")] : (IEnumerable<MinutesParagraph>)[],
                Row(at + 1, step.Mark, step.When(words), step.Word + step.What, step.By),
            ]),
            .. today == steps.Count ? [Row(0, "▶", words.Date(words.LocalDate(now)), "Today", "")] : (IEnumerable<MinutesParagraph>)[],
            section.Plain("timeline/legend", PlanStep.Legend),
        ];
    }

    private static readonly IReadOnlyList<string> TimelineColumns = ["Mark", "When", "What", "Who"];

    private static readonly IReadOnlyList<string> HolderColumns = ["Who", "Version", "When and how", "Not yet"];

    /// <summary>Signed with when it was written down: of another day only the day is known, and it stands in the words.</summary>
    private static MinutesParagraph Written<T>(Section section, string id, string text, Decided<T> said)
        where T : Fact => section.By(id, text, said.By, said.Fact.OnBehalfOf, said.At, said.Fact.Audience);

    private static IEnumerable<MinutesParagraph> Ended(
        Section plan, Decided<SafetyPlanEnded> ended, Decided<PlanHandedOn>? handed, Words words)
    {
        yield return plan.Decided("ended", $"The plan has ended: {WordTables.PlanEnd.InMinutes(ended.Fact.How)}.", ended) with
        {
            Audience = Audience.Professionals,
        };
        if (handed is not null)
        {
            yield return plan.Decided("ended/handed-on", FactWords.Lines(
                ("Early help's meeting", handed.Fact.Met is { } met ? words.Date(met) : ""),
                ("Early help has the assessment and the plan", Say(handed.Fact.Papers)),
                ("The parents have the closure letter", Say(handed.Fact.Letter)),
                ("Who was told", handed.Fact.Told)), handed);
        }

        if (ended.Fact.Why.Length > 0)
        {
            yield return plan.Decided("ended/why", $"Why, and who watches over it now: {ended.Fact.Why}", ended);
        }
    }

    private static string Say(YesNo? answer) => answer is { } one ? WordTables.YesNo.InMinutes(one) : "";

    private static IEnumerable<MinutesParagraph> Family(Case @case, Section section, Words words)
    {
        foreach (var talk in PlanTalk.All(@case))
        {
            yield return Written(section, $"talk/{talk.Said.Seq}", $"{talk.Named(@case)}\n{FactWords.Lines(
                ("What they say", WordTables.PlanAnswer.InMinutes(talk.Said.Fact.Answer)),
                ("Offered time and advice of their own", talk.Said.Fact.Advice is { } advice ? WordTables.YesNo.InMinutes(advice) : ""),
                ("On", words.Date(words.LocalDate(talk.At))),
                ("In their words, and what came of it", talk.Said.Fact.What),
                ("What they ask to change, and what came of it", talk.Said.Fact.Asked ?? ""))}", talk.Said);
            if (talk.Consent is { } consent)
            {
                yield return section.Decided($"talk/{talk.Said.Seq}/consent", FactWords.Lines(
                    ("How they agreed", WordTables.AgreedHow.InMinutes(consent.Fact.How)),
                    ("Offered time to think", WordTables.YesNo.InMinutes(consent.Fact.Time)),
                    ("Offered advice of their own", WordTables.YesNo.InMinutes(consent.Fact.Advice)),
                    ("Of their own will, with nobody pressing them", WordTables.YesNo.InMinutes(consent.Fact.Free))), consent);
            }

            if (talk.Overseen is { } seen)
            {
                yield return section.Decided($"talk/{talk.Said.Seq}/overseen", FactWords.Lines(
                    ("Are the children safe without it", WordTables.YesNo.InMinutes(seen.Fact.SafeWithout)),
                    ("Management oversight", seen.Fact.Because)), seen);
            }
        }
    }

    private static IEnumerable<MinutesParagraph> Reviews(Case @case, Section section, Words words)
    {
        foreach (var review in Safety.ReviewsOf(@case))
        {
            yield return Written(section, $"review/{review.Seq}", FactWords.Lines(
                ("Reviewed on", words.Date(words.LocalDate(review.Fact.HappenedAt ?? review.At))),
                ("How it was reviewed", review.Fact.SayHow()),
                ("Does it keep the children safe", WordTables.PlanWorks.InForm(review.Fact.Works)),
                ("What was found", review.Fact.What)), review);
        }

        if (@case.Meeting.Safety.ReviewOn is { } next && @case.Meeting.SafetyPlan.Ended is null)
        {
            yield return section.Plain("review/next", $"Next review: {words.Date(next)}");
        }
    }

    private static IEnumerable<MinutesParagraph> Events(Case @case, Section section, Words words)
    {
        return @case.Meetings.SelectMany(meeting => meeting.SafetyPlan.Events).OrderBy(one => one.Seq).Select(one =>
            Written(section, $"event/{one.Seq}", FactWords.Lines(
                ("What happened", WordTables.PlanEvent.InMinutes(one.Fact.Kind)),
                ("On", words.Date(words.LocalDate(one.Fact.HappenedAt ?? one.At))), ("What it means", one.Fact.What)), one));
    }
}
