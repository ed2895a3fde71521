using System.Text;
using Microsoft.AspNetCore.Http.Features;
using StrategyBot.Protocols.Json;

namespace StrategyBot.Conversations;

/// <summary>Reads what came by HTTP as JSON that can be read: never more than allowed, and with whole letters only.</summary>
internal static class RequestBody
{
    /// <summary>A click, a line or a form; Teams itself sends none larger.</summary>
    public const int MostBytes = 256 * 1024;

    /// <returns><c>null</c> where it is longer, or didn't come whole.</returns>
    public static async Task<string?> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        using var body = new MemoryStream();
        var part = new byte[16 * 1024];
        try
        {
            for (int count; (count = await http.Request.Body.ReadAsync(part, cancellationToken)) > 0;)
            {
                if (body.Length + count > MostBytes)
                {
                    return null;
                }

                body.Write(part, 0, count);
            }
        }
        catch (IOException)
        {
            return null;
        }

        return WholeLetters.Mend(body.GetBuffer().AsSpan(0, (int)body.Length));
    }

    /// <summary>Puts the mended body in the place of what came, for whoever reads it next.</summary>
    /// <returns>Whether it can be read.</returns>
    public static async Task<bool> MendAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (!http.Request.HasJsonContentType())
        {
            return true;
        }

        if (await ReadAsync(http, cancellationToken) is not { } json)
        {
            return false;
        }

        var bytes = Encoding.UTF8.GetBytes(json);
        http.Request.Body = new MemoryStream(bytes);
        http.Request.ContentLength = bytes.Length;
        // Whatever character set it named, it is UTF-8 now.
        http.Request.ContentType = "application/json";
        return true;
    }
}
