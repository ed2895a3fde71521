using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases;
using StrategyBot.Phases.Answering;
using StrategyBot.Phases.Assessing;
using StrategyBot.Phases.FollowingUp;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Assessing;

/// <summary>Whoever stands in is the author of what they say; and an agency that came is not missing.</summary>
public sealed class SpeakerTests
{
    [Fact]
    public async Task What_a_duty_inspector_rings_in_stands_under_their_name_and_not_under_the_absent_sergeants()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(Given.AConvenedCase());

        var form = await host.PressAsync(Given.Priya, "assessing/speaker", new() { ["case"] = Given.Id.Value });
        var saved = await form.PressAsync("Save",
            ("of", WordTables.ValueOf(Agency.Police)), ("name", "Dev Patel"), ("jobTitle", "Duty Inspector"));
        var @case = await host.Clerk.LoadAsync(Given.Id, default);
        var inspector = @case.Participants[^1];
        var enter = await host.OpenAsync(Given.Priya, InformationPart.Button(@case, inspector));
        await enter.PressAsync(enter.Buttons[0].Title, ("text", "Two calls this year."), ("marking", "professionals"));
        @case = await host.Clerk.LoadAsync(Given.Id, default);

        Assert.Contains("Dev Patel, Duty Inspector, Police", saved.Text, StringComparison.Ordinal);
        var said = Assert.Single(@case.Meeting.Assessment.Information);
        Assert.Equal(inspector.Id, said.Participant);
        Assert.Contains("Dev Patel, Duty Inspector, Police; typed by Priya Nair",
            MinutesDraft.Of(@case).Single(paragraph => paragraph.Text.Contains("Two calls", StringComparison.Ordinal)).Author,
            StringComparison.Ordinal);
        Assert.DoesNotContain(inspector, @case.Invited);
        Assert.False(@case.IsOpenTo(inspector));
    }

    [Fact]
    public async Task A_note_for_an_agency_of_which_nobody_came_is_the_chairs_word_of_it()
    {
        using var host = new PartHost(services => services.AddSingleton<CommandCase>());
        await host.Cases.HaveAsync(Given.AConvenedCase().At("2026-11-25 14:00")
            .Fact(new MeetingStarted(Via.Form) { Meeting = Given.FirstMeeting }));

        await host.TypeAsync(Given.Priya, "note police: Two calls this year.");
        var @case = await host.Clerk.LoadAsync(Given.Id, default);

        var said = Assert.Single(@case.Meeting.Assessment.Information);
        Assert.Equal((Given.Priya.Id, Agency.Police), (said.Participant, said.Agency));
    }

    [Fact]
    public void A_deputy_who_answers_for_the_owner_of_an_action_says_it_themselves()
    {
        var ann = Given.Sam with
        {
            Id = new("person-8"),
            Name = "Ann Cole",
            Person = PersonId.Of("police", "object-8"),
            DeputyFor = Given.Sam.Id,
        };
        var given = Given.AConvenedCase().Fact(new ParticipantAdded(ann), new ActionAgreed(new("action-1"), ActionKind.Action, "Visit.",
            Given.Sam.Id, Given.AConvenedCase().Now, "", "")
        { Meeting = Given.FirstMeeting });
        given.By(ann).Decided(@case => ActionAnswerRule.AcceptAll(@case, ann, null));

        Assert.Null(given.Entries[^1].Fact.OnBehalfOf);
        Assert.Equal("accepted, by Ann Cole",
            ActionAnswerDrawing.Say(given.Case, Assert.Single(given.Case.Meeting.Plan.Actions), Given.Words));
    }

    [Fact]
    public void A_deputys_words_do_not_become_the_next_deputys_by_one_address()
    {
        var ann = Given.Sam with
        {
            Id = new("person-8"),
            Name = "Ann Cole",
            Person = PersonId.Of("police", "object-8"),
            DeputyFor = Given.Sam.Id,
            Mail = "duty@police.example",
        };
        var given = Given.AConvenedCase().Fact(new ParticipantAdded(ann));

        Assert.Contains("Ann Cole", given.When(@case => InvitationRule.NameDeputy(@case, Given.Sam,
            new(Given.Id.Value, "Bea Dunn", "duty@police.example", "Inspector"))).Refused<CannotBe>().Say(Given.Words),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_agency_that_came_late_is_not_called_missing_and_is_asked_for_its_view()
    {
        var given = Given.AConvenedCase().At("2026-11-25 14:00")
            .Fact(new MeetingStarted(Via.Form) { Meeting = Given.FirstMeeting })
            .Fact([.. new[] { Given.Priya, Given.Grace }
                .Select(person => new ArrivalNoted(person.Id, Via.Roster) { Meeting = Given.FirstMeeting })])
            .Fact(new QuorumGapExplained(Agency.Police, "Did not answer", "Desk, 13:50", "Desk") { Meeting = Given.FirstMeeting });
        Assert.DoesNotContain(ViewRule.Missing(given.Case), missing => missing.Agency == Agency.Police);

        given.At("2026-11-25 14:20").Fact(new ArrivalNoted(Given.Sam.Id, Via.Roster) { Meeting = Given.FirstMeeting });

        Assert.Contains(ViewRule.Missing(given.Case), missing => missing.Agency == Agency.Police);
        Assert.Contains(Agency.Police, InformationRule.Missing(given.Case));
        var attendance = string.Join('\n', MinutesDraft.Of(given.Case).Where(one => one.Section == "Attendance").Select(one => one.Text));
        Assert.Contains("all 3 core agencies were there", attendance, StringComparison.Ordinal);
        Assert.DoesNotContain("Police was missing", attendance, StringComparison.Ordinal);
        Assert.Contains("Police was there. Said while it was missing: Did not answer", attendance, StringComparison.Ordinal);
    }
}
