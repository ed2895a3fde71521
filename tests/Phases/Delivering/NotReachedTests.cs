using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Obligations;
using StrategyBot.Phases;
using StrategyBot.Phases.Delivering;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Phases.Reviewing;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Delivering;

/// <summary>Whom their address does not reach, who hears of it, and how it is put right (R81).</summary>
public sealed class NotReachedTests
{
    private const string Key = "minuting/distribute/meeting-1/1/person-4";

    [Fact]
    public void What_came_back_is_told_to_chair_and_social_worker_once_for_each_address()
    {
        var given = Returned(AConvenedCase(), Grace, Key, Effect.CameBack);
        Assert.Equal([Priya.Id, Tom.Id], TellNotReachedDuty.Owes(given.Case).Select(owed => owed.To!.Value));
        var keys = TellNotReachedDuty.Owes(given.Case).Select(owed => owed.Key).ToList();
        Returned(given, Grace, "hub/asked/meeting-1/person-4", Effect.CameBack);
        Assert.Equal(keys, TellNotReachedDuty.Owes(given.Case).Select(owed => owed.Key));
        Assert.DoesNotContain(keys, key => key.Contains('@', StringComparison.Ordinal));

        var card = CardJson.Write(TellNotReachedDuty.Card(given.Case, Grace.Id));
        Assert.Contains($"{Grace.Described} was not reached: the mail came back. Ring {Grace.Phone}.", card, StringComparison.Ordinal);
        Assert.DoesNotContain(Grace.Mail, card, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_was_refused_is_told_and_a_service_that_refused_is_not()
    {
        Assert.False(Assert.Single(NotReached.Of(Returned(AConvenedCase(), Grace, Key, "ErrorInvalidRecipients").Case)).CameBack);
        Assert.Empty(NotReached.Of(Returned(AConvenedCase(), Grace, Key, "Authorization_RequestDenied").Case));
        Assert.Empty(NotReached.Of(Returned(AConvenedCase(), Grace, Key, RefusedEffect.NoAddress).Case));
    }

    [Fact]
    public void Once_the_address_is_another_or_they_are_taken_off_nobody_is_told()
    {
        var given = Returned(AConvenedCase(), Grace, Key, Effect.CameBack);
        given.Fact(new ParticipantAdded(Grace with { Mail = "grace.adeyemi@trust.example" }) { Meeting = FirstMeeting });
        Assert.Empty(NotReached.Of(given.Case));
        given = Returned(AConvenedCase(), Grace, Key, Effect.CameBack);
        given.Fact(new ParticipantRemoved(Grace.Id, "Moved.") { Meeting = FirstMeeting });
        Assert.Empty(NotReached.Of(given.Case));
    }

    [Fact]
    public void An_address_is_whole_new_and_nobody_elses()
    {
        var given = Returned(AConvenedCase(), Grace, Key, Effect.CameBack);
        given.When(c => AddressPart.Decide(c, null, "grace")).Saying("Choose whose address it is.", "Give a whole mail address.");
        given.When(c => AddressPart.Decide(c, Grace.Id.Value, Grace.Mail.ToUpperInvariant()))
            .Then(new CannotBe("That is the address that did not reach them.") { Field = "mail" });
        given.When(c => AddressPart.Decide(c, Grace.Id.Value, Sam.Mail))
            .Then(new CannotBe($"{Sam.Name} has that address.") { Field = "mail" });
        // Of whom nobody knows that they are not reached, nothing is changed here.
        given.When(c => AddressPart.Decide(c, Sam.Id.Value, "sam@police.example"))
            .Then(new CannotBe("Choose whose address it is.") { Field = "person" });
        Assert.Equal("grace.adeyemi@trust.example", given.Decided(c => AddressPart.Decide(c, Grace.Id.Value, "grace.adeyemi@trust.example"))
            .Case.Find(Grace.Id)!.Mail);
    }

    [Fact]
    public void Each_letter_that_comes_back_makes_the_next_another_letter()
    {
        var given = Returned(AConvenedCase(), Grace, Key, Effect.CameBack);
        Assert.Equal(1, given.Case.Effects[Key].Returns);
        given.Fact(new EffectSending(Key));
        Assert.Equal(1, given.Case.Effects[Key].Returns);
        given.Settled(given.Now, new EffectSettled(Key, EffectOutcome.GivenUp, "", "Forbidden"));
        Assert.Equal(1, given.Case.Effects[Key].Returns);
        given.Settled(given.Now, new EffectSettled(Key, EffectOutcome.Delivered, "mail", "AAMk-2"));
        given.Fact(new EffectSending(Key));
        Assert.Equal(1, given.Case.Effects[Key].Returns);
        Returned(given, Grace, Key, Effect.CameBack);
        Assert.Equal(2, given.Case.Effects[Key].Returns);
        Assert.Equal($"It came back. Not delivered. Ring {Grace.Phone}.", SentLine.Of(given.Case.Effects[Key], Grace, Words));
    }

    /// <summary>A quarter of an hour after the last go out, then each two hours for three days; where all went by Teams, not at all.
    /// </summary>
    [Fact]
    public void The_mailbox_is_looked_at_for_as_long_as_a_letter_may_come_back()
    {
        var given = AConvenedCase();
        Assert.Null(ReturnedMailWatch.Over(given.Case));
        given.Settled(Dates.Local("2026-11-25 10:00"), new EffectSettled(Key, EffectOutcome.Delivered, "personal-chat", "1"));
        Assert.Null(ReturnedMailWatch.Over(given.Case));
        given.Settled(Dates.Local("2026-11-25 10:30"), new EffectSettled($"{Key}5", EffectOutcome.Delivered, "mail", "AAMk-1"));
        given.Settled(Dates.Local("2026-11-25 12:00"), new EffectSettled($"{Key}6", EffectOutcome.PossiblyRepeated, "mail", "AAMk-2"));
        // Of one go: whatever follows puts the look at it off no further.
        given.Settled(Dates.Local("2026-11-25 12:14"), new EffectSettled($"{Key}7", EffectOutcome.Delivered, "mail", "AAMk-3"));
        Assert.Equal(new(Dates.Local("2026-11-25 12:15"), Dates.Local("2026-11-28 12:14"), TimeSpan.FromHours(2)),
            ReturnedMailWatch.Over(given.Case));
    }

    private static Given Returned(Given given, Participant whom, string key, string code) =>
        given.Settled(given.Now, new EffectSettled(key, EffectOutcome.GivenUp, "", code)
        {
            Cause = RefusedEffect.CauseOf(given.Case, new(key, default) { To = whom.Id }),
        });
}
