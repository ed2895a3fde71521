using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.PartnerLinks;

/// <summary>One person, now in Teams, now behind a link: one participant, one author.</summary>
public sealed class IdentityTests : IDisposable
{
    private static readonly LinkHolder Link = new(Given.Id, Given.Grace.Id);
    private static readonly Asker Behind = new(PersonId.Behind(Link), Given.Grace.Name, Given.Grace.Mail, "") { Link = Link };
    private static readonly Asker InTeams = new(PersonId.Of("nhs", "object-4"), Given.Grace.Name, Given.Grace.Mail, "29:object-4")
    {
        Vouched = [Given.Grace.Mail],
    };

    private readonly RecordedCases cases = new();

    [Fact]
    public async Task First_behind_the_link_then_in_Teams()
    {
        await cases.HaveAsync(Given.AConvenedCase().Fact(new ParticipantAdded(Given.Grace with { Person = null, ChannelId = null })));
        await SayAsync(Behind, "a1", "police and social care only, and me");
        await SayAsync(InTeams, "a2", "more");

        var grace = (await cases.Clerk.LoadAsync(Given.Id, default)).Find(Given.Grace.Id)!;
        Assert.Equal((PersonId.Behind(Link), InTeams.Id, "29:object-4"), (grace.Person, grace.InTeams, grace.ChannelId));
        await BothSeeBothAsync();
    }

    [Fact]
    public async Task First_in_Teams_then_behind_the_link()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        await SayAsync(InTeams, "a1", "police and social care only, and me");
        await SayAsync(Behind, "a2", "more");

        await BothSeeBothAsync();
    }

    [Fact]
    public async Task A_link_opens_no_other_case_of_the_same_person()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        var elsewhere = new LinkHolder(new("SB-2026-015"), Given.Grace.Id);
        var asker = new Asker(PersonId.Behind(elsewhere), Given.Grace.Name, Given.Grace.Mail, "") { Link = elsewhere };

        Assert.Null(await cases.Clerk.ReadAsync(asker, Given.Id, Capability.SeeCase, null, default));
        Assert.Equal([elsewhere.Case], await cases.Clerk.CasesOfAsync(asker, default));
    }

    [Fact]
    public async Task Another_sender_with_the_address_of_somebody_known_in_Teams_is_nobody()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        Assert.Null(
            await cases.Clerk.ReadAsync(InTeams with { Id = PersonId.Of("nhs", "object-77") }, Given.Id, Capability.SeeCase,
                null, default));
    }

    public void Dispose() => cases.Dispose();

    private Task SayAsync(Asker asker, string source, string text) => cases.Clerk.AskAsync(asker, Given.Id, Capability.Contribute, source,
        (_, me) => new InformationGiven(me.Id, me.Agency, text, 0)
        {
            Meeting = Given.FirstMeeting,
            Audience = Audience.PoliceAndSocialCare,
        }, default);

    /// <summary>The author's own words, whichever way they came: health is not among those the marking admits.</summary>
    private async Task BothSeeBothAsync()
    {
        foreach (var asker in new[] { Behind, InTeams })
        {
            var view = await cases.Clerk.ReadAsync(asker, Given.Id, Capability.ReadContent, null, default);
            Assert.Equal(["police and social care only, and me", "more"],
                view!.Case.Meeting.Assessment.Information.Select(item => item.Text));
            Assert.Single(view.Case.Meeting.Assessment.Information.Select(item => item.By).Distinct());
        }
    }
}
