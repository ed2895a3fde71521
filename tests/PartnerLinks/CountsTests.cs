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
        counts.Add("junk", Noon);

        Assert.Equal((1, Noon), counts.Add("hers", Noon));
        Assert.Equal((2, Noon), counts.Add("hers", Noon.AddSeconds(59)));
        Assert.Equal((1, Noon.AddSeconds(60)), counts.Add("hers", Noon.AddSeconds(60)));
    }

    [Fact]
    public void A_flood_of_names_fills_no_memory_and_takes_the_oldest_place()
    {
        var counts = new Counts(TimeSpan.FromMinutes(1), most: 100);
        for (var name = 0; name < 100_000; name++)
        {
            counts.Add($"junk {name}", Noon.AddTicks(name));
            Assert.InRange(counts.Known, 1, 100);
        }

        counts.Add("hers", Noon.AddSeconds(1));
        Assert.Equal(2, counts.Add("hers", Noon.AddSeconds(2)).Count);
    }
}
