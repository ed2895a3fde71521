using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Phases.Answering;
using StrategyBot.Phases.Convening;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>A confidential address (P33): a refuge or a placement reaches those alone whom it names.</summary>
public sealed class AddressTests : IAsyncLifetime, IDisposable
{
    private const string Refuge = "7 Hidden Row";

    private readonly PartHost host = new(PartHost.FakeOutside);

    public async Task InitializeAsync()
    {
        await host.Cases.HaveAsync(AConvenedCase());
        await (await host.OpenAsync(Priya, Ash)).PressAsync("Save", ("address", Refuge), ("marking", "only-Police"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task It_reaches_only_the_agencies_that_are_named()
    {
        Assert.Contains(Refuge, await SearchedByAsync(Sam), StringComparison.Ordinal);
        Assert.DoesNotContain(Refuge, await SearchedByAsync(Grace), StringComparison.Ordinal);
        Assert.Contains("confidential. Ask the chair, Priya Nair", await SearchedByAsync(Grace), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_proposed_for_somebody_else_of_the_household()
    {
        var added = await host.OpenAsync(Priya, new("", PersonPart.Id.Open, new PersonPart.Form(Id.Value, New: PersonPart.Adult)));

        Assert.Equal("", added.Value("address"));
        Assert.DoesNotContain(added.Buttons, button => button.Title.StartsWith("Save: lives", StringComparison.Ordinal));
        var saved = await added.PressAsync("Save", ("name", "Jade Lindley"), ("livesWith", "child-1"));
        Assert.Contains("“Lives with” is not asked", saved.Text, StringComparison.Ordinal);
        Assert.Empty((await host.Clerk.LoadAsync(Id, default)).Adults);
    }

    /// <summary>An uncle who is named without an address doesn't live with the children.</summary>
    [Fact]
    public async Task Nobody_lives_where_the_child_does_unless_somebody_says_so()
    {
        await (await host.OpenAsync(Priya, Ash)).PressAsync("Save", ("address", "1 Low Street"), ("marking", "professionals"));

        await (await AddedAsync()).PressAsync("Save", ("name", "Kay Moss"), ("relation", "Uncle"));
        await (await AddedAsync()).PressAsync("Save: lives with Child 1", ("name", "Jade Lindley"));
        await (await AddedAsync()).PressAsync("Save: lives with Child 1", ("name", "Una Lindley"), ("address", "2 Low Street"));

        Assert.Equal(["", "1 Low Street", "2 Low Street"],
            (await host.Clerk.LoadAsync(Id, default)).Adults.Select(adult => adult.Details.Address));
        Task<PartHost.Screen> AddedAsync() => host.OpenAsync(
            Priya, new("", PersonPart.Id.Open, new PersonPart.Form(Id.Value, New: PersonPart.Adult)));
    }

    [Fact]
    public async Task Another_detail_put_right_leaves_it_as_confidential_as_it_was()
    {
        await (await host.OpenAsync(Priya, Ash)).PressAsync("Save", ("aliases", "Ashley"));

        var child = (await host.Clerk.LoadAsync(Id, default)).Children[0];
        Assert.Equal(("Ashley", Refuge), (child.Details.Aliases, child.Details.Address));
        Assert.Equal(Audience.Only(Agency.SocialCare, Agency.Police), child.Address.Audience);
    }

    [Fact]
    public async Task Nobody_has_to_say_anything_where_it_is_for_all()
    {
        await (await host.OpenAsync(Priya, Ash)).PressAsync("Save", ("address", "1 Low Street"), ("marking", "professionals"));
        var form = await host.OpenAsync(Priya, new("", PersonPart.Id.Open, new PersonPart.Form(Id.Value, New: PersonPart.Adult)));

        await form.PressAsync("Save", ("name", "Jade Lindley"));

        Assert.False((await host.Clerk.LoadAsync(Id, default)).Adults[0].Address.IsConfidential);
    }

    private static PartButton Ash => new("", PersonPart.Id.Open, new PersonPart.Form(Id.Value, Child1.Value));

    private async Task<string> SearchedByAsync(Participant reader)
    {
        var shown = await host.OpenAsync(reader, new("", WhoToCheckPart.Id.Open, new { Case = Id.Value }));
        return CardJson.Write(shown.Card);
    }
}
