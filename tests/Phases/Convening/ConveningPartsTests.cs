using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Graph;
using StrategyBot.Phases.Convening;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Sandbox.Graph;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>Convening as a manager does it, over a real record and a Graph on loopback.</summary>
public sealed class ConveningPartsTests : IAsyncLifetime, IDisposable
{
    private GraphWorld world = null!;
    private PartHost host = null!;

    public async Task InitializeAsync()
    {
        world = await GraphWorld.StartAsync();
        host = new(Outside);
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Each_step_opens_the_next_until_the_meeting_is_called()
    {
        await host.Cases.HaveAsync(Begun.ACase());

        var features = await (await OpenAsync(Step.Why)).PressAsync(
            "Save and go on",
            ("circumstances", "new-referral,child-on-child"),
            ("concernOn", "2026-11-24"), ("concernTime", "15:00"), ("referralTime", "8:30"));
        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: why and since when. Both children need a conference", features.Text);
        var limit = await features.PressAsync("Save and go on", ("about", "complex"));
        var setting = await limit.PressAsync("Save and go on", ("protection", "no"), ("reason", "Both are with their aunt."));
        var people = await setting.PressAsync("Save and go on", ("reason", "A bruise that nobody can explain."));
        Assert.Contains("Nobody is named yet.", people.Text);
        var named = await (await people.PressAsync("Add a child")).PressAsync("Save", ("name", "Ash Lindley"), ("on", "2016-03-01"));
        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: Ash Lindley", named.Text);
        var invitees = await (await named.PressAsync("Next: the social worker"))
            .PressAsync("Save and go on", ("name", "Tom Okafor"), ("mail", "tom.okafor@council.example"));
        var time = await invitees.PressAsync("Save and go on");
        Assert.Contains("people are on the list", time.Text);
        var check = await time.PressAsync("Save and go on", ("chairReason", "They are away."));
        Assert.Contains("Nobody is invited yet.", check.Text);
        var called = await check.PressAsync("Call the meeting and invite");

        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: the meeting is called", called.Text);
        Assert.True((await CaseAsync()).Meeting.IsConvened);
        Assert.Equal(["Grace Adeyemi", "Legal team", "Priya Nair", "Ruth Carver", "Sam Whitlock", "Tom Okafor"], await InvitedAsync());
    }

    [Theory]
    [InlineData("concernOn", "30/11/2026", "“Concern first identified, by anybody: day” holds no day that I can read.")]
    [InlineData("concernTime", "9 in the morning", "“Concern first identified: time, if known” holds no time that I can read.")]
    public async Task What_can_not_be_read_comes_back_with_all_that_was_typed(string input, string typed, string why)
    {
        await host.Cases.HaveAsync(Begun.ACase());

        var refused = await (await OpenAsync(Step.Why)).PressAsync(
            "Save and go on", ("concernTime", "15:00"), ("referralTime", "15:30"), ("circumstances", "new-referral"), (input, typed));

        Assert.Contains(why, refused.Text);
        Assert.Equal((typed, "new-referral", "15:30"),
            (refused.Value(input), refused.Value("circumstances"), refused.Value("referralTime")));
        Assert.Null((await CaseAsync()).Circumstances);
    }

    [Fact]
    public async Task Days_and_times_are_understood_as_clients_write_them()
    {
        await host.Cases.HaveAsync(Begun.ACase());

        await (await OpenAsync(Step.Why)).PressAsync(
            "Save and go on", ("concernOn", "2026-11-24T00:00:00Z"), ("concernTime", "9:00"), ("referralTime", "9:30"));

        Assert.Equal(Dates.Local("2026-11-24 09:00"), (await CaseAsync()).Circumstances!.ConcernIdentifiedAt);
    }

    [Fact]
    public async Task Who_is_invited_posted_without_its_lists_takes_nobody_off()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        await (await OpenAsync(Step.Invitees)).PressAsync("Save and go on");
        Assert.Equal(["Grace Adeyemi", "Priya Nair", "Ruth Carver", "Sam Whitlock"], await InvitedAsync());

        var asked = await (await OpenAsync(Step.Invitees)).PressAsync(
            "Save and go on", ("police", null), ("health", null), ("school", null));

        Assert.Contains("Something stood under “Police” and “Health” and “School”, and it came back empty.", asked.Text);
        Assert.Equal(["Grace Adeyemi", "Priya Nair", "Ruth Carver", "Sam Whitlock"], await InvitedAsync());
        await asked.PressAsync("Leave as it was");
        Assert.Equal(["Grace Adeyemi", "Priya Nair", "Ruth Carver", "Sam Whitlock"], await InvitedAsync());
    }

    [Fact]
    public async Task Somebody_who_is_unticked_is_taken_off_before_the_meeting_is_called_and_nobody_who_was_not_shown()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        await (await OpenAsync(Step.Invitees)).PressAsync("Save and go on");
        var form = await OpenAsync(Step.Invitees);
        await (await (await OpenAsync(Step.Invitees)).PressAsync("Add somebody by hand")).PressAsync(
            "Save", ("agency", "housing"), ("name", "Una Pike"), ("mail", "una.pike@homes.example"));

        await form.PressAsync("Save and go on", ("police", ""));

        Assert.Equal(["Grace Adeyemi", "Priya Nair", "Ruth Carver", "Una Pike"], await InvitedAsync());
    }

    [Fact]
    public async Task Ticks_are_kept_when_somebody_is_added_by_hand()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        var form = await OpenAsync(Step.Invitees);

        var byHand = await form.PressAsync("Add somebody by hand", ("police", ""));
        var list = await byHand.PressAsync("Save", ("agency", "housing"), ("name", "Una Pike"), ("mail", "una.pike@homes.example"));

        Assert.Equal(["Grace Adeyemi", "Priya Nair", "Ruth Carver", "Una Pike"], await InvitedAsync());
        Assert.Equal("", list.Value("police"));
    }

    [Fact]
    public async Task Another_button_goes_on_at_once_where_nothing_was_typed_and_else_when_it_is_pressed_again()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        var byHand = await ByHandAsync();

        Assert.Contains((await byHand.PressAsync("Back to the list")).Inputs, input => input.Id == "police");
        var asked = await byHand.PressAsync("Back to the list", ("name", "Ann Ward"));
        Assert.Contains("What you typed here would be lost. Save it, or press “Back to the list” again to go on without it.", asked.Text);
        Assert.Equal("Ann Ward", asked.Value("name"));
        Assert.Contains((await asked.PressAsync("Back to the list")).Inputs, input => input.Id == "police");
    }

    [Fact]
    public async Task Whoever_came_into_the_directory_after_the_form_was_shown_is_not_taken_off_by_it()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        await (await OpenAsync(Step.Invitees)).PressAsync("Save and go on");
        var form = await OpenAsync(Step.Invitees);
        var sent = form.Sent("Save and go on", ("police", ""));
        // As if Sam was in the directory only now.
        sent["_form"]!["with"]!["offered"]!.AsArray().RemoveAt(0);

        await host.PressAsync(Priya, form.Verb("Save and go on"), sent);

        Assert.Equal(["Grace Adeyemi", "Priya Nair", "Ruth Carver", "Sam Whitlock"], await InvitedAsync());
    }

    [Fact]
    public async Task Ticks_that_the_directory_can_not_confirm_are_refused_and_nobody_is_taken_off()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        await (await OpenAsync(Step.Invitees)).PressAsync("Save and go on");
        var form = await OpenAsync(Step.Invitees);
        await world.FailAsync("GET", "/contacts", 503, times: 50);

        // Another instance, which the directory never answered.
        using var other = new PartHost(Outside);
        await other.Cases.HaveAsync(Begun.ACaseWithAChild());
        var refused = await other.PressAsync(Priya, form.Verb("Save and go on"), form.Sent("Save and go on"));

        Assert.Contains("The directory of partners can't be read just now. Save again in a minute, or add people by hand.", refused.Text);
        Assert.Single((await other.Clerk.LoadAsync(Id, default)).Invited);
    }

    [Fact]
    public async Task A_time_that_was_proposed_is_the_time_that_is_called_whatever_is_proposed_by_then()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        var form = await OpenAsync(Step.Time);
        var (on, time) = (form.Value("on"), form.Value("time"));
        host.Clock.Advance(TimeSpan.FromMinutes(40));
        Assert.NotEqual(time, (await OpenAsync(Step.Time)).Value("time"));

        await (await form.PressAsync("Save and go on")).PressAsync("Call the meeting and invite");

        Assert.Equal(Dates.Local($"{on} {time}"), (await CaseAsync()).Meeting.Room.Convened!.StartsAt);
    }

    [Fact]
    public async Task A_time_later_than_the_limit_is_refused_beside_its_reason_and_keeps_its_day()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());

        var refused = await (await OpenAsync(Step.Time)).PressAsync("Save and go on", ("on", "2026-11-30"), ("time", "10:00"));

        Assert.Contains("That is later than the limit.", refused.Text);
        Assert.Equal(("2026-11-30", "10:00"), (refused.Value("on"), refused.Value("time")));
        var body = refused.Card.Body.ToList();
        var reason = body.FindIndex(element => element is CardInput { Id: "lateReason" });
        Assert.StartsWith("That is later than the limit.", Assert.IsType<TextBlock>(body[reason + 1]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_is_called_once_and_moved_afterwards()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        var (first, second) = (await OpenAsync(Step.Time), await OpenAsync(Step.Time));
        var (check, stale) = (await first.PressAsync("Save and go on"), await OpenAsync(Step.Check));
        await check.PressAsync("Call the meeting and invite");

        Assert.Contains("The meeting is called already.", (await stale.PressAsync("Call the meeting and invite")).Text);
        var refused = await second.PressAsync("Save and go on", ("minutes", "30"));

        Assert.Contains("The meeting is called already. Use “Move the meeting” for another time.", refused.Text);
        var moved = await (await OpenAsync(Step.Time)).PressAsync(
            "Move it", ("on", "2026-11-26"), ("time", "12:00"), ("lateReason", "Police come then."));
        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: moved to Thu 26 Nov 2026, 12:00", moved.Text);
    }

    [Fact]
    public async Task Somebody_whose_address_another_has_is_not_saved_by_hand()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        var list = await (await ByHandAsync()).PressAsync(
            "Save", ("agency", "health"), ("name", "Ward sister Ann"), ("mail", "ward5@nhs.example"));
        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: Ward sister Ann", list.Text);

        var refused = await (await ByHandAsync()).PressAsync(
            "Save", ("agency", "health"), ("name", "Doctor Bob"), ("mail", "ward5@nhs.example"));

        Assert.Contains("Ward sister Ann, Health has that address on this case.", refused.Text);
        Assert.Equal(("Doctor Bob", "ward5@nhs.example"), (refused.Value("name"), refused.Value("mail")));
        Assert.Equal(["Grace Adeyemi", "Priya Nair", "Ruth Carver", "Sam Whitlock", "Ward sister Ann"], await InvitedAsync());
    }

    [Fact]
    public async Task A_social_worker_is_found_in_our_own_organisation_before_they_are_saved()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());

        var refused = await (await OpenAsync(Step.SocialWorker)).PressAsync(
            "Save and go on", ("name", "Nobody Here"), ("mail", "nobody.here@council.example"));
        Assert.Contains("Nobody of our own organisation has that address.", refused.Text);
        await refused.PressAsync("Save and go on", ("name", "Tom Okafor"), ("mail", "tom.okafor@council.example"));

        var tom = (await CaseAsync()).Invited.Single(person => person.Roles.Contains(Role.SocialWorker));
        Assert.StartsWith("council/", tom.Person?.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buttons_of_the_first_release_are_still_answered()
    {
        await host.Cases.HaveAsync(Begun.ACase(urgent: null));
        JsonObject Sent(params (string Id, JsonNode? Value)[] fields) =>
            new([KeyValuePair.Create("case", (JsonNode?)Id.Value), .. fields.Select(field => KeyValuePair.Create(field.Id, field.Value))]);

        // What a card doesn't say that it showed is asked once more where something stands; all that was typed is there.
        var asked = await host.PressAsync(
            Priya, "convening/answer-urgent", Sent(("answer", "no"), ("which", ""), ("reason", "Seen by the nurse.")));
        await (await asked.PressAsync("Leave as it was")).PressAsync("Save and go on");
        await host.PressAsync(Priya, "convening/save-why", Sent(
            ("circumstances", "new-referral"), ("other", ""),
            ("concernOn", "2026-11-24"), ("concernTime", "15:00"), ("referralOn", "2026-11-25"), ("referralTime", "08:30")));
        await host.PressAsync(Priya, "convening/save-child", Sent(("unborn", true), ("name", "Baby of Kay Stone"), ("on", "2027-01-10")));
        await host.PressAsync(Priya, "convening/save-adult", Sent(("name", "Kay Stone"), ("born", "1996-02-03"), ("relation", "Mother")));
        var shown = await host.PressAsync(
            Priya, "convening/save-adult", Sent(("adult", "adult-1"), ("name", "Kay Stone-Reid"), ("born", "1996-02-03")));
        await shown.PressAsync("Leave as it was");
        await host.PressAsync(Priya, "convening/save-by-hand", Sent(("agency", "health"), ("name", "Ann"), ("mail", "ann@nhs.example")));
        await host.PressAsync(Priya, "convening/take-off", Sent(("person", (await CaseAsync()).Invited.Last().Id.Value), ("reason", "")));
        // The card of then called it at once: today's answers are checked first.
        await (await host.PressAsync(Priya, "convening/convene", Sent(("on", "2026-11-25"), ("time", "16:00"), ("minutes", "60"))))
            .PressAsync("Call the meeting and invite");
        asked = await host.PressAsync(
            Priya, "convening/move", Sent(("on", "2026-11-26"), ("time", "12:00"), ("minutes", "60"), ("lateReason", "Snow.")));
        // Nobody said on it who may read why.
        await asked.PressAsync("Move it", ("marking", "professionals"));

        var @case = await CaseAsync();
        Assert.Equal("Seen by the nurse.", @case.Urgent.Reason);
        Assert.Equal(("Baby of Kay Stone", true), (@case.Children[0].Details.Name, @case.Children[0].Details.Unborn));
        Assert.Equal(new AdultDetails("Kay Stone-Reid", "", Dates.Date("1996-02-03"), "Mother", ""), Assert.Single(@case.Adults).Details);
        Assert.DoesNotContain(@case.Invited, person => person.Name == "Ann");
        Assert.Equal(Dates.Local("2026-11-26 12:00"), @case.Meeting.Room.Convened!.StartsAt);
    }

    [Theory]
    [InlineData("convening/step", "setting", "How it is held, and the cause")]
    [InlineData("convening/step", null, "Who is invited")]
    [InlineData("convening/by-hand", null, "Who is invited")]
    public async Task Openers_of_the_first_release_open_todays_parts(string verb, string? step, string title)
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());

        Assert.Equal(title, (await host.PressAsync(Priya, verb, new JsonObject { ["case"] = Id.Value, ["step"] = step })).Title);
    }

    [Fact]
    public async Task What_hangs_on_the_clocks_opens_on_them_first()
    {
        await host.Cases.HaveAsync(Begun.ACase());

        Assert.Equal("Why and since when", (await OpenAsync(Step.Setting)).Title);
        Assert.Equal("Save first why the meeting is called and when the concern and the referral came.",
            (await host.OpenAsync(Priya, SettingPart.Id.Button("", new SettingPart.Form(Id.Value)))).Text);
    }

    private void Outside(IServiceCollection services)
    {
        PartHost.FakeOutside(services);
        services.AddSingleton(world.Bot<PartnerDirectory>()).AddSingleton(world.Bot<FreeBusy>()).AddSingleton(world.Bot<Users>());
    }

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);

    private async Task<IEnumerable<string>> InvitedAsync() =>
        (await CaseAsync()).Invited.Select(person => person.Name).Order(StringComparer.Ordinal);

    private async Task<PartHost.Screen> OpenAsync(Step step) => await host.OpenAsync(Priya, step.Button(await CaseAsync()));

    private async Task<PartHost.Screen> ByHandAsync() => await (await OpenAsync(Step.Invitees)).PressAsync("Add somebody by hand");
}
