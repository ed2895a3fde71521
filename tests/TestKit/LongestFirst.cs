using StrategyBot.Tests.EndToEnd;
using StrategyBot.Tests.PartnerLinks;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.Sandbox.Practise;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("StrategyBot.Tests.TestKit.LongestFirst", "StrategyBot.Tests")]

namespace StrategyBot.Tests.TestKit;

/// <summary>The classes that take longest begin first, so that none of them runs on alone while the other cores are idle.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    // As seen on two cores. A class that isn't named comes after these.
    private static readonly IReadOnlyList<string> Long =
    [.. new[]
    {
        typeof(EnquiryLivesTests), typeof(PlanLivesTests), typeof(KillTests), typeof(UnattendedTests), typeof(Forms.MarkingMatrixTests),
        typeof(BrowserJourneyTests), typeof(RefusalTests), typeof(VisitorTests), typeof(AnyHourTests), typeof(TwoBotsTests),
        typeof(PartnerInstancesTests), typeof(Forms.EveryPartTests), typeof(PageStatesTests), typeof(PartnerLinks.PageTests),
        typeof(PartnerJourneyTests), typeof(LookTests), typeof(PractiseTests),
        typeof(Sandbox.Page.PageTests), typeof(JourneyTests), typeof(BadInputTests), typeof(ProcedureTests),
        typeof(StartTests),
    }.Select(type => type.FullName!)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(Place);

    // The collection of a class is named by a sentence that ends in the class.
    private static int Place(ITestCollection collection) => Long.Index()
        .Where(one => collection.DisplayName.EndsWith($" {one.Item}", StringComparison.Ordinal))
        .Select(one => one.Index).FirstOrDefault(Long.Count);
}
