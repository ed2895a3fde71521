using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Hub;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Hub;

/// <summary>What each person sees first, and what none of them ever sees there (P22): one case, in the middle of its meeting.</summary>
public sealed class SurfacesTests
{
    private const string Intelligence = "PLANTED-intelligence", ParentsHealth = "PLANTED-parents-health", Clinical =
        "PLANTED-clinical", SchoolText = "PLANTED-school", Place = "PLANTED-place", Rationale = "PLANTED-rationale";

    [Fact]
    public void The_posted_hub() => Golden.Json(Posted);

    [Fact]
    public void The_chair() => Golden.Json(PartOf(Priya));

    [Fact]
    public void Police() => Golden.Json(PartOf(Sam));

    [Fact]
    public void The_nurse() => Golden.Json(PartOf(Grace));

    [Fact]
    public void The_school() => Golden.Json(PartOf(Ruth));

    [Theory]
    [InlineData("PLANTED")]
    [InlineData("47")]
    [InlineData("enquiry")]
    [InlineData("protection")]
    [InlineData("Ash")]
    [InlineData("Grace")]
    public void The_posted_hub_never_says(string word) => Assert.DoesNotContain(word, Posted, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("health", Intelligence)]
    [InlineData("health", SchoolText)]
    [InlineData("school", Intelligence)]
    [InlineData("school", ParentsHealth)]
    [InlineData("school", Clinical)]
    [InlineData("police", SchoolText)]
    [InlineData("police", Clinical)]
    public void Nobodys_part_or_status_holds_what_is_not_theirs(string who, string word)
    {
        var reader = who switch { "health" => Grace, "school" => Ruth, _ => Sam };

        Assert.DoesNotContain(word, PartOf(reader), StringComparison.Ordinal);
        Assert.DoesNotContain(word, CardJson.Write(StatusCard.For(Meeting().SeenBy(reader), Program.Phases, Words, Meeting().Now)),
            StringComparison.Ordinal);
    }

    private static string Posted => CardJson.Write(HubCard.For(Meeting().Case, Words));

    private static string PartOf(Participant reader) =>
        CardJson.Write(FormCard.Of(MyPartDrawing.Of(Meeting().SeenBy(reader), Program.Phases, Words, Meeting().Now)));

    /// <summary>Police protection since the morning, everybody's words written, a section 47 enquiry decided, one action each.</summary>
    private static Given Meeting() => AConvenedCase()
        .At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Chair) { Meeting = FirstMeeting })
        .At("2026-11-25 14:10").By(Sam).Fact(Said(Sam, Agency.Police, Intelligence, Audience.PoliceAndSocialCare))
        .By(Grace)
        .Fact(Said(Grace, Agency.Health, ParentsHealth, Audience.Only(Agency.SocialCare, Agency.Health)),
            Said(Grace, Agency.Health, Clinical, Audience.Only(Agency.SocialCare, Agency.Health)))
        .By(Ruth).Fact(Said(Ruth, Agency.School, SchoolText, Audience.Only(Agency.SocialCare, Agency.School)))
        .At("2026-11-25 14:20").By(Priya).Fact(
            new PositionRecorded(Place, "PLANTED-with-whom", "", SafetyBasis.PoliceProtection, Dates.Local("2026-11-25 08:00"), null,
                "")
            { Meeting = FirstMeeting, Child = Child1 },
            new HolderNamed(Grace.Id) { Meeting = FirstMeeting, Child = Child1 },
            new Section47Decided(Section47.Start, Conduct.Joint, null, Rationale) { Meeting = FirstMeeting, Child = Child1 },
            Action("action-1", Sam), Action("action-2", Grace), Action("action-3", Ruth))
        .At("2026-11-25 14:30");

    private static InformationGiven Said(Participant by, Agency agency, string text, Audience audience) =>
        new(by.Id, agency, text, 0) { Meeting = FirstMeeting, Audience = audience };

    private static ActionAgreed Action(string id, Participant owner) =>
        new(new(id), ActionKind.Action, $"PLANTED-action of {owner.Agency}", owner.Id, Dates.Local("2026-11-26 12:00"), "",
            "")
        { Meeting = FirstMeeting };
}
