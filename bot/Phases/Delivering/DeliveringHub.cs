namespace StrategyBot.Phases.Delivering;

/// <summary>What the hub draws of this phase.</summary>
internal static class DeliveringHub
{
    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        if (view.Reader.May(AddressPart.Needs) && NotReached.Of(view.Whole) is { Count: > 0 } all)
        {
            yield return new("delivering/address", HubSection.Before, AddressPart.Title,
                all.Count == 1 ? $"{Shortened.Name(all[0].Person.Name)} was not reached" : $"{all.Count} were not reached",
                AddressPart.Button(view.Case, all[0].Person.Id), IsOpen: true);
        }
    }
}
