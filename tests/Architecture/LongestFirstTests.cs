using StrategyBot.Tests.EndToEnd;
using StrategyBot.Tests.TestKit;
using Xunit.Sdk;

namespace StrategyBot.Tests.Architecture;

public sealed class LongestFirstTests
{
    [Fact]
    public void Every_long_class_comes_before_the_others_in_the_order_of_the_list()
    {
        var assembly = new TestAssembly(Reflector.Wrap(typeof(LongestFirstTests).Assembly));
        var byClass = new CollectionPerClassTestCollectionFactory(assembly, new NullMessageSink());
        var collections = new[] { typeof(LongestFirstTests), typeof(KillTests), typeof(NumbersTests), typeof(BrowserJourneyTests) }
            .Select(type => byClass.Get(Reflector.Wrap(type)));

        var ordered = new LongestFirst().OrderTestCollections(collections).Select(collection => collection.DisplayName.Split('.')[^1]);

        Assert.Equal(["KillTests", "BrowserJourneyTests", "LongestFirstTests", "NumbersTests"], ordered);
    }
}
