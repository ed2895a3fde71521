using Azure;
using Azure.Data.Tables.Models;

namespace StrategyBot.Records.Tables;

/// <summary>What a failed write tells.</summary>
internal static class TableOutcome
{
    /// <summary>Another writer was first: the row was there, was gone, or had another version.</summary>
    public static bool IsConflict(this RequestFailedException failure) =>
        failure.ErrorCode == TableErrorCode.EntityAlreadyExists
        || failure.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied
        || failure.ErrorCode == TableErrorCode.ResourceNotFound;

    /// <summary>The service may have done it, or may still: no answer, a broken one, or one that says that it doesn't know.</summary>
    /// <remarks>Azure.Core turns its own time-out into a cancellation that nobody asked for.</remarks>
    public static bool IsUnknown(this Exception failure, CancellationToken cancellationToken) => failure switch
    {
        RequestFailedException { Status: >= 400 and < 500 and not 408 } => false,
        RequestFailedException or AggregateException or HttpRequestException or IOException => true,
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };
}
