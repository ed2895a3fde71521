using StrategyBot.Cases;
using StrategyBot.Phases.Convening;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Sandbox.Graph;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>People are found by name: ours through Graph over HTTP, partners in the authority's directory.</summary>
public sealed class FoundPeopleTests : GraphWorldTest, IDisposable
{
    private PartHost host = null!;

    void IDisposable.Dispose() => host.Dispose();

    private protected override Task StartedAsync()
    {
        host = new(services => PartHost.Outside(services, World.Address, TimeSpan.FromSeconds(10)));
        return host.Cases.HaveAsync(Begun.ACaseWithAChild());
    }

    [Fact]
    public async Task A_social_worker_is_named_by_the_name_alone()
    {
        var next = await (await OpenAsync(Step.SocialWorker)).PressAsync("Save and go on", ("name", "tom okafor"));

        Assert.Contains("Tom Okafor, social worker (tom.okafor@council.example)", next.Text, StringComparison.Ordinal);
        var tom = (await CaseAsync()).Participants.Single(person => person.Roles.Contains(Role.SocialWorker));
        Assert.Equal(("Tom Okafor", "tom.okafor@council.example", "Social Worker", Agency.SocialCare),
            (tom.Name, tom.Mail, tom.JobTitle, tom.Agency));
        Assert.NotNull(tom.Person);
        // Saved again, nothing is new; another name is another person.
        await (await OpenAsync(Step.SocialWorker)).PressAsync("Save and go on");
        Assert.Single((await CaseAsync()).Participants, person => person.Roles.Contains(Role.SocialWorker));
    }

    [Fact]
    public async Task Of_two_of_one_name_it_is_asked_who_with_what_tells_them_apart()
    {
        var asked = await (await OpenAsync(Step.SocialWorker)).PressAsync("Save and go on", ("name", "Amina Diallo"));

        Assert.Contains("Choose who it is.", asked.Text, StringComparison.Ordinal);
        var choices = Choices(asked);
        Assert.Equal(
            [
                "Amina Diallo, Social Worker, Assessment team, amina.diallo@council.example",
                "Amina Diallo, Social Worker, Court team, amina.diallo2@council.example",
            ],
            choices.Select(choice => choice.Title));
        await asked.PressAsync("Save and go on", ("whom", choices[1].Value));
        Assert.Contains((await CaseAsync()).Participants, person => person.Mail == "amina.diallo2@council.example");
    }

    [Fact]
    public async Task A_part_of_a_name_is_asked_about_and_nobody_of_it_is_said()
    {
        var asked = await (await OpenAsync(Step.SocialWorker)).PressAsync("Save and go on", ("name", "Oka"));
        Assert.Equal(["Tom Okafor, Social Worker, tom.okafor@council.example"], Choices(asked).Select(choice => choice.Title));

        var nobody = await (await OpenAsync(Step.SocialWorker)).PressAsync("Save and go on", ("name", "Zed Quill"));
        Assert.Contains("Nobody of our own organisation is called so.", nobody.Text, StringComparison.Ordinal);
        Assert.Equal("Zed Quill", nobody.Value("name"));
    }

    [Fact]
    public async Task While_Graph_is_not_to_be_had_the_address_is_asked_for()
    {
        await World.FailAsync("GET", "users", 503, times: 20);

        var asked = await (await OpenAsync(Step.SocialWorker)).PressAsync("Save and go on", ("name", "Tom Okafor"));

        Assert.Contains("The directory can't be read just now. Give the mail address.", asked.Text, StringComparison.Ordinal);
        await asked.PressAsync("Save and go on", ("mail", "tom.okafor@council.example"));
        Assert.Contains((await CaseAsync()).Participants, person => person.Mail == "tom.okafor@council.example");
    }

    [Fact]
    public async Task A_partner_is_found_in_the_directory_by_name()
    {
        var list = await ByHandAsync(("agency", "police"), ("name", "sam whitlock"));

        Assert.Contains("Sam Whitlock", list.Text, StringComparison.Ordinal);
        var sam = (await CaseAsync()).Participants.Single(person => person.Name == "Sam Whitlock");
        Assert.Equal((Agency.Police, "sam.whitlock@police.example", "Detective Sergeant"), (sam.Agency, sam.Mail, sam.JobTitle));

        // A colleague through Graph; a name of nobody, and then by address as ever.
        await ByHandAsync(("agency", "socialCare"), ("name", "jo bell"));
        Assert.Contains((await CaseAsync()).Participants, person => person.Mail == "jo.bell@council.example" && person.IsInvited);
        var nobody = await ByHandAsync(("agency", "housing"), ("name", "Una Pike"));
        Assert.Contains("Nobody of that agency is known by that name.", nobody.Text, StringComparison.Ordinal);
        await nobody.PressAsync("Save", ("mail", "una.pike@housing.example"));
        Assert.Contains((await CaseAsync()).Participants, person => person is { Agency: Agency.Housing, Name: "Una Pike" });
    }

    private static IReadOnlyList<Choice> Choices(PartHost.Screen screen) =>
        screen.Inputs.OfType<ChoiceSetInput>().Single(input => input.Id == "whom").Choices;

    private async Task<PartHost.Screen> ByHandAsync(params IReadOnlyList<(string Id, object? Value)> typed) =>
        await (await host.OpenAsync(Priya, ByHandPart.Id.Button("", new ByHandPart.Form(Id.Value)))).PressAsync("Save", typed);

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);

    private async Task<PartHost.Screen> OpenAsync(Step step) => await host.OpenAsync(Priya, step.Button(await CaseAsync()));
}
