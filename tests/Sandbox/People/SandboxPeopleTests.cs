using StrategyBot.Sandbox.People;

namespace StrategyBot.Tests.Sandbox.People;

public sealed class SandboxPeopleTests
{
    [Fact]
    public void Everybody_is_fictional_and_unreachable() =>
        Assert.All(SandboxPeople.All.Concat(SandboxPeople.Mailboxes),
            person => Assert.EndsWith(".example", person.Mail, StringComparison.Ordinal));

    [Fact]
    public void Nobody_shares_an_id_with_another() =>
        Assert.Equal(12,
            SandboxPeople.All.Concat(SandboxPeople.Mailboxes).SelectMany(p => new[] { p.Id, p.AadObjectId, p.Mail }).Distinct()
                .Count() / 3);

    [Theory]
    [InlineData("chair")]
    [InlineData("Priya.Nair@council.example")]
    [InlineData("aaaaaaaa-0000-4000-8000-000000000001")]
    [InlineData("29:aaaaaaaa-0000-4000-8000-000000000001")]
    public void A_person_answers_to_every_id_of_hers(string called) => Assert.Equal("Priya Nair", SandboxPeople.Find(called)?.Name);

    [Fact]
    public void A_stranger_is_nobody() => Assert.Null(SandboxPeople.Find("nobody"));
}
