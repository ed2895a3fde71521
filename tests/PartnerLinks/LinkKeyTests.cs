using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.PartnerLinks;
using StrategyBot.Starting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.PartnerLinks;

public sealed class LinkKeyTests
{
    private const string Letter = "convening/invite/meeting-1/person-4";
    private static readonly byte[] First = [.. Enumerable.Range(0, LinkKey.Bytes).Select(i => (byte)i)];
    private static readonly byte[] Second = new byte[LinkKey.Bytes];
    private static readonly LinkKey Key = new(("", First));
    private static readonly LinkHolder Grace = new(Given.Id, Given.Grace.Id);
    private static readonly DateTimeOffset Noon = Dates.Local("2026-11-25 12:00");
    private static readonly PersonalLink Link = new("hash", Given.Grace.Id, null, LinkPurpose.Call, Letter, Noon) { Nonce = "a nonce" };

    [Fact]
    public void A_token_is_made_of_the_key_and_of_what_was_drawn_for_its_link()
    {
        var token = Key.Token(Grace, Letter, "a nonce");

        Assert.Equal(43, token.Length);
        Assert.Equal(token, Key.Token(Grace, Letter, "a nonce"));
        Assert.NotEqual(token, Key.Token(Grace, Letter, "another nonce"));
        Assert.NotEqual(token, Key.Token(Grace, "links/send/person-4/1", "a nonce"));
        Assert.NotEqual(token, Key.Token(new(Given.Id, Given.Sam.Id), Letter, "a nonce"));
        Assert.NotEqual(token, new LinkKey(("", Second)).Token(Grace, Letter, "a nonce"));
        Assert.NotEqual(Ticket.Draw(), Ticket.Draw());
    }

    [Fact]
    public void A_former_key_knows_its_links_again_and_makes_no_more()
    {
        var (before, after) = (new LinkKey(("one", First)), new LinkKey(("two", Second), ("one", First)));
        var token = before.Token(Grace, Letter, "a nonce");
        var link = Link with { TokenHash = Ticket.Hash(token), Key = "one" };

        Assert.Equal(("one", "two"), (before.Current, after.Current));
        Assert.Equal(token, after.Remake(new Case(Given.Id), link));
        Assert.NotEqual(token, after.Token(Grace, Letter, "a nonce"));
        Assert.Null(new LinkKey(("two", Second)).Remake(new Case(Given.Id), link));
        Assert.Null(new LinkKey(("two", First)).Remake(new Case(Given.Id), link));
    }

    [Fact]
    public void The_key_of_before_there_were_ids_is_found_whatever_it_is_called_now()
    {
        var token = Key.Token(Grace, Letter, "a nonce");
        var link = Link with { TokenHash = Ticket.Hash(token) };

        Assert.Null(Key.Current);
        Assert.Equal(token, new LinkKey(("two", Second), ("one", First)).Remake(new Case(Given.Id), link));
    }

    [Fact]
    public void A_challenge_is_known_again_for_its_own_token_only()
    {
        var challenge = Key.Challenge("hash", Noon, Noon.AddDays(1));

        Assert.Equal((Noon, Noon.AddDays(1)), (Key.Read(challenge, "hash")!.Wall, Key.Read(challenge, "hash")!.Clock));
        Assert.NotNull(new LinkKey(("two", Second), ("", First)).Read(challenge, "hash"));
        Assert.Null(new LinkKey(("two", Second)).Read(challenge, "hash"));
        Assert.Null(Key.Read(challenge, "another"));
        Assert.Null(Key.Read("nonsense", "hash"));
        Assert.Null(Key.Read("%%%", "hash"));
        Assert.Null(Key.Read((challenge[0] == 'A' ? 'B' : 'A') + challenge[1..], "hash"));
        Assert.DoesNotContain(Convert.ToBase64String(First), $"{Key.Read(challenge, "hash")}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_has_six_digits_and_belongs_to_one_challenge_and_one_link()
    {
        var challenge = Key.Read(Key.Challenge("hash", Noon, Noon), "hash")!;

        Assert.Matches("^[0-9]{6}$", LinkKey.Code(challenge, Link));
        Assert.True(LinkKey.IsCode(challenge, Link, LinkKey.Code(challenge, Link)));
        Assert.False(LinkKey.IsCode(challenge, Link, ""));
        // Of a link whose nonce isn't known, the key tells no code.
        Assert.NotEqual(LinkKey.Code(challenge, Link), LinkKey.Code(challenge, Link with { Nonce = "another" }));
        Assert.NotEqual(Key.Challenge("hash", Noon, Noon), Key.Challenge("hash", Noon, Noon));
    }

    [Fact]
    public void Codes_of_a_link_that_was_tried_hard_are_longer_from_then_on_and_those_sent_before_go_on_working()
    {
        var tried = Link with { TriedHardAt = Noon };
        var (before, after) = (Key.Read(Key.Challenge("hash", Noon, Noon), "hash")!,
            Key.Read(Key.Challenge("hash", Noon, Noon.AddSeconds(1)), "hash")!);

        Assert.Equal(LinkKey.Code(before, Link), LinkKey.Code(before, tried));
        Assert.Matches("^[0-9]{10}$", LinkKey.Code(after, tried));
    }

    [Fact]
    public void A_place_is_counted_and_not_told()
    {
        Assert.Equal(Key.From("hash", "192.0.2.1"), Key.From("hash", "192.0.2.1"));
        Assert.NotEqual(Key.From("hash", "192.0.2.1"), Key.From("hash", "192.0.2.2"));
        Assert.NotEqual(Key.From("hash", "192.0.2.1"), Key.From("another", "192.0.2.1"));
        Assert.Equal(Key.From("hash", "192.0.2.1"), new LinkKey(("two", Second), ("", First)).From("hash", "192.0.2.1"));
    }

    [Fact]
    public void What_locks_a_devices_text_is_the_holders_own_and_changes_when_their_links_are_revoked()
    {
        var given = Given.AConvenedCase();
        var before = Key.Keeps(given.Case, Given.Grace.Id);

        Assert.Equal(before, Key.Keeps(given.Case, Given.Grace.Id));
        Assert.Equal(before, new LinkKey(("two", Second), ("", First)).Keeps(given.Case, Given.Grace.Id));
        Assert.NotEqual(before, Key.Keeps(given.Case, Given.Sam.Id));
        Assert.NotEqual(before, Key.Keeps(given.Fact(new LinksRevoked(Given.Grace.Id)).Case, Given.Grace.Id));
    }
}
