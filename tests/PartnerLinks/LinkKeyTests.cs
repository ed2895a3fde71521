using StrategyBot.Cases;
using StrategyBot.PartnerLinks;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.PartnerLinks;

public sealed class LinkKeyTests
{
    private static readonly LinkKey Key = new(Enumerable.Range(0, LinkKey.Bytes).Select(i => (byte)i).ToArray());
    private static readonly LinkHolder Grace = new(Given.Id, Given.Grace.Id);
    private static readonly DateTimeOffset Noon = Dates.Local("2026-11-25 12:00");

    [Fact]
    public void A_letter_sent_again_carries_the_same_link_and_every_other_letter_another()
    {
        var token = Key.Token(Grace, "convening/invite/meeting-1/person-4", 0);

        Assert.Equal(43, token.Length);
        Assert.Equal(token, Key.Token(Grace, "convening/invite/meeting-1/person-4", 0));
        Assert.NotEqual(token, Key.Token(Grace, "links/send/person-4/1", 0));
        Assert.NotEqual(token, Key.Token(Grace, "convening/invite/meeting-1/person-4", 1));
        Assert.NotEqual(token, Key.Token(new(Given.Id, Given.Sam.Id), "convening/invite/meeting-1/person-4", 0));
        Assert.NotEqual(token, new LinkKey(new byte[LinkKey.Bytes]).Token(Grace, "convening/invite/meeting-1/person-4", 0));
    }

    [Fact]
    public void A_challenge_is_known_again_for_its_own_token_only()
    {
        var challenge = Key.Challenge("hash", Noon);

        Assert.Equal(Noon, Key.ChallengedAt(challenge, "hash"));
        Assert.Null(Key.ChallengedAt(challenge, "another"));
        Assert.Null(Key.ChallengedAt("nonsense", "hash"));
        Assert.Null(Key.ChallengedAt("%%%", "hash"));
        Assert.Null(Key.ChallengedAt((challenge[0] == 'A' ? 'B' : 'A') + challenge[1..], "hash"));
    }

    [Fact]
    public void A_code_has_six_digits_and_belongs_to_one_challenge()
    {
        var challenge = Key.Challenge("hash", Noon);

        Assert.Matches("^[0-9]{6}$", Key.Code(challenge));
        Assert.True(Key.IsCode(challenge, Key.Code(challenge)));
        Assert.False(Key.IsCode(challenge, ""));
        Assert.Equal(2, new HashSet<string>([challenge, Key.Challenge("hash", Noon)]).Count);
    }

    [Fact]
    public void A_session_that_this_key_did_not_seal_is_none()
    {
        var cookie = Key.Seal("SB-2026-014\nperson-4\nhash");

        Assert.Equal("SB-2026-014\nperson-4\nhash", Key.Unseal(cookie));
        Assert.Null(Key.Unseal(new LinkKey(new byte[LinkKey.Bytes]).Seal("SB-2026-014\nperson-4\nhash")));
        Assert.Null(Key.Unseal(cookie.Replace('.', '!')));
        Assert.Null(Key.Unseal($"x{cookie}"));
        Assert.Null(Key.Unseal(null));
        Assert.Null(Key.Unseal(""));
    }
}
