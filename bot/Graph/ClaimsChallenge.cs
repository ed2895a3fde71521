using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;

namespace StrategyBot.Graph;

/// <summary>Answers a 401 that names the claims a token must hold (continuous access evaluation), once a call.</summary>
/// <remarks>Kiota would do so itself, but sees no failed answer: they are all translated below it (<see cref="GraphPipeline"/>).</remarks>
internal sealed partial class ClaimsChallenge(TokenCredential credential, string scope)
{
    /// <summary>The claims that the answer asks for; <c>null</c> where it asks for none.</summary>
    public static string? In(HttpResponseMessage response) => response.StatusCode != HttpStatusCode.Unauthorized
        ? null
        : response.Headers.WwwAuthenticate.Select(challenge => Claims().Match(challenge.Parameter ?? ""))
            .Where(found => found.Success).Select(found => Decoded(found.Groups[1].Value)).OfType<string>().FirstOrDefault();

    public async Task<AuthenticationHeaderValue> AnswerAsync(string claims, CancellationToken cancellationToken)
    {
        var token = await credential.GetTokenAsync(new TokenRequestContext([scope], claims: claims, isCaeEnabled: true), cancellationToken);
        return new("Bearer", token.Token);
    }

    private static string? Decoded(string base64)
    {
        try
        {
            var plain = base64.Replace('-', '+').Replace('_', '/').TrimEnd('=');
            return Encoding.UTF8.GetString(Convert.FromBase64String(plain.PadRight((plain.Length + 3) / 4 * 4, '=')));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    [GeneratedRegex("(?:^|[\\s,])claims=\"([^\"]+)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Claims();
}
