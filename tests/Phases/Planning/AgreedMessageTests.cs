using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Planning;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Planning;

/// <summary>At <em>Agree</em> each person hears once: the outcome, what is theirs, and the answer to a referral (P25).</summary>
public sealed class AgreedMessageTests
{
    private static readonly string[] Everything = ["tell-holder/meeting-1/person-5"];

    [Fact]
    public void Whoever_referred_holds_a_child_and_has_actions_hears_of_it_all_in_one_message()
    {
        var given = Agreed(Action(1, Ruth), Holds(Ruth));

        Assert.Equal(Everything, Owed(given));
        var card = Told(given, Ruth);
        Assert.Contains("What your agency referred was received and discussed.", card, StringComparison.Ordinal);
        Assert.Contains("You hold a child until the outcome of the meeting is known.", card, StringComparison.Ordinal);
        Assert.Contains("Look for records.", card, StringComparison.Ordinal);
        Assert.Contains("Accept all of mine", card, StringComparison.Ordinal);
        Assert.Contains("if anything changes: ring Priya Nair, Team Manager, ", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_referred_and_has_actions_hears_of_both_in_one_message()
    {
        var given = Agreed(Action(1, Ruth), Action(2, Sam));

        Assert.Equal(["tell-owner/meeting-1/person-5", "tell-owner/meeting-1/person-3"], Owed(given));
        Assert.Contains("received and discussed", Told(given, Ruth), StringComparison.Ordinal);
        Assert.DoesNotContain("received and discussed", Told(given, Sam), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_referred_and_has_nothing_to_do_gets_an_answer_all_the_same()
    {
        var given = Agreed(Action(1, Sam));

        Assert.Contains("tell-referrer/meeting-1/person-5", Owed(given));
        Golden.Json(Told(given, Ruth));
    }

    [Fact]
    public void Where_nobody_agrees_the_plan_the_answer_comes_at_the_end_and_not_again_with_the_plan()
    {
        var given = Begin().Fact(new MeetingEnded(Via.Chair) { Meeting = FirstMeeting });
        Assert.Equal(["tell-referrer/meeting-1/person-5"], Owed(given));
        Assert.Contains("The plan isn't agreed yet.", Told(given, Ruth), StringComparison.Ordinal);

        given.Fact(new EffectSending("planning/tell-referrer/meeting-1/person-5"), Action(1, Sam)).At("2026-11-30 12:00")
            .Fact(new ImmediatePlanAgreed { Meeting = FirstMeeting });

        Assert.Equal(["tell-owner/meeting-1/person-3", "tell-referrer/meeting-1/person-5"], Owed(given));
    }

    [Fact]
    public void What_comes_later_does_not_have_anybody_told_the_same_again()
    {
        var given = Agreed(Action(1, Ruth), Holds(Ruth)).Fact(new EffectSending("planning/tell-holder/meeting-1/person-5"))
            .Fact(Holds(Grace), new ActionWithdrawn(new("action-1"), "") { Meeting = FirstMeeting });

        Assert.Equal(["tell-holder/meeting-1/person-4"], Owed(given).Where(key => !key.Contains("withdrawn", StringComparison.Ordinal)));
        Assert.Contains(TellWithdrawnDuty.Owes(given.Case), owed => owed.To == Ruth.Id);
    }

    [Fact]
    public void A_plan_of_an_earlier_release_is_told_as_it_was()
    {
        var given = Begin("2026-11-25 14:50").Fact(Action(1, Grace), Holds(Grace)).Fact(new ImmediatePlanAgreed { Meeting = FirstMeeting });

        Assert.Equal(["tell-holder/meeting-1/person-4", "tell-owner/meeting-1/person-4"],
            [.. TellHolderDuty.Owes(given.Case).Concat(TellOwnerDuty.Owes(given.Case)).Select(owed => owed.Key["planning/".Length..])]);
    }

    [Fact]
    public void A_referrer_of_the_family_gets_none_and_neither_does_social_care()
    {
        foreach (var from in new[] { Begun.Circumstances with { Referrer = null, ReferredPrivately = PrivateReferrer.Family },
            Begun.Circumstances with { Referrer = Agency.SocialCare } })
        {
            var given = AConvenedCase().Fact(from).At("2026-11-30 10:55").Fact(Action(1, Sam))
                .Fact(new ImmediatePlanAgreed { Meeting = FirstMeeting });

            Assert.DoesNotContain(Owed(given), key => key.StartsWith("tell-referrer", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_is_marked_for_others_is_in_no_message()
    {
        var watch = Action(1, Ruth) with { What = "Quiet watch.", Audience = new(Marking.NamedAgencies, [Agency.Police]) };

        // To whoever holds a child, and to whoever only has it to do.
        Assert.All([Agreed(watch, Holds(Ruth)), Agreed(watch)],
            given => Assert.DoesNotContain("Quiet watch", Told(given, Ruth), StringComparison.Ordinal));
    }

    private static string Told(Given given, Participant to) => CardJson.Write(AgreedMessage.For(given.Case, to, Words).Card);

    private static Given Begin(string at = "2026-11-30 10:40") => AConvenedCase().Fact(Begun.Circumstances).At(at);

    private static Given Agreed(params Fact[] facts) =>
        Begin().Fact(facts).At("2026-11-30 10:55").Fact(new ImmediatePlanAgreed { Meeting = FirstMeeting });

    private static HolderNamed Holds(Participant who) => new(who.Id) { Meeting = FirstMeeting, Child = Child1 };

    private static ActionAgreed Action(int number, Participant owner) =>
        new(new($"action-{number}"), ActionKind.Action, "Look for records.", owner.Id, Dates.Local("2026-11-30 17:00"), "", "")
        {
            Meeting = FirstMeeting,
        };

    /// <summary>What is still owed of it.</summary>
    private static IReadOnlyList<string> Owed(Given given) =>
    [
        .. TellHolderDuty.Owes(given.Case).Concat(TellOwnerDuty.Owes(given.Case)).Concat(TellReferrerDuty.Owes(given.Case))
            .Where(owed => owed.DueAt >= TellReferrerDuty.Since).Select(owed => owed.Key["planning/".Length..]),
    ];
}
