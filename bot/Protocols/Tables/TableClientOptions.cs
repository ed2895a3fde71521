using Azure.Core;

namespace StrategyBot.Protocols.Tables;

/// <summary>Retries, transport and diagnostics are those of every Azure client.</summary>
public sealed class TableClientOptions : ClientOptions
{
    /// <summary>Dates a request signed with a shared key; Azure refuses one that is more than 15 minutes off. The one member that the official options lack.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;
}
