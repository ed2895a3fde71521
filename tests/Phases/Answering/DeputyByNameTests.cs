using StrategyBot.Cases;
using StrategyBot.Phases.Answering;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Sandbox.Graph;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Answering;

/// <summary>A seat is handed to a colleague by name, in Teams and behind a link alike: the form is one.</summary>
public sealed class DeputyByNameTests : GraphWorldTest, IDisposable
{
    private PartHost host = null!;

    void IDisposable.Dispose() => host.Dispose();

    private protected override Task StartedAsync()
    {
        host = new(services => PartHost.Outside(services, World.Address, TimeSpan.FromSeconds(10)));
        return host.Cases.HaveAsync(AConvenedCase());
    }

    [Fact]
    public async Task A_partner_names_a_colleague_whom_the_directory_knows_by_name_alone()
    {
        await (await OpenAsync(Grace)).PressAsync("Save", ("name", "marcus hale"));

        var deputy = InvitationRule.DeputyOf(await CaseAsync(), Grace)!;
        Assert.Equal(("Marcus Hale", "marcus.hale@nhs.example", "Deputy Named Nurse", Agency.Health),
            (deputy.Name, deputy.Mail, deputy.JobTitle, deputy.Agency));
    }

    [Fact]
    public async Task A_part_of_a_name_is_asked_about_and_nobody_of_another_organisation_is_shown()
    {
        var asked = await (await OpenAsync(Grace)).PressAsync("Save", ("name", "Ma"));
        var choice = Assert.Single(asked.Inputs.OfType<ChoiceSetInput>(), input => input.Id == "whom").Choices;
        Assert.Equal(["Marcus Hale, Deputy Named Nurse, Northgate NHS Trust, marcus.hale@nhs.example"], choice.Select(one => one.Title));

        var nobody = await (await OpenAsync(Grace)).PressAsync("Save", ("name", "Lena Brook"));
        Assert.Contains("Nobody of your organisation is known by that name here.", nobody.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("police.example", nobody.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_social_worker_names_a_colleague_of_the_own_tenant()
    {
        await (await OpenAsync(Tom)).PressAsync("Save", ("name", "Jo Bell"));

        Assert.Equal("jo.bell@council.example", InvitationRule.DeputyOf(await CaseAsync(), Tom)?.Mail);
    }

    private async Task<PartHost.Screen> OpenAsync(Participant by) => await host.OpenAsync(by, DeputyPart.Button(await CaseAsync()));

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);
}
