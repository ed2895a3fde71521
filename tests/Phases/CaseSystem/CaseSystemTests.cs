using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.CaseSystem;
using StrategyBot.Returns;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.Phases.Reviewing;
using StrategyBot.Tests.Returns;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Dates;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.CaseSystem;

/// <summary>Into the authority's own case system: fields to copy, checks with where to mend, files (16.4, P23, R140).</summary>
public sealed class CaseSystemTests
{
    [Fact]
    public void Each_child_has_the_fields_of_the_record_in_the_usual_order()
    {
        var given = ReturnExportTests.Known(AProtectionPlan.Played("devon"));
        var child = given.Case.Children[0];

        Golden.Text(string.Join("\n\n", CaseSystemSheet.Of(given.Case, child, Words).Select(field => $"{field.Label}\n{field.Text}")));
    }

    /// <summary>P23: the order and the labels are the case system's own.</summary>
    [Fact]
    public void The_procedure_says_which_fields_there_are_and_what_they_are_called()
    {
        var own = ProcedureProfiles.Default with
        {
            CaseSystem = new([
                new(CaseSystemLayout.Content.EnquiryStart, "S47 start"), new(CaseSystemLayout.Content.Name),
                new(CaseSystemLayout.Content.Heading, null, "cause"),
            ]),
        };
        var given = new Given().Fact(AConvenedCase().Entries.Select(entry => entry.Fact is CaseOpened opened
            ? opened with { ProfileJson = own.ToJson() } : entry.Fact).ToList());

        Assert.Equal(["S47 start", "Child", "Cause for concern"],
            CaseSystemSheet.Of(given.Case, given.Case.Children[0], Words).Select(field => field.Label));
        Assert.Equal(own.ToJson(), ProcedureProfile.FromJson(own.ToJson()).ToJson());
    }

    [Fact]
    public void It_is_for_social_care_once_a_meeting_is_over()
    {
        Assert.Empty(CaseSystemHub.Entries(AConvenedCase().SeenBy(Priya), Begun.Now));
        var given = Over();

        Assert.Equal("Copy to the case system", Assert.Single(CaseSystemHub.Entries(given.SeenBy(Priya), given.Now)).Title);
        Assert.Equal(CopyPage.Id.Open, CaseSystemHub.Copies(given.SeenBy(Tom), given.Now)?.Verb);
        foreach (var other in new[] { Sam, Grace, Tom with { Roles = [Role.BusinessSupport] }, Sam with { Roles = [Role.SocialWorker] } })
        {
            Assert.Empty(CaseSystemHub.Entries(given.SeenBy(other), given.Now));
            Assert.Null(CaseSystemHub.Copies(given.SeenBy(other), given.Now));
        }
    }

    [Fact]
    public async Task A_failing_check_leads_to_where_it_is_mended_and_back()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        var given = Over();
        await host.Cases.HaveAsync(given);
        host.Clock.Advance(given.Now - host.Clock.GetUtcNow());
        var page = await host.OpenAsync(Tom, CopyPage.Button(await host.Clerk.LoadAsync(Id, default)));
        var checks = await page.PressAsync("Checks of the returns: 1 to mend");
        Assert.Contains("Wrong: The authority's number is missing, or isn't up to 20 letters and digits.", checks.Text,
            StringComparison.Ordinal);
        Assert.Contains("Not checked here, because the record lacks the day of the referral", checks.Text, StringComparison.Ordinal);
        var numbers = await checks.PressAsync("Sex, postcode and numbers");
        await numbers.PressAsync("Save", ("authority", "LA1234567"));

        checks = await host.OpenAsync(Tom, ReturnChecksPage.Button(await host.Clerk.LoadAsync(Id, default), given.Case.Children[0]));
        Assert.Contains("Nothing that is recorded here fails a check.", checks.Text, StringComparison.Ordinal);
        var form = await checks.PressAsync("What the case system has");
        var wrong = await form.PressAsync("Save", ("referred", "2026-12-02"), ("noAction", "no"), ("assessed", "2026-12-02"),
            ("before", 1), ("closed", "2026-12-01"), ("why", "RC7"));
        Assert.Contains("It can't have been closed before the referral came.", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("2026-12-01", wrong.Value("closed"));
        var saved = await wrong.PressAsync("Save", ("closed", ""), ("why", ""));
        Assert.Contains("what the case system has of Child 1", saved.Text, StringComparison.Ordinal);
        var said = (await host.Clerk.LoadAsync(Id, default)).Children[0].InCaseSystem!.Fact;
        Assert.Equal((Date("2026-12-02"), YesNo.No, 1, null),
            (said.ReferredOn!.Value, said.NoAction!.Value, said.EarlierPlans!.Value, said.ClosedOn));
    }

    [Theory]
    [InlineData("referred", "2026-12-03", "That day is still to come.")]
    [InlineData("assessed", "2026-12-03", "That day is still to come.")]
    [InlineData("closed", "2026-12-03", "That day is still to come.")]
    [InlineData("closed", "2026-12-01", "Say why it is closed, too.")]
    [InlineData("why", "RC1", "Say since when it is closed, too.")]
    [InlineData("before", "21", "A child has had 0 to 20 plans before. Write the number.")]
    public async Task What_can_not_be_comes_back_with_the_reason(string field, string typed, string says)
    {
        using var host = new PartHost(PartHost.FakeOutside);
        var given = Over();
        await host.Cases.HaveAsync(given);
        host.Clock.Advance(given.Now - host.Clock.GetUtcNow());
        var form = await host.OpenAsync(Tom, CaseSystemSaidPart.Button(await host.Clerk.LoadAsync(Id, default), given.Case.Children[0]));

        var back = await form.PressAsync("Save", (field, typed));

        Assert.Contains(says, back.Text, StringComparison.Ordinal);
        Assert.Equal(typed, back.Value(field));
        Assert.Null((await host.Clerk.LoadAsync(Id, default)).Children[0].InCaseSystem);
    }

    [Fact]
    public async Task A_death_and_a_child_in_need_plan_are_asked_for_and_their_checks_are_made()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        var given = AProtectionPlan.Made();
        await host.Cases.HaveAsync(given);
        host.Clock.Advance(given.Now - host.Clock.GetUtcNow());
        var child = given.Case.Children[0];
        async Task<Case> CaseAsync() => await host.Clerk.LoadAsync(Id, default);
        Assert.Contains("a day of death", (await host.OpenAsync(Tom, ReturnChecksPage.Button(await CaseAsync(), child))).Text,
            StringComparison.Ordinal);
        var first = await host.OpenAsync(Tom, CaseSystemSaidPart.Button(await CaseAsync(), child));
        var form = await first.PressAsync("A child in need plan, and a death");

        var checks = await form.PressAsync("Save", ("needPlan", "yes"), ("from", "2026-01-05"));

        Assert.Contains("Wrong: A child in need plan is open beside the protection plan.", checks.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("a day of death", checks.Text, StringComparison.Ordinal);
        var said = Episode.Of(await CaseAsync(), (await CaseAsync()).Children[0]);
        Assert.Equal((true, true, Date("2026-01-05"), null),
            (said.IsDeathKnown, said.HasOpenNeedPlan!.Value, said.NeedPlanFrom, said.Died));
        var field = CensusTables.Of(said).Single(table => table.Name == "CINPlanDates").Rows[0];
        Assert.Equal([("CINPlanStartDate", "2026-01-05", ""), ("CINPlanEndDate", null, ReturnField.DoesNotApply)],
            field.Select(one => (one.Name, one.Value, one.LeftOut)));
        // Named again, as when a school is corrected, the child keeps it.
        await host.Clerk.RecordAsync(Id, "named", now => [new ChildNamed(now.Children[0].Details with { School = "Other" })
        {
            Child = child.Id,
        }], default);
        Assert.NotNull((await CaseAsync()).Children[0].ElseInCaseSystem);
    }

    [Theory]
    [InlineData("died", "2036-12-03", "That day is still to come.")]
    [InlineData("died", "1990-01-01", "That day lies before the child was born. Look at both days.")]
    [InlineData("from", "2026-01-05", "A plan that has days is one: answer Yes, or take the days out.")]
    [InlineData("needPlan", "yes", "Say since when there is, or was, a plan.")]
    public async Task A_day_that_can_not_be_comes_back_with_the_reason(string field, string typed, string says)
    {
        using var host = new PartHost(PartHost.FakeOutside);
        var given = Over();
        await host.Cases.HaveAsync(given);
        host.Clock.Advance(given.Now - host.Clock.GetUtcNow());
        var form = await host.OpenAsync(Tom, CaseSystemMorePart.Button(await host.Clerk.LoadAsync(Id, default), given.Case.Children[0]));

        var back = await form.PressAsync("Save", (field, typed));

        Assert.Contains(says, back.Text, StringComparison.Ordinal);
        Assert.Equal(typed, back.Value(field));
        Assert.Null((await host.Clerk.LoadAsync(Id, default)).Children[0].ElseInCaseSystem);
    }

    [Theory]
    [InlineData(RecordFile.Csv, "SB-2026-014-returns.csv")]
    [InlineData(RecordFile.Json, "SB-2026-014-returns.json")]
    public async Task The_files_are_for_whoever_may_copy(string kind, string name)
    {
        var given = Over();
        var file = new RecordFile(Words);

        Assert.Equal(name, (await file.WriteAsync(null!, given.SeenBy(Tom), kind, given.Now, true, default))!.Name);
        Assert.Null(await file.WriteAsync(null!, given.SeenBy(Sam), kind, given.Now, true, default));
        Assert.Null(await file.WriteAsync(null!, given.SeenBy(Tom), "docx", given.Now, true, default));
        Assert.Null(await file.WriteAsync(null!, AConvenedCase().SeenBy(Tom), kind, given.Now, true, default));
    }

    [Fact]
    public async Task What_is_marked_for_others_is_not_copied()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        var given = Over().Fact(new ContingencyAgreed("PLANTEDPOLICE arrest at dawn.")
        {
            Meeting = FirstMeeting,
            Audience = Audience.Only(Agency.Police),
        });
        await host.Cases.HaveAsync(given);
        host.Clock.Advance(given.Now - host.Clock.GetUtcNow());

        var page = await host.OpenAsync(Tom, CopyPage.Button(await host.Clerk.LoadAsync(Id, default)));

        Assert.DoesNotContain("PLANTED", page.Text, StringComparison.Ordinal);
        Assert.Contains(page.Buttons, button => button.Title == "As a spreadsheet");
    }

    [Fact]
    public void Beside_what_is_copied_stands_that_it_is_entered()
    {
        var given = Over();
        Assert.DoesNotContain(CopyPage.Leads(given.Case, given.Case.Children[0], given.Now), lead => lead.Verb == PartIds.Entering);
        given.By(Priya).Fact(new MinutesApproved(1, "digest", "") { Meeting = FirstMeeting });
        Assert.Equal("Entered on the child's record", CopyPage.Leads(given.Case, given.Case.Children[0], given.Now).Last().Title);
    }

    private static Given Over() => AConvenedCase().At("2026-12-02 10:00").By(Priya).Fact(
        new MeetingStarted(Via.Chair) { Meeting = FirstMeeting }, new MeetingEnded(Via.Chair) { Meeting = FirstMeeting }).By(Tom);
}
