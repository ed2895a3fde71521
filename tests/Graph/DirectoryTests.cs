using System.Text.Json.Nodes;
using StrategyBot.Graph;
using StrategyBot.Rules.Effects;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;
using StrategyBot.Tests.Sandbox.Graph;

namespace StrategyBot.Tests.Graph;

public sealed class DirectoryTests : GraphWorldTest
{
    private static readonly DateTimeOffset Noon = GraphWorld.Noon;

    [Theory]
    [InlineData(null, "grace@nhs.example", "grace@nhs.example")]
    [InlineData("/o=ExchangeLabs/cn=Recipients/cn=grace", "grace@nhs.example", "grace@nhs.example")]
    [InlineData("grace@nhs.example ", null, "grace@nhs.example")]
    [InlineData("Grace Adeyemi <grace@nhs.example>", null, "grace@nhs.example")]
    [InlineData("/o=ExchangeLabs/cn=Recipients/cn=grace", null, "")]
    public async Task The_first_usable_address_of_a_contact_counts(string? first, string? second, string mail)
    {
        World.Store.Write(world => world.Put(Kinds.Contact, "extra", new JsonObject
        {
            ["id"] = "extra",
            ["displayName"] = "Grace Adeyemi",
            ["emailAddresses"] = new JsonArray(new JsonObject { ["address"] = first }, new JsonObject { ["address"] = second }),
        }, owner: SandboxPeople.Directory.AadObjectId));

        Assert.Equal(mail, (await World.Bot<PartnerDirectory>().ContactsAsync()).Single(contact => contact.Id == "extra").Mail);
    }

    [Fact]
    public async Task A_contact_is_read_with_agency_hours_and_number()
    {
        var contacts = await World.Bot<PartnerDirectory>().ContactsAsync();

        var school = contacts.Single(contact => contact.Mail == SandboxPeople.School.Mail);
        Assert.Equal(("School", "Designated Safeguarding Lead", "01632 960121", false, false),
            (school.Agency, school.Role, school.Phone, school.IsDutyDesk, school.IsDeputy));
        Assert.Contains("Autumn term", school.Hours, StringComparison.Ordinal);
        Assert.Equal(["Health", "Police", "School"],
            contacts.Where(contact => contact.IsDutyDesk).Select(contact => contact.Agency).Order());
        Assert.Equal(["Health", "Police"], contacts.Where(contact => contact.IsDeputy).Select(contact => contact.Agency).Order());
    }

    [Theory]
    [InlineData("tom okafor", "Tom Okafor")]
    [InlineData("Oka", "Tom Okafor")]
    [InlineData("Nair, Priya", "Priya Nair")]
    [InlineData("amina", "Amina Diallo Assessment team", "Amina Diallo Court team")]
    [InlineData("kafor")]
    [InlineData("Sam Whitlock")]
    [InlineData(" \" OR \"x:y ")]
    [InlineData("\"")]
    public async Task A_colleague_is_found_by_a_name_or_a_part_of_one(string typed, params string[] names) => Assert.Equal(names,
        (await World.Bot<Users>().FindAsync(typed)).Select(user => $"{user.Name} {user.Department}".Trim()));

    [Fact]
    public async Task A_colleague_who_is_found_comes_with_what_tells_them_apart()
    {
        var found = Assert.Single(await World.Bot<Users>().FindAsync("Tom"));

        Assert.Equal(new(SandboxPeople.SocialWorker.AadObjectId, "Tom Okafor", "tom.okafor@council.example", "Social Worker", ""), found);
        Assert.Equal(await World.Bot<Users>().ObjectIdAsync(found.Mail), found.ObjectId);
    }

    [Fact]
    public async Task The_job_title_of_whoever_convenes_is_told() => Assert.Equal(
        "Head of Service", await World.Bot<Users>().JobTitleAsync(SandboxPeople.HeadOfService.AadObjectId));

    [Fact]
    public async Task A_duty_desk_is_known_however_its_category_is_typed()
    {
        Put("extra", new JsonArray(" duty DESK", "Housing"));

        var desk = (await World.Bot<PartnerDirectory>().ContactsAsync()).Single(contact => contact.Id == "extra");
        Assert.Equal((true, "Housing"), (desk.IsDutyDesk, desk.Agency));
    }

    [Fact]
    public async Task Every_page_of_a_large_directory_is_read()
    {
        for (var i = 0; i < 210; i++)
        {
            Put($"extra-{i}", new JsonArray("Housing"));
        }

        var contacts = await World.Bot<PartnerDirectory>().ContactsAsync();
        Assert.Equal(219, contacts.Select(contact => contact.Id).Distinct().Count());
    }

    [Fact]
    public async Task Another_tenant_is_unknown_and_never_free()
    {
        await World.Bot<Invitations>().CreateAsync(GraphWorld.Invitation());
        string[] mails = [SandboxPeople.Chair.Mail, SandboxPeople.SocialWorker.Mail, SandboxPeople.Police.Mail];

        var schedules = await World.Bot<FreeBusy>().ScheduleAsync(mails, Noon, Noon.AddMinutes(30));

        Assert.Equal(mails, schedules.Select(schedule => schedule.Mail));
        Assert.Equal([Availability.Busy, Availability.Free, Availability.Unknown], schedules.Select(schedule => schedule.Availability));
    }

    [Fact]
    public async Task A_calendar_is_free_again_right_after_the_meeting()
    {
        await World.Bot<Invitations>().CreateAsync(GraphWorld.Invitation());

        var schedules = await World.Bot<FreeBusy>().ScheduleAsync([SandboxPeople.Chair.Mail], Noon.AddHours(1), Noon.AddHours(2));
        Assert.Equal(Availability.Free, schedules.Single().Availability);
    }

    [Fact]
    public async Task More_than_twenty_people_are_asked_for_in_several_calls()
    {
        var mails = Enumerable.Range(0, 41).Select(i => $"person.{i}@council.example").Append(SandboxPeople.Chair.Mail).ToArray();

        var schedules = await World.Bot<FreeBusy>().ScheduleAsync(mails, Noon, Noon.AddHours(1));
        Assert.Equal(42, schedules.Count);
        Assert.Equal(Availability.Free, schedules[41].Availability);
    }

    [Fact]
    public async Task Membership_is_asked_again_after_a_quarter_of_an_hour()
    {
        var membership = World.Bot<Membership>();
        var (chair, worker) = (SandboxPeople.Chair.AadObjectId, SandboxPeople.SocialWorker.AadObjectId);
        Assert.True(await membership.IsConvenerAsync(chair));
        Assert.False(await membership.IsAdministratorAsync(chair));
        Assert.False(await membership.IsConvenerAsync(worker));

        await World.FailAsync("POST", "checkMemberGroups", 403, times: 9);
        World.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.True(await membership.IsConvenerAsync(chair));

        World.Clock.Advance(TimeSpan.FromSeconds(1));
        await FailsAsync(() => membership.IsConvenerAsync(chair), EffectFailure.Refused, 403);
    }

    [Fact]
    public async Task Somebody_of_another_tenant_is_no_member() =>
        Assert.False(await World.Bot<Membership>().IsConvenerAsync(SandboxPeople.Police.AadObjectId));

    [Fact]
    public async Task An_object_id_is_known_for_our_own_people_only()
    {
        Assert.Equal(SandboxPeople.Chair.AadObjectId, await World.Bot<Users>().ObjectIdAsync(SandboxPeople.Chair.Mail));
        Assert.Null(await World.Bot<Users>().ObjectIdAsync(SandboxPeople.Police.Mail));
        Assert.Null(await World.Bot<Users>().ObjectIdAsync("mary.o'hara@council.example"));
    }

    private void Put(string id, JsonArray categories) => World.Store.Write(world => world.Put(
        Kinds.Contact, id, new JsonObject { ["id"] = id, ["displayName"] = id, ["categories"] = categories },
        owner: SandboxPeople.Directory.AadObjectId));
}
