using System.Globalization;
using System.Text;
using Azure;

namespace StrategyBot.Protocols.Tables;

/// <summary>A transaction as one multipart request, and its answer taken apart.</summary>
/// <remarks>learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions.</remarks>
internal static class TableTransaction
{
    private const string StatusLine = "HTTP/1.1 ";

    /// <param name="requests">At least one.</param>
    /// <param name="account">The account's address: the parts' own addresses are whole.</param>
    /// <param name="id">Parts the parts. Entities are single lines that start with a brace, so no line of theirs can be taken for a boundary.</param>
    public static byte[] Write(IEnumerable<TableRequest> requests, Uri account, string id)
    {
        var text = new StringBuilder($"--batch_{id}\r\nContent-Type: multipart/mixed; boundary=changeset_{id}\r\n\r\n");
        foreach (var request in requests)
        {
            text.Append(CultureInfo.InvariantCulture, $"--changeset_{id}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            text.Append(CultureInfo.InvariantCulture, $"{request.Method} {account.AbsoluteUri.TrimEnd('/')}{request.Path} HTTP/1.1\r\n");
            foreach (var (name, value) in request.Headers())
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"\r\n{request.Body}\r\n");
        }

        return Checked(Encoding.UTF8.GetBytes(text.Append(CultureInfo.InvariantCulture, $"--changeset_{id}--\r\n--batch_{id}--\r\n").ToString()));
    }

    /// <summary>The limits that only the whole can break.</summary>
    public static void Check(IReadOnlyCollection<TableTransactionAction> actions)
    {
        Refuse(actions.Count == 0, "A transaction needs an action.");
        Refuse(actions.Count > TableLimits.MaxActions, $"A transaction has at most {TableLimits.MaxActions} actions; this one has {actions.Count}.");
        Refuse(actions.DistinctBy(a => a.Entity.PartitionKey, StringComparer.Ordinal).Count() > 1, "A transaction is on one partition; this one names several.");
        Refuse(actions.DistinctBy(a => a.Entity.RowKey, StringComparer.Ordinal).Count() < actions.Count, "A transaction names a row once; this one names one twice.");
    }

    public static TableRequest Request(string table, TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Add => TableRequest.Insert(table, action.Entity),
        TableTransactionActionType.UpdateMerge => TableRequest.Update(table, action.Entity, action.ETag, TableUpdateMode.Merge),
        TableTransactionActionType.UpdateReplace => TableRequest.Update(table, action.Entity, action.ETag, TableUpdateMode.Replace),
        TableTransactionActionType.Delete => TableRequest.Delete(table, action.Entity.PartitionKey, action.Entity.RowKey, action.ETag),
        TableTransactionActionType.UpsertMerge => TableRequest.Upsert(table, action.Entity, TableUpdateMode.Merge),
        TableTransactionActionType.UpsertReplace => TableRequest.Upsert(table, action.Entity, TableUpdateMode.Replace),
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    /// <summary>One part for each action; a refused transaction has a single part that says why.</summary>
    public static List<Response> Read(string body)
    {
        var lines = body.ReplaceLineEndings("\n").Split('\n');
        var starts = Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith(StatusLine, StringComparison.Ordinal));
        return [.. starts.Select(start => ReadPart(lines.AsSpan(start)))];
    }

    private static TransactionPart ReadPart(ReadOnlySpan<string> lines)
    {
        var status = lines[0][StatusLine.Length..].Split(' ', 2);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var line = 1;
        for (; line < lines.Length && lines[line].Split(": ", 2) is [var name, var value]; line++)
        {
            headers[name] = value;
        }

        var content = new StringBuilder();
        for (; line < lines.Length && !lines[line].StartsWith("--", StringComparison.Ordinal); line++)
        {
            content.AppendLine(lines[line]);
        }

        return new TransactionPart(int.Parse(status[0], CultureInfo.InvariantCulture), status.ElementAtOrDefault(1) ?? "", headers, content.ToString().Trim());
    }

    private static byte[] Checked(byte[] body)
    {
        Refuse(body.Length > TableLimits.MaxTransactionBytes, $"A transaction is at most {TableLimits.MaxTransactionBytes} bytes; this one is {body.Length}.");
        return body;
    }

    private static void Refuse(bool broken, string sentence)
    {
        if (broken)
        {
            throw new ArgumentException(sentence);
        }
    }
}
