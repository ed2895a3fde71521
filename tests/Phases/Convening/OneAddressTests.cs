using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.PartnerLinks;
using StrategyBot.Phases.Answering;
using StrategyBot.Phases.Convening;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.PartnerLinks;
using StrategyBot.Tests.Sandbox.Graph;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>Two people of one address: neither is taken for the other. The directory knows Lena Brook of the police; the case has Noel
/// Ashe of housing with her address.</summary>
public sealed class OneAddressTests : GraphWorldTest, IDisposable
{
    private const string Mail = "lena.brook@police.example";

    private static readonly Participant Noel =
        new(new("person-20"), "Noel Ashe", Agency.Housing, "", "", Mail, "", [Role.Attendee]);

    private PartHost host = null!;

    void IDisposable.Dispose() => host.Dispose();

    private protected override Task StartedAsync()
    {
        host = new(services => PartHost.Outside(services, World.Address, TimeSpan.FromSeconds(10)));
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Who_is_invited_shows_the_cases_own_person_and_no_tick_at_the_directorys()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild().Fact(new ParticipantAdded(Noel)));

        var list = await OpenAsync(Step.Invitees);

        var lena = Assert.Single(Police(list).Choices, choice => choice.Title.StartsWith("Lena Brook", StringComparison.Ordinal));
        Assert.DoesNotContain(lena.Value, Police(list).Value ?? "", StringComparison.Ordinal);
        Assert.EndsWith("instead of Noel Ashe, Housing, who is on the list by this address", lena.Title, StringComparison.Ordinal);
        Assert.Contains("Invited besides: Noel Ashe, Housing.", list.Text, StringComparison.Ordinal);
        await list.PressAsync("Save and go on");
        Assert.Contains(await InvitedAsync(), person => person == "Noel Ashe, Housing");
    }

    [Fact]
    public async Task The_tick_takes_the_others_place_and_says_so()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild().Fact(new ParticipantAdded(Noel)));
        var list = await OpenAsync(Step.Invitees);
        var lena = Police(list).Choices.Single(choice => choice.Title.StartsWith("Lena Brook", StringComparison.Ordinal));

        await list.PressAsync("Save and go on", ("police", lena.Value));

        var invited = await InvitedAsync();
        Assert.Contains("Lena Brook, Police", invited);
        Assert.DoesNotContain("Noel Ashe, Housing", invited);
        Assert.DoesNotContain("instead of", (await OpenAsync(Step.Invitees)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_came_in_by_the_address_keeps_it_and_the_directorys_person_is_named_beside()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild()
            .Fact(new ParticipantAdded(Noel with { Person = PersonId.Of("police", "object-20") })));

        var list = await OpenAsync(Step.Invitees);

        Assert.DoesNotContain(Police(list).Choices, choice => choice.Title.StartsWith("Lena Brook", StringComparison.Ordinal));
        Assert.Contains("Lena Brook, Police: Noel Ashe, Housing, has it on this case", list.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It is Noel Ashe, Housing", "Noel Ashe, Housing")]
    [InlineData("Lena Brook instead", "Lena Brook, Police")]
    public async Task Whoever_is_added_by_hand_is_asked_about_and_either_can_be_meant(string answer, string invited)
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild().Fact(new ParticipantAdded(Noel)));
        var form = await (await OpenAsync(Step.Invitees)).PressAsync("Add somebody by hand");

        var asked = await form.PressAsync("Save", ("agency", "police"), ("name", "Lena Brook"), ("mail", Mail), ("jobTitle", "DC"));

        Assert.Contains("Noel Ashe, Housing has that address on this case. Say who is meant", asked.Text, StringComparison.Ordinal);
        await asked.PressAsync(answer);
        Assert.Equal([invited], (await InvitedAsync()).Where(person => person.StartsWith("Noel", StringComparison.Ordinal)
            || person.StartsWith("Lena", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_answer_counts_for_the_address_that_was_asked_about_and_for_no_other()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild().Fact(new ParticipantAdded(Noel), new ParticipantAdded(
            Noel with { Id = new("person-21"), Name = "Ola Quist", Mail = "ola.quist@police.example" })));
        var form = await (await OpenAsync(Step.Invitees)).PressAsync("Add somebody by hand");
        var asked = await form.PressAsync("Save", ("agency", "police"), ("name", "Lena Brook"), ("mail", Mail));

        var again = await asked.PressAsync("Lena Brook instead", ("mail", "ola.quist@police.example"));

        Assert.Contains("Ola Quist, Housing has that address on this case.", again.Text, StringComparison.Ordinal);
        Assert.Contains("Ola Quist, Housing", await InvitedAsync());
    }

    [Fact]
    public async Task The_social_worker_is_asked_about_too()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild().Fact(new ParticipantAdded(Noel with { Mail = "tom.okafor@council.example" })));

        var asked = await (await OpenAsync(Step.SocialWorker)).PressAsync("Save and go on", ("name", "Tom Okafor"));
        await asked.PressAsync("Tom Okafor instead");

        Assert.Contains("Tom Okafor, Children's social care", await InvitedAsync());
        Assert.DoesNotContain("Noel Ashe, Housing", await InvitedAsync());
    }

    [Fact]
    public async Task A_deputy_of_the_own_agency_is_asked_about_and_of_another_the_chair_is()
    {
        await host.Cases.HaveAsync(AConvenedCase().Fact(
            new ParticipantAdded(Noel with { Agency = Agency.Health, Mail = "ward5@nhs.example" }),
            new ParticipantAdded(Noel with { Id = new("person-21"), Name = "Ola Quist", Mail = "ola.quist@nhs.example" })));
        var asked = await (await DeputyAsync()).PressAsync("Save", ("name", "Nia Doe"), ("mail", "ward5@nhs.example"));
        await asked.PressAsync("It is Noel Ashe");
        Assert.Equal("Noel Ashe", InvitationRule.DeputyOf(await CaseAsync(), Grace)?.Name);

        var other = await (await DeputyAsync()).PressAsync("Save", ("name", "Nia Doe"), ("mail", "ola.quist@nhs.example"));
        Assert.DoesNotContain("Ola Quist", other.Text, StringComparison.Ordinal);
        var told = await other.PressAsync("The address is right: ask the chair");

        Assert.Contains("the chair is asked about Nia Doe", told.Text, StringComparison.Ordinal);
        Assert.Contains("Grace Adeyemi says who comes: Nia Doe, ola.quist@nhs.example. Somebody else has that address here",
            await StatusAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lee Marsh", Agency.Police)]
    [InlineData("Noel Ashe", Agency.Housing)]
    public async Task A_desk_that_names_somebody_whose_address_another_has_asks_the_chair(string onTheCase, Agency agency)
    {
        await host.Cases.HaveAsync(NamingAttendeeTests.Asked().Fact(
            new ParticipantAdded(Noel with { Name = onTheCase, Agency = agency, Mail = "lee@police.example" })));
        var form = await host.OpenAsync(NamingAttendeeTests.Desk,
            WhoAttendsPart.Id.Button("", new WhoAttendsPart.Form(Id.Value)));

        var asked = await form.PressAsync("Send them their own link", ("name", "Noel Ashe"), ("mail", "lee@police.example"));
        Assert.DoesNotContain("Lee Marsh", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Housing", asked.Text, StringComparison.Ordinal);
        await asked.PressAsync("The address is right: ask the chair");

        Assert.Contains("Police duty desk says who comes: Noel Ashe, lee@police.example.", await StatusAsync(), StringComparison.Ordinal);
        Assert.True((await CaseAsync()).Find(NamingAttendeeTests.Desk.Id)!.IsInvited);
        // Once the chair has put them on the list there is nothing more to ask.
        var byHand = await host.OpenAsync(Priya, ByHandPart.Id.Button("", new ByHandPart.Form(Id.Value)));
        var put = await byHand.PressAsync("Save", ("agency", "police"), ("name", "Noel Ashe"), ("mail", "lee@police.example"));
        Assert.Contains("who is meant", put.Text);
        await put
            .PressAsync("Noel Ashe instead");
        Assert.Empty(InvitationRule.Unknown(await CaseAsync()));
    }

    private static ChoiceSetInput Police(PartHost.Screen list) =>
        list.Inputs.OfType<ChoiceSetInput>().Single(input => input.Id == "police");

    private async Task<PartHost.Screen> OpenAsync(Step step) => await host.OpenAsync(Priya, step.Button(await CaseAsync()));

    private async Task<PartHost.Screen> DeputyAsync() => await host.OpenAsync(Grace, DeputyPart.Button(await CaseAsync()));

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);

    private async Task<IReadOnlyList<string>> InvitedAsync() =>
        [.. (await CaseAsync()).Invited.Select(person => $"{person.Name}, {person.Agency.Name()}")];

    private async Task<string> StatusAsync()
    {
        var @case = await CaseAsync();
        return string.Join('\n', AnsweringHub.Status(new CaseView(@case, @case.Chair, @case), Begun.Now).Select(line => line.Text));
    }
}
