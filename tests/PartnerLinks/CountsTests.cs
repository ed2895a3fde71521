using StrategyBot.PartnerLinks;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.PartnerLinks;

public sealed class CountsTests
{
    private static readonly DateTimeOffset Noon = Dates.Local("2026-11-25 12:00");

    [Fact]
    public void Each_name_is_counted_by_itself_within_its_window()
    {
        var counts = new Counts(TimeSpan.FromMinutes(1));
        counts.Add("", "junk", Noon);

        Assert.Equal((1, Noon), counts.Add("link", "hers", Noon));
        Assert.Equal((2, Noon), counts.Add("link", "hers", Noon.AddSeconds(59)));
        Assert.Equal((1, Noon.AddSeconds(60)), counts.Add("link", "hers", Noon.AddSeconds(60)));
    }

    [Fact]
    public void A_flood_of_names_fills_no_memory_and_takes_the_oldest_place()
    {
        var counts = new Counts(TimeSpan.FromMinutes(1), most: 100);
        for (var name = 0; name < 100_000; name++)
        {
            counts.Add("", $"junk {name}", Noon.AddTicks(name));
            Assert.InRange(counts.Known, 1, 100);
        }

        counts.Add("link", "hers", Noon.AddSeconds(1));
        Assert.Equal(2, counts.Add("link", "hers", Noon.AddSeconds(2)).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a stranger's own link")]
    public void Nobody_puts_out_anothers_count_by_many_names(string of)
    {
        var counts = new Counts(TimeSpan.FromMinutes(15), most: 100);
        counts.Add("link", "hers", Noon);
        for (var name = 0; name < 1_000; name++)
        {
            counts.Add(of, $"junk {name}", Noon.AddTicks(name));
        }

        Assert.True(counts.Knows("link", "hers", Noon.AddSeconds(1)));
        Assert.Equal(2, counts.Add("link", "hers", Noon.AddSeconds(1)).Count);
        Assert.False(counts.Knows("link", "hers", Noon.AddMinutes(15)));
        Assert.Equal((1, Noon.AddMinutes(15)), counts.Add("link", "hers", Noon.AddMinutes(15)));
    }
}
