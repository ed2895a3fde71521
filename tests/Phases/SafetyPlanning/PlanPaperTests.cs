using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.SafetyPlanning;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.SafetyPlanning.APlan;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.SafetyPlanning;

/// <summary>R64, R67, R80: the plan as it stands is a document, under the authority's own label, with its reviews.</summary>
public sealed class PlanPaperTests
{
    [Fact]
    public void The_plan_as_it_stands_with_what_the_family_says_and_its_reviews() => Golden.Text(Text(Lived(), Tom));

    [Fact]
    public void What_is_marked_for_others_is_left_out()
    {
        var text = Text(Lived(), Ruth);

        Assert.DoesNotContain("PLANTEDPOLICE", text, StringComparison.Ordinal);
        Assert.Contains(MinutesCopy.LeftOut, text, StringComparison.Ordinal);
    }

    /// <summary>R64: for the case system's own form.</summary>
    [Fact]
    public async Task Its_rows_and_the_log_of_its_reviews_are_had_as_a_spreadsheet_cut_to_its_reader()
    {
        static async Task<string> CsvAsync(Given given, Participant reader) => System.Text.Encoding.UTF8.GetString(
            (await new PlanRowsFile(Words).WriteAsync(null!, given.SeenBy(reader), "", given.Now, false, default))!.Content)
            .TrimStart('\uFEFF').ReplaceLineEndings("\n");

        Golden.Text(await CsvAsync(Lived(), Tom));
        var marked = Lived().By(Sam).Fact(
            new ActionAgreed(new("action-9"), ActionKind.SafetyPlan, "PLANTEDPOLICE row.", Sam.Id, Dates.Local("2026-12-20 12:00"),
                "PLANTEDPOLICE purpose.", "PLANTEDPOLICE failing.")
            {
                Meeting = FirstMeeting,
                Audience = Audience.PoliceAndSocialCare,
            },
            new SafetyReviewHeld(YesNo.Yes, PlanWorks.Works, "PLANTEDPOLICE review.")
            {
                Meeting = FirstMeeting,
                Audience = Audience.PoliceAndSocialCare,
            });
        var read = await CsvAsync(marked, Sam);
        Assert.All(["PLANTEDPOLICE row.", "PLANTEDPOLICE review."], words => Assert.Contains(words, read, StringComparison.Ordinal));
        Assert.DoesNotContain("PLANTEDPOLICE", await CsvAsync(marked, Ruth), StringComparison.Ordinal);
        Assert.Null(await new PlanRowsFile(Words)
            .WriteAsync(null!, Rows().SeenBy(Tom), "", Dates.Local("2026-12-10 10:00"), false, default));
    }

    [Fact]
    public void With_an_enquiry_it_has_the_label_of_the_export_and_without_the_plans_own()
    {
        Assert.Equal(Agreed().Case.Profile.Labels.SafetyPlan.Text, PlanParagraphs.Title(Agreed().Case));
        Assert.Equal(Agreed().Case.Profile.Labels.ImmediateActions.Text, PlanParagraphs.Title(Lived().Case));
    }

    [Fact]
    public void The_document_is_had_once_the_plan_is_agreed_and_is_the_same_each_time()
    {
        var file = new PlanFile(Words);
        Assert.Null(file.Write(Rows().SeenBy(Tom), "", Dates.Local("2026-12-10 10:00")));
        var first = file.Write(Lived().SeenBy(Tom), "", Dates.Local("2026-12-10 10:00"))!;

        Assert.Equal("SB-2026-014-safety-plan.docx", first.Name);
        Assert.Equal(first.Content, file.Write(Lived().SeenBy(Tom), "", Dates.Local("2026-12-10 10:00"))!.Content);
    }

    /// <summary>Each authority's own form: its sections, in its order, under its headings (R63, R64, R67).</summary>
    [Theory]
    [InlineData("newcastle")]
    [InlineData("herefordshire")]
    public void It_is_laid_out_as_the_authoritys_own_form(string procedure) =>
        Golden.Text(Text(Lived().Case with { Profile = ProcedureProfiles.Named(procedure) }, Tom),
            name: $"It_is_laid_out_as_the_authoritys_own_form_{procedure}");

    [Fact]
    public void A_procedure_that_orders_it_otherwise_prints_it_otherwise_and_leaves_out_what_it_does_not_name()
    {
        var own = Under("""{"shows":"reviews","title":"How it goes"},{"shows":"rows"},{"shows":"ended","title":"The end"}""");

        Assert.Equal(["How it goes", PlanParagraphs.Title(own), "The end"],
            PlanParagraphs.Of(own, [], Now, Words).Select(one => one.Section).Distinct());
        Assert.Equal(MinutesDraft.NothingRecorded, PlanParagraphs.Of(own, [], Now, Words)[^1].Text);
        Assert.Equal(own.Profile, ProcedureProfile.FromJson(own.Profile.ToJson()));
        Assert.Null(Lived().Case.Profile.SafetyPlan.Layout);
    }

    [Theory]
    [InlineData("""{"shows":"reviews"}""", "must show the rows, and nothing twice")]
    [InlineData("""{"shows":"rows"},{"shows":"rows"}""", "must show the rows, and nothing twice")]
    [InlineData("""{"shows":"everything"}""", "must be considered")]
    public void A_form_without_the_rows_or_with_something_unknown_stops_the_start(string sections, string why) =>
        Assert.Contains(why, Read(sections).Match(_ => "", faults => Assert.Single(faults).Sentence), StringComparison.Ordinal);

    private static readonly DateTimeOffset Now = Dates.Local("2026-12-10 10:00");

    private static Case Under(string sections) => Lived().Case with
    {
        Profile = Read(sections).Match(read => read, faults => throw new InvalidOperationException(string.Join(' ', faults))),
    };

    private static ProcedureProfiles.ProfileLoad Read(string sections) => ProcedureProfiles.Read(
        $$$"""
        {"safetyPlan":{"layout":{"sections":[{{{sections}}}],"source":{"paper":"local","guide":"our policy","quote":"q"} } } }
        """);

    private static string Text(Case @case, Participant reader) => string.Join('\n',
        MinutesCopy.For(PlanParagraphs.Of(@case, PlanTimeline.Whole(@case, reader, Now), Now, Words), reader)
            .Select(one => $"[{one.Section}] {one.Text} – {MinutesDocx.Signed(one)}"));

    private static string Text(Given given, Participant reader) => Text(given.Case, reader);

    private static Given Lived() => Overseen(Rows().By(Tom).Fact(
            new SafetyPlanConsidered(PlanFit.SafetyPlan, "He is not alone with them.", "", YesNo.Yes, "Gran stays there.")
            {
                Meeting = FirstMeeting,
            })
        .By(Priya).At("2026-12-02 10:00").Fact(
            new Section47Decided(Section47.Start, Conduct.Single, null, "Unexplained.") { Meeting = FirstMeeting, Child = Child1 },
            new ContingencyAgreed("The duty team is rung.") { Meeting = FirstMeeting },
            new ImmediatePlanAgreed() { Meeting = FirstMeeting }, new MeetingEnded(Via.Form) { Meeting = FirstMeeting })
        .At("2026-12-03 09:00").By(Tom).Fact(
            new PlanDiscussed(Nadia, PlanAnswer.Unwilling, YesNo.Yes, "She asks for Sundays.") { Meeting = FirstMeeting }))
        .At("2026-12-04 11:00").By(Sam).Fact(new SignificantEventSaid(PlanEvent.Arrest, "PLANTEDPOLICE arrest.")
        {
            Meeting = FirstMeeting,
            Audience = Audience.PoliceAndSocialCare,
        })
        .At("2026-12-09 10:00").By(Tom).Fact(
            new SafetyReviewHeld(YesNo.Yes, PlanWorks.Works, "All is as agreed.") { Meeting = FirstMeeting },
            new SafetyReviewSet(new(2026, 12, 16))
            {
                Meeting = FirstMeeting,
                Change = new(PlanChangeKind.Review, "Reviewed on Wed 9 Dec 2026."),
            });

    private static Given Overseen(Given given) => given.By(Helen).Fact(
        new PlanOverseen(PlanTalk.All(given.Case)[^1].Said.Seq, YesNo.Yes, "Gran has them.") { Meeting = FirstMeeting });
}
