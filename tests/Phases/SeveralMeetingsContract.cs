using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Obligations;
using StrategyBot.Phases.Planning;
using StrategyBot.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;
using static StrategyBot.Tests.TestKit.SeveralMeetings;

namespace StrategyBot.Tests.Phases;

/// <summary>Two meetings on one case: November's, written up, and March's, which another chairs (design §3.1).</summary>
public abstract class SeveralMeetingsContract : TwoStores
{
    [NodeFact]
    public async Task A_new_chair_in_March_is_not_Novembers()
    {
        var @case = await (await HostAsync()).Clerk.LoadAsync(Id, default);

        Assert.Equal(Priya.Id, @case.About(FirstMeeting)!.Chair.Id);
        Assert.Equal(Helen.Id, @case.About(Second)!.Chair.Id);
        Assert.DoesNotContain(Role.Chair, @case.About(FirstMeeting)!.Find(Helen.Id)!.Roles);
        Assert.DoesNotContain(Role.Chair, @case.About(Second)!.Find(Priya.Id)!.Roles);
    }

    [NodeFact]
    public async Task Each_is_invited_to_their_own_meeting_and_gets_no_others_minutes()
    {
        var @case = await (await HostAsync()).Clerk.LoadAsync(Id, default);

        Assert.Contains(@case.About(FirstMeeting)!.Invited, person => person.Id == Sam.Id);
        Assert.DoesNotContain(@case.About(FirstMeeting)!.Invited, person => person.Id == Jo.Id);
        Assert.DoesNotContain(@case.About(Second)!.Invited, person => person.Id == Sam.Id);
        Assert.Contains(@case.About(Second)!.Invited, person => person.Id == Jo.Id);
        Assert.True(@case.Find(Sam.Id) is { IsTakenOff: false, IsInvited: true });
    }

    [NodeFact]
    public async Task What_the_first_still_owes_stands_beside_what_the_second_does()
    {
        var @case = await (await HostAsync()).Clerk.LoadAsync(Id, default);
        var duties = new Duties();
        foreach (var phase in Program.Phases.All)
        {
            phase.Duties(duties);
        }

        var owed = duties.OwedBy(@case);

        Assert.Contains(owed, one => one.Key.StartsWith("minuting/draft-ready/meeting-1/", StringComparison.Ordinal)
            && one.To == Priya.Id && one.Meeting == FirstMeeting);
        Assert.Contains(owed, one => one.Key.StartsWith("convening/invite/meeting-2/", StringComparison.Ordinal) && one.Meeting == Second);
        Assert.Equal(owed.Count, owed.Select(one => one.Key).Distinct().Count());
        Assert.Equal(["attending/responses/meeting-2"],
            duties.WatchesOver(@case).Where(watch => watch.Kind == "attending/responses").Select(watch => watch.Key));
        Assert.Single(duties.WatchesOver(@case), watch => watch.Kind == "governing/calendar");
    }

    [NodeFact]
    public async Task A_form_means_the_meeting_that_it_was_drawn_for()
    {
        var host = await HostAsync();
        var march = (await host.Clerk.ReadAsync(AskerOf(Helen), Id, Capability.SeeCase, null, default))!;
        var november = march.About(FirstMeeting)!;

        var second = await host.OpenAsync(Helen, ContingencyPart.Button(march.Case));
        await second.PressAsync("Save", ("text", "Ring the duty desk."));
        var first = await host.OpenAsync(Priya, ContingencyPart.Button(november.Case));
        await first.PressAsync("Save", ("text", "Ring the night team."));

        var now = await host.Clerk.LoadAsync(Id, default);
        Assert.Equal("Ring the duty desk.", now.About(Second)!.Meeting.Plan.Contingency!.Fact.Text);
        Assert.Equal("Ring the night team.", now.About(FirstMeeting)!.Meeting.Plan.Contingency!.Fact.Text);
    }

    [NodeFact]
    public async Task A_card_of_an_earlier_release_means_the_first_meeting()
    {
        var host = await HostAsync();

        await host.PostAsync(Priya, ContingencyPart.Id.Save, ("text", "Ring the night team."));

        var now = await host.Clerk.LoadAsync(Id, default);
        Assert.Equal("Ring the night team.", now.About(FirstMeeting)!.Meeting.Plan.Contingency!.Fact.Text);
        Assert.Null(now.About(Second)!.Meeting.Plan.Contingency);
    }

    [NodeFact]
    public async Task A_meeting_that_the_case_does_not_have_opens_nothing()
    {
        var host = await HostAsync();

        var told = await host.OpenAsync(Helen, new PartButton("", ContingencyPart.Id.Open, new CaseForm($"{Id.Value}/meeting-9")));

        Assert.Equal(new NoSuchCase().Say(Words), told.Text);
    }

    [NodeFact]
    public async Task Who_is_in_one_meeting_only_opens_the_other_no_further_than_a_stranger()
    {
        var host = await HostAsync();
        var clerk = host.Clerk;

        Assert.NotNull(await clerk.ReadAsync(AskerOf(Sam), new(Id, FirstMeeting), Capability.ReadContent, null, default));
        Assert.Null(await clerk.ReadAsync(AskerOf(Sam), new(Id, Second), Capability.SeeCase, null, default));
        // Named by no meeting, the case shows them the one they are in.
        Assert.Equal(FirstMeeting, (await clerk.ReadAsync(AskerOf(Sam), Id, Capability.SeeCase, null, default))!.Case.Meeting.Id);
        Assert.Equal(Second, (await clerk.ReadAsync(AskerOf(Grace), Id, Capability.SeeCase, null, default))!.Case.Meeting.Id);
    }

    [NodeFact]
    public async Task A_typed_line_means_the_chats_meeting_else_the_only_one_else_it_asks()
    {
        var host = await HostAsync();

        await host.TypeAsync(Priya, "start", "19:november");
        Assert.Contains("more than one meeting", (await host.TypeAsync(Grace, "note health: seen well")).Text, StringComparison.Ordinal);
        await host.TypeAsync(Grace, "note SB-2026-014 Heron meeting 2 health: seen well");
        await host.TypeAsync(Helen, "start", "19:march");
        // Sam is in November's only.
        await host.TypeAsync(Sam, "note police: a call in May");

        var now = await host.Clerk.LoadAsync(Id, default);
        Assert.Equal("seen well", Assert.Single(now.About(Second)!.Meeting.Assessment.Information).Text);
        Assert.Equal("a call in May", Assert.Single(now.About(FirstMeeting)!.Meeting.Assessment.Information).Text);
        Assert.NotNull(now.About(Second)!.Meeting.Attendance.StartedAt);
    }

    /// <summary>Danger, and the way to the conference, are of the case: nobody is asked which of its meetings is meant.</summary>
    [NodeFact]
    public async Task A_line_about_the_case_asks_for_no_meeting()
    {
        var host = await HostAsync();

        Assert.Equal("Danger now", (await host.TypeAsync(Grace, "danger")).Title);
        foreach (var line in new[]
        {
            "day5 in time, plan holds, conference yes: seen", "conference 23 Mar 10:00", "conference SB-2026-014 Heron 23 Mar 10:00",
            "report finished", "qa told",
        })
        {
            var told = (await host.TypeAsync(Helen, line)).Text;
            Assert.DoesNotContain("more than one meeting", told, StringComparison.Ordinal);
            Assert.Contains("SB-2026-014 Heron", told, StringComparison.Ordinal);
        }
    }

    [NodeFact]
    public async Task Every_fact_that_is_written_now_names_its_meeting()
    {
        var host = await HostAsync();
        await host.TypeAsync(Helen, "start", "19:march");

        var last = (await host.Cases.Record.ReadAsync(CaseCodec.StreamOf(Id), 0, default))[^1];

        Assert.Equal("meeting-2", last.Envelope.Meeting);
    }

    [NodeFact]
    public async Task Status_says_of_which_meeting_it_speaks()
    {
        var host = await HostAsync();
        host.Clock.Advance(Dates.Local("2027-03-02 10:00") - host.Clock.GetUtcNow());

        var status = (await host.TypeAsync(Priya, "status SB-2026-014 Heron")).Text;

        Assert.Contains("Meeting 1: ", status, StringComparison.Ordinal);
        Assert.Contains("Meeting 2: ", status, StringComparison.Ordinal);
    }

    private static Asker AskerOf(Participant person) => new(person.Person!.Value, person.Name, person.Mail, person.ChannelId!);

    private Task<PartHost> HostAsync() => HostAsync(Two());
}
