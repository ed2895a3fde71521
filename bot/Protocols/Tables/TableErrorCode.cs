namespace StrategyBot.Protocols.Tables;

/// <summary>Azure's own codes, as they stand in <see cref="Azure.RequestFailedException.ErrorCode"/>.</summary>
/// <remarks>learn.microsoft.com/rest/api/storageservices/table-service-error-codes.</remarks>
public static class TableErrorCode
{
    public const string EntityAlreadyExists = "EntityAlreadyExists";
    public const string ResourceNotFound = "ResourceNotFound";
    public const string TableAlreadyExists = "TableAlreadyExists";
    public const string TableNotFound = "TableNotFound";
    public const string UpdateConditionNotSatisfied = "UpdateConditionNotSatisfied";
}
