using System.Text.Json.Nodes;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Graph;

/// <summary>The partners in the directory mailbox, as business support would have typed them in. All fictional.</summary>
internal static class DirectoryContacts
{
    private const string DutyDesk = "Duty desk", Deputy = "Deputy";

    private static IEnumerable<JsonObject> All =>
    [
        Of(SandboxPeople.Police, "Northgate Police, Child Abuse Investigation", "01632 960101",
            "Mon to Fri 08:00-18:00; out of hours ring the duty desk."),
        Of(SandboxPeople.Health, "Northgate NHS Trust", "01632 960111", "Mon to Fri 09:00-17:00."),
        Of(SandboxPeople.School, "Larkfield Primary School", "01632 960121",
            "Term time Mon to Fri 08:00-16:30. Autumn term 1 Sep to 18 Dec 2026; spring term 4 Jan to 26 Mar 2027. In holidays ring "
                + "the education duty desk."),
        Of(SandboxPeople.Midwife, "Northgate NHS Trust", "01632 960131", "Every day 08:00-20:00."),
        Of("Police duty desk", "Police", "Duty sergeant", "Northgate Police, Child Abuse Investigation", "duty.desk@police.example",
            "01632 960100", "Day and night.", DutyDesk),
        Of("Health duty desk", "Health", "Safeguarding duty line", "Northgate NHS Trust", "duty.desk@nhs.example", "01632 960110",
            "Every day 08:00-20:00; then the on-call paediatrician through the switchboard.", DutyDesk),
        Of("Education duty desk", "School", "Education safeguarding duty", "Council education service", "education.duty@council.example",
            "01632 960120", "Mon to Fri 09:00-17:00, in school holidays too.", DutyDesk),
        Of("Lena Brook", "Police", "Detective Constable", "Northgate Police, Child Abuse Investigation", "lena.brook@police.example",
            "01632 960102", "Mon to Fri 08:00-16:00.", Deputy),
        Of("Marcus Hale", "Health", "Deputy Named Nurse", "Northgate NHS Trust", "marcus.hale@nhs.example", "01632 960112",
            "Tue to Sat 09:00-17:00.", Deputy),
    ];

    /// <summary>Into an empty mailbox only: what somebody changed there stays changed.</summary>
    public static void Seed(WorldStore store) => store.Write(world =>
    {
        var mailbox = SandboxPeople.Directory.AadObjectId;
        if (world.All<JsonObject>(Kinds.Contact, owner: mailbox).Count > 0)
        {
            return;
        }

        foreach (var contact in All)
        {
            world.Put(Kinds.Contact, (string)contact["id"]!, contact, owner: mailbox);
        }
    });

    private static JsonObject Of(SandboxPerson person, string organisation, string phone, string hours) =>
        Of(person.Name, person.Agency, person.Role, organisation, person.Mail, phone, hours);

    private static JsonObject Of(
        string name, string agency, string role, string organisation, string mail, string phone, string hours, string? kind = null) => new()
        {
            ["id"] = $"AAMk{WorldIds.New()}",
            ["displayName"] = name,
            ["emailAddresses"] = new JsonArray(new JsonObject { ["address"] = mail, ["name"] = name }),
            ["categories"] = kind is null ? new JsonArray(agency) : new JsonArray(agency, kind),
            ["jobTitle"] = role,
            ["companyName"] = organisation,
            ["department"] = "North",
            // Numbers that the regulator keeps free for stories.
            ["businessPhones"] = new JsonArray(phone),
            ["mobilePhone"] = null,
            ["personalNotes"] = hours,
        };
}
