namespace StrategyBot.Sandbox.Store;

/// <summary>What may be done within one transaction of <see cref="WorldStore.Write{T}"/>. Reads see what was just put.</summary>
internal sealed class WorldTransaction(WorldStore store)
{
    private readonly List<WorldChange> changes = [];
    private readonly List<Action> afterwards = [];

    internal IReadOnlyList<WorldChange> Changes => changes;

    internal IReadOnlyList<Action> Afterwards => afterwards;

    public T? Get<T>(string kind, string id) where T : class => store.Get<T>(kind, id);

    public IReadOnlyList<T> All<T>(string kind, string? owner = null) where T : class => store.All<T>(kind, owner);

    /// <summary>Adds the document or replaces its JSON; the owner is taken only when it is added.</summary>
    public void Put<T>(string kind, string id, T document, string owner = "") where T : class =>
        store.Put(kind, id, WorldJson.Write(document), owner);

    /// <returns>Whether it was there.</returns>
    public bool Delete(string kind, string id) => store.Delete(kind, id);

    /// <summary>Tells the open pages after the commit; nothing is told when the transaction fails.</summary>
    public void Announce(WorldChange change) => changes.Add(change);

    /// <summary>Runs after the commit, outside the lock; never when the transaction fails.</summary>
    public void AfterCommit(Action work) => afterwards.Add(work);
}
