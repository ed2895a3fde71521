using Azure;

namespace StrategyBot.Protocols.Tables;

/// <summary>A transaction was refused as a whole: nothing of it was written.</summary>
public sealed class TableTransactionFailedException : RequestFailedException
{
    internal TableTransactionFailedException(int status, string message, string? errorCode, int? failedTransactionActionIndex)
        : base(status, message, errorCode, null) =>
        FailedTransactionActionIndex = failedTransactionActionIndex;

    /// <summary>Which action was at fault, counted from 0; <c>null</c> where the service didn't say.</summary>
    public int? FailedTransactionActionIndex { get; }
}
