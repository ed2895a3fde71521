using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases;
using StrategyBot.Phases.Answering;
using StrategyBot.Phases.Assessing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Assessing;

/// <summary>How far a marking reaches (P6): an answer as far as its words, and a note like a form.</summary>
public sealed class MarkingsTests
{
    private static readonly Audience Police = Audience.PoliceAndSocialCare;

    [Fact]
    public void What_the_police_found_in_their_records_is_not_for_the_school()
    {
        var given = Given.AConvenedCase().By(Given.Sam)
            .Fact(new RecordsSearched(Given.Sam.Id, "child-1", RecordsFound.Found) { Meeting = Given.FirstMeeting });
        var minutes = MinutesDraft.Of(given.Case);

        Assert.DoesNotContain(MinutesCopy.For(minutes, Given.Ruth), Searched);
        Assert.DoesNotContain(MinutesCopy.For(minutes, Given.Grace), Searched);
        Assert.Contains(MinutesCopy.For(minutes, Given.Priya), Searched);
        Assert.Contains(MinutesCopy.For(minutes, Given.Sam), Searched);

        static bool Searched(MinutesParagraph paragraph) => paragraph.Text.Contains("searched its records", StringComparison.Ordinal);
    }

    [Fact]
    public void A_restricted_view_hides_its_answer_too()
    {
        var given = Given.AConvenedCase().By(Given.Sam)
            .Fact(new ViewGiven(Given.Sam.Id, ReasonableCause.Yes, "An earlier case.")
            {
                Meeting = Given.FirstMeeting,
                Child = Given.Child1,
                Audience = Police,
            })
            .Fact(new WrittenUpdateGiven(Given.Sam.Id, "Two calls.") { Meeting = Given.FirstMeeting })
            .By(Given.Priya).Fact(new ViewsRevealed { Meeting = Given.FirstMeeting });

        Assert.DoesNotContain("Sam Whitlock", Views(Given.Ruth), StringComparison.Ordinal);
        Assert.Contains("Sam Whitlock, Detective Sergeant, Police – yes", Views(Given.Priya), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Reasonable cause", Update(Given.Ruth), StringComparison.Ordinal);
        Assert.Contains("Reasonable cause", Update(Given.Priya), StringComparison.Ordinal);

        string Views(Participant reader) => CardJson.Write(
            PartHost.Page(new ViewPart(), given.SeenBy(reader), new(Given.Id.Value), given.Now));
        string Update(Participant reader) => CardJson.Write(
            PartHost.Page(new ReadUpdatePage(), given.SeenBy(reader), new(Given.Id.Value, Given.Sam.Id.Value), given.Now));
    }

    [Fact]
    public void What_somebody_does_about_a_restricted_view_goes_no_further_than_it()
    {
        var given = Given.AConvenedCase().By(Given.Sam)
            .Fact(new ViewGiven(Given.Sam.Id, ReasonableCause.Yes, "")
            {
                Meeting = Given.FirstMeeting,
                Child = Given.Child1,
                Audience = Police,
            })
            .By(Given.Priya).Fact(new ReasonableCauseDecided(ReasonableCause.No, "")
            {
                Meeting = Given.FirstMeeting,
                Child = Given.Child1,
            })
            .By(Given.Sam);

        Assert.Equal(Police, Assert.Single(given
            .When(@case => StanceRule.Take(@case, Given.Sam, @case.Children, Stance.Escalate, "An earlier case.")).Facts).Audience);
    }

    [Theory]
    [InlineData("note health for police: A bruise.", "Only Children's social care, Police, Health")]
    [InlineData("note for police and health: A bruise.", "Only Children's social care, Police, Health")]
    [InlineData("note health: A bruise.", "Professionals at this meeting")]
    public async Task A_note_says_for_whom_it_is(string line, string marking)
    {
        using var host = await HostAsync();

        await host.TypeAsync(Given.Priya, line);

        Assert.Equal(marking, Assert.Single((await host.Clerk.LoadAsync(Given.Id, default)).Meeting.Assessment.Information).Audience.Say());
    }

    [Fact]
    public async Task A_note_for_somebody_who_is_no_agency_is_not_read_as_for_everybody()
    {
        using var host = await HostAsync();

        var answer = await host.TypeAsync(Given.Priya, "note health for the neighbours: A bruise.");

        Assert.Contains("I can't tell who may read it", answer.Text, StringComparison.Ordinal);
        Assert.Empty((await host.Clerk.LoadAsync(Given.Id, default)).Meeting.Assessment.Information);
    }

    [Fact]
    public void A_heading_that_is_withheld_does_not_say_that_nothing_is_held() => Assert.Equal(
        new HeadingAnswered("cause", new(AnswerKind.Known, [], "")),
        new HeadingAnswered("cause", new(AnswerKind.NothingHeld, [], "PNC, by Sam.")).Withheld());

    private static async Task<PartHost> HostAsync()
    {
        var host = new PartHost(services => services.AddSingleton<CommandCase>());
        await host.Cases.HaveAsync(Given.AConvenedCase());
        return host;
    }
}
