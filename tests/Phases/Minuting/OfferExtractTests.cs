using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases;
using StrategyBot.Phases.Minuting;
using StrategyBot.Protocols.Cards;
using StrategyBot.Starting;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Minuting;

/// <summary>What goes on one child's file is fetched as the minutes are (P9).</summary>
public sealed class OfferExtractTests
{
    [Fact]
    public async Task Beside_the_document_there_is_one_for_each_child()
    {
        using var host = await HostAsync(ADrawnMeeting.Approved());
        var offer = await host.PressAsync(Ruth, OfferDocument.Verb, CardJson.Sent(OfferDocument.Button(
            await CaseAsync(host), (await CaseAsync(host)).Meeting, 1).Data));
        Assert.Equal(["Child 1 alone", "Child 2 alone"],
            offer.Card!.Actions.OfType<SubmitAction>().Select(action => action.Title).Where(title => title.EndsWith("alone",
                StringComparison.Ordinal)));

        var isla = await offer.PressAsync("Child 2 alone");
        Assert.Contains("that child is not on the case any more", (await host.PressAsync(Ruth, OfferExtract.Verb,
            CaseForm.With(await CaseAsync(host), new { Meeting = "meeting-1", Version = 1, Child = "child-9" }))).Text,
            StringComparison.Ordinal);

        Assert.Contains("Version 1 for the file of Child 2", isla.Text, StringComparison.Ordinal);
        Assert.Single(isla.Card!.Actions.OfType<OpenUrlAction>());
        var file = (await WriteAsync(host, Ruth, "meeting-1/1/child-2"))!;
        Assert.Equal("SB-2026-014-version-1-child-2.docx", file.Name);
        var words = DocxWords.Valid(file.Content);
        Assert.Contains("extract for Child 2", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Injury nobody explains.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_one_child_the_minutes_are_the_extract()
    {
        using var host = await HostAsync(ApprovalRuleTests.Approved());
        var @case = await CaseAsync(host);

        var offer = await host.PressAsync(Ruth, OfferDocument.Verb, CardJson.Sent(OfferDocument.Button(@case, @case.Meeting, 1).Data));

        Assert.DoesNotContain(offer.Buttons, button => button.Title.EndsWith("alone", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("meeting-1/1/child-3")]
    [InlineData("meeting-1/2/child-1")]
    [InlineData("meeting-9/1/child-1")]
    [InlineData("meeting-1/0/child-1")]
    [InlineData("child-1")]
    public async Task What_there_is_not_opens_nothing(string about)
    {
        using var host = await HostAsync(ADrawnMeeting.Approved());

        Assert.Null(await WriteAsync(host, Ruth, about));
    }

    [Fact]
    public async Task Business_support_has_one_for_each_record_that_lacks_it()
    {
        using var host = await HostAsync(ApprovalRuleTests.Approved(children: 2));
        var offer = await host.PressAsync(Jo, OfferToEnter.Verb, CaseForm.With(await CaseAsync(host), new { }));
        var one = await offer.PressAsync("Child 1 alone");
        Assert.Contains("Version 1 for the record of Child 1", one.Text, StringComparison.Ordinal);
        Assert.Equal("SB-2026-014-version-1-child-1.docx", (await ToEnterAsync(host, "child-1"))!.Name);
        Assert.Equal("SB-2026-014-version-1.docx", (await ToEnterAsync(host, ""))!.Name);

        await host.Clerk.RecordAsync(Id, "entered", _ => [new MinutesEntered(1) { Child = Child1, Meeting = FirstMeeting }], default);
        offer = await host.PressAsync(Jo, OfferToEnter.Verb, CaseForm.With(await CaseAsync(host), new { }));

        Assert.Equal(["Child 2 alone"], offer.Buttons.Select(button => button.Title)
            .Where(title => title.EndsWith("alone", StringComparison.Ordinal)));
    }

    private static async Task<PartHost> HostAsync(Given given)
    {
        var host = new PartHost(services =>
        {
            PartHost.FakeOutside(services);
            services.AddSingleton(new PublicAddress(() => "https://bot.example"));
        });
        await host.Cases.HaveAsync(given);
        return host;
    }

    private static Task<Case> CaseAsync(PartHost host) => host.Clerk.LoadAsync(Id, default);

    private static async Task<PaperFile?> WriteAsync(PartHost host, Participant reader, string about) =>
        await new ExtractFile(Words).WriteAsync(null!,
            (await host.Clerk.ReadAsync(Asking(reader), Id, Capability.ReadMinutes, null, default))!, about, host.Clock.GetUtcNow(), true,
            default);

    private static async Task<PaperFile?> ToEnterAsync(PartHost host, string about) =>
        await new ToEnterFile(new(new(null, []), Words), Words).WriteAsync(
            null!, (await host.Clerk.ReadAsync(Asking(Jo), Id, EnteringPart.Needs, null, default))!, about, host.Clock.GetUtcNow(), true,
            default);

    private static Asker Asking(Participant reader) => new(reader.Person!.Value, reader.Name, reader.Mail, reader.ChannelId ?? "");
}
