using System.Net;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using StrategyBot.Records.Tables;

namespace StrategyBot.Tests.Records.Tables;

/// <summary>Answers requests in the order of its script.</summary>
internal sealed class ScriptedService(params ScriptedService.Reply[] replies) : HttpMessageHandler
{
    public const string Multipart = "multipart/mixed; boundary=a";

    /// <summary>A transaction's answer to one action.</summary>
    public const string OneAction = "--a\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        + "--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 204 No "
        + "Content\r\n\r\n\r\n--b--\r\n--a--\r\n";

    public int Requests { get; private set; }

    public TableClient Cases => TableAccount.Open(
        new Uri("https://council.table.core.windows.net"),
        new TableSharedKeyCredential("council", Convert.ToBase64String("not a key"u8)),
        Options()).GetTableClient("cases");

    public TableClientOptions Options() => new()
    {
        Transport = new HttpClientTransport(new HttpClient(this)),
        Retry = { Delay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
    };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(replies[Requests++]));

    private static HttpResponseMessage Answer(Reply reply)
    {
        if (reply.Broken)
        {
            throw new HttpRequestException("The connection broke.");
        }

        var response = new HttpResponseMessage(reply.Status) { Content = new StringContent(reply.Body) };
        foreach (var (name, value) in reply.Headers ?? [])
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.Remove(name);
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }

    internal sealed record Reply(
        HttpStatusCode Status, string Body = "", (string Name, string Value)[]? Headers = null, bool Broken = false);
}
