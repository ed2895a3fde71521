using Azure;

namespace StrategyBot.Protocols.Tables;

public enum TableTransactionActionType
{
    Add,
    UpdateMerge,
    UpdateReplace,
    Delete,
    UpsertMerge,
    UpsertReplace,
}

/// <summary>One row's part in a transaction.</summary>
/// <param name="actionType">What is done with the row.</param>
/// <param name="entity">The row; for a delete its keys are enough.</param>
/// <param name="etag">The version that the row must have; for an update it must be given (<see cref="ETag.All"/> for any), for a delete any is the default.</param>
public sealed class TableTransactionAction(TableTransactionActionType actionType, TableEntity entity, ETag etag = default)
{
    public TableTransactionActionType ActionType { get; } = actionType;

    public TableEntity Entity { get; } = entity;

    public ETag ETag { get; } = etag;
}
