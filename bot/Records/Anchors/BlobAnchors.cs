using System.Globalization;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace StrategyBot.Records.Anchors;

/// <summary>Anchors in append blobs, one a day. With the container's immutability policy nobody changes or deletes one (infra/).</summary>
internal sealed class BlobAnchors(BlobContainerClient container, TimeProvider wall) : IAnchorPlace
{
    private const string Prefix = "anchors-";

    public async Task<(IReadOnlyList<string> Texts, string Mark)> ReadAsync(string? after, CancellationToken cancellationToken)
    {
        var (from, position) = At(after ?? Mark("", 0));
        var (texts, mark) = (new List<string>(), after ?? Mark("", 0));
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, Prefix, cancellationToken))
        {
            var begin = blob.Name == from ? position : 0;
            if (string.CompareOrdinal(blob.Name, from) < 0 || blob.Properties.ContentLength <= begin)
            {
                continue;
            }

            var answer = await container.GetBlobClient(blob.Name)
                .DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(begin) }, cancellationToken);
            var bytes = answer.Value.Content.ToMemory();
            texts.AddRange(Encoding.UTF8.GetString(bytes.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries));
            mark = Mark(blob.Name, begin + bytes.Length);
        }

        return (texts, mark);
    }

    public async Task<string?> TryAddAsync(string text, string mark, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{wall.GetUtcNow():yyyy-MM-dd}.jsonl");
        var (last, position) = At(mark);
        var blob = container.GetAppendBlobClient(name);
        var begin = name == last ? position : 0;
        try
        {
            if (begin == 0)
            {
                await blob.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            }

            using var block = new MemoryStream(Encoding.UTF8.GetBytes(text + "\n"));
            var options = new AppendBlobAppendBlockOptions { Conditions = new() { IfAppendPositionEqual = begin } };
            await blob.AppendBlockAsync(block, options, cancellationToken);
            return Mark(name, begin + block.Length);
        }
        catch (RequestFailedException refused) when (refused.Status is 409 or 412)
        {
            // Another instance was first, or a repeat of ours found ours there.
            return null;
        }
    }

    private static string Mark(string blob, long length) => string.Create(CultureInfo.InvariantCulture, $"{blob}:{length}");

    private static (string Blob, long Length) At(string mark) =>
        (mark[..mark.LastIndexOf(':')], long.Parse(mark.AsSpan(mark.LastIndexOf(':') + 1), CultureInfo.InvariantCulture));
}
