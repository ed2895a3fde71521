using StrategyBot.Records;

namespace StrategyBot.Tests.Records;

public sealed class StoresTests
{
    /// <summary>A store is a line in the list, a file, and the contracts' tests: one that promises nothing is none.</summary>
    [Fact]
    public void Every_store_is_held_to_the_contracts_of_record_and_leases() => Assert.All(
        [typeof(RecordContract), typeof(LeaseContract), typeof(NewerReleaseContract), typeof(ChainContract)],
        contract => Assert.Equal(Stores.All.Count, contract.Assembly.GetTypes().Count(type => type.BaseType == contract)));
}
