using System.Text.Json.Nodes;
using StrategyBot.Rules;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Tests.Rules.Procedures;

public sealed class ProcedureProfilesTests
{
    public static TheoryData<string> Names => new(ProcedureProfiles.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shipped_profile_loads_and_carries_its_own_name(string name) =>
        Assert.Equal(name, ProcedureProfiles.Named(name).Id);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_profile_reads_back_what_it_wrote_and_writes_it_the_same(string name)
    {
        var json = ProcedureProfiles.Named(name).ToJson();

        Assert.Equal(ProcedureProfiles.Named(name), ProcedureProfile.FromJson(json));
        Assert.Equal(json, ProcedureProfile.FromJson(json).ToJson());
    }

    [Fact]
    public void The_whole_default_profile_as_a_case_records_it() => TestKit.Golden.Json(ProcedureProfiles.Default.ToJson());

    [Theory]
    [InlineData("""{"limits":{"general":{"workingDays":0,"source":{"paper":"local","guide":"our policy","quote":"q"}}}}""",
        "limits.general.workingDays must be a whole number from 1 to 20")]
    [InlineData("""{"limits":{"general":{"workingDays":"two","source":{"paper":"local","guide":"our policy","quote":"q"}}}}""",
        "limits.general.workingDays must be a whole number from 1 to 20")]
    [InlineData("""{"limits":{"general":{"workingDays":2.5,"source":{"paper":"local","guide":"our policy","quote":"q"}}}}""",
        "limits.general.workingDays must be a whole number from 1 to 20")]
    [InlineData("""{"limits":{"general":null}}""", "limits.general must be a group of values in { }")]
    [InlineData("""{"limits":{"general":{"workingDays":2}}}""",
        "limits.general.source is missing: say which paper or policy of yours the changed value comes from")]
    [InlineData("""{"limits":{"general":{"workingDays":2,"source":{"paper":"local","guide":"our policy"}}}}""",
        "limits.general.source.quote is missing")]
    [InlineData("""{"limits":{"genral":{}}}""",
        "limits.genral is not known here; limits may have general, sameDay, sexualAbuse, immediateAction, complex or staff")]
    [InlineData("""{"calendar":{"cutOff":"4pm"}}""", "calendar.cutOff must be a time like 09:00")]
    [InlineData("""{"calendar":{"closures":["29/12/2026"]}}""", "calendar.closures[0] must be a date like 2026-11-26")]
    [InlineData("""{"minutes":{"delivery":"fax"}}""", "minutes.delivery must be link or attachment")]
    [InlineData("""{"minutes":{"reminders":[{"workingDays":1,"time":"09:00"}]}}""", "minutes.reminders[0].to is missing")]
    [InlineData("""{"links":{"thresholds":"http://procedures.council.example"}}""",
        "links.thresholds must be a web address that begins with https://")]
    [InlineData("""{"roles":{"legal":{"mail":"not mail"}}}""", "roles.legal.mail must be a mail address")]
    [InlineData("""{"escalation":["mayor"]}""",
        "escalation[0] must be deputyChair, serviceManager, headOfService, approvingManager, businessSupport, qualityAssurance, "
            + "conferenceService, reviewingOfficer, areaManager, operationsManager, legal, informationGovernance or designatedOfficer")]
    [InlineData("""{"outOfHours":{"mayChair":"yes"}}""", "outOfHours.mayChair must be true or false")]
    [InlineData("""{"id":"Our Council"}""", "id must be small letters, digits and hyphens, beginning with a letter")]
    [InlineData("""{"name":""}""", "name must not be empty")]
    [InlineData("""{"issued":"2026-05-01","reviewBy":"2026-04-01"}""", "reviewBy must not be earlier than issued")]
    [InlineData("""{"conference":{"lastSlot":{"day":13,"source":{"paper":"local","guide":"our policy","quote":"q"}}}}""",
        "conference.lastSlot.day must not be earlier than conference.firstSlot.day")]
    [InlineData("[]", "The file must be a group of values in { }")]
    [InlineData("null", "The file must be a group of values in { }")]
    [InlineData("{\n\"id\": \"x\"\n\"name\"}", "The file is not JSON at line 3")]
    [InlineData("", "The file is not JSON at line 1")]
    [InlineData("{\n\"id\": \"x\",\n\"id\": \"y\"}", "The file is not JSON at line 1")]
    public void A_broken_profile_names_the_path_and_what_must_be_there(string json, string fault) =>
        Assert.Equal([fault], ProcedureProfiles.Read(json).Match(_ => [], faults => faults.Select(f => f.ToString())));

    [Theory]
    [InlineData("""{"id":"report","title":"A","who":["socialWorker"],"day":3""", "id must be no other step's")]
    [InlineData("""{"id":"a","title":"A","who":["socialWorker"]""", "day must be there, or beforeConference, and not both")]
    [InlineData("""{"id":"a","title":"A","who":["socialWorker"],"day":3,"after":"b" """, "after must be the id of a step")]
    [InlineData("""{"id":"a","title":"A","who":["mayor"],"day":3""", "who[0] must be socialWorker, teamManager, businessSupport, "
        + "conferenceService, conferenceChair, areaManager or operationsManager")]
    public void A_step_of_ones_own_that_nobody_could_do_is_named(string step, string fault) => Assert.Equal(
        [$"enquiry.besides[0].{fault}"],
        ProcedureProfiles.Read($$$"""
            {"enquiry":{"besides":[{{{step}}},"source":{"paper":"local","guide":"g","quote":"q"}}]}}
            """).Match(_ => [], faults => faults.Select(f => f.ToString())));

    [Fact]
    public void Every_fault_is_named_at_once() =>
        Assert.Equal(2, ProcedureProfiles.Read("""{"id":"Our Council","name":""}""").Match(_ => 0, faults => faults.Count));

    [Fact]
    public void A_name_that_is_neither_shipped_nor_a_file_is_answered_with_the_names() =>
        Assert.Equal(
            "It must be default, bedford, herefordshire, devon, newcastle, worcestershire, or a file that can be read",
            ProcedureProfiles.Load("nowhere.json").Match(_ => "", faults => faults[0].ToString()));

    [Fact]
    public void An_authority_overrides_only_what_differs()
    {
        var ours = Loaded("""
            {
              "id": "ours", // comments are allowed
              "quorum": { "educationIsCore": true, "source": { "paper": "local", "guide": "our policy", "quote": "schools are core" } },
              "calendar": { "closures": ["2026-12-29"] },
            }
            """);

        Assert.Equal(["social care", "police", "health", "school"], ours.Quorum.CoreAgencies);
        Assert.Equal([new DateOnly(2026, 12, 29)], ours.Calendar.Closures);
        Assert.Equal(ProcedureProfiles.Default.Limits, ours.Limits);
        Assert.Equal("our policy", ours.Quorum.Source.Guide);
    }

    [Fact]
    public void An_authority_loads_its_file()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(file, """{ "id": "ours" }""");
        try
        {
            Assert.Equal("ours", ProcedureProfiles.Load(file).Match(profile => profile.Id, faults => faults[0].ToString()));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_profile_that_an_older_release_recorded_is_read_and_nothing_recorded_changes()
    {
        var recorded = JsonNode.Parse(ProcedureProfiles.Named("herefordshire").ToJson())!.AsObject();
        recorded.Remove("retention");
        recorded["conference"]!.AsObject().Remove("facilitated");
        recorded["given-up-since"] = true;

        var read = ProcedureProfile.FromJson(recorded.ToJsonString());

        Assert.Equal(ProcedureProfiles.Named("herefordshire"), read);
        Assert.Null(read.Limits.Complex);
    }

    [Theory]
    [InlineData("herefordshire", "2023-08-31", false)]
    [InlineData("herefordshire", "2023-09-01", true)]
    [InlineData("devon", "2026-11-20", true)]
    [InlineData("default", "2035-12-31", false)]
    public void An_overdue_review_is_told_to_the_administrator(string name, string today, bool told) =>
        Assert.Equal(told, ProcedureProfiles.Named(name).ReviewOverdue(TestKit.Dates.Date(today)) is not null);

    [Fact]
    public void Every_role_of_the_file_can_be_found_by_its_key() =>
        Assert.Equal(
            typeof(ProfileRoles).GetProperties().Where(p => p.PropertyType == typeof(RoleHolder))
                .Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]),
            ProcedureProfiles.Default.Roles.All.Select(role => role.Key));

    [Fact]
    public void The_schema_knows_exactly_what_a_profile_holds() =>
        Assert.Empty(ProcedureProfiles.Read(ProcedureProfiles.Default.ToJson())
            .Match(_ => ValueList.Of<ProfileFault>([]), faults => faults));

    [Fact]
    public void Nobody_real_is_in_a_shipped_profile() => Assert.All(
        ProcedureProfiles.Names.SelectMany(name => ProcedureProfiles.Named(name).Roles.All),
        role => Assert.EndsWith(".example", role.Holder.Mail, StringComparison.Ordinal));

    private static ProcedureProfile Loaded(string json) =>
        ProcedureProfiles.Read(json).Match(profile => profile, faults => throw new InvalidOperationException(string.Join("; ", faults)));
}
