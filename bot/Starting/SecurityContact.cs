using System.Globalization;

namespace StrategyBot.Starting;

/// <summary>Tells whoever found a hole whom to tell (RFC 9116).</summary>
internal static class SecurityContact
{
    public const string Setting = "StrategyBot:SecurityContact";

    private const string Path = "/.well-known/security.txt";

    // The standard asks for less than a year; it is written anew at each reading.
    private static readonly TimeSpan Holds = TimeSpan.FromDays(180);

    /// <returns><c>null</c> where none is set.</returns>
    /// <exception cref="StartRefusedException">It is no address.</exception>
    public static Uri? Read(IConfiguration configuration) => configuration[Setting] switch
    {
        null or "" => null,
        var set when Uri.TryCreate(set, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "mailto" or "tel" => uri,
        _ => throw new StartRefusedException("StrategyBot__SecurityContact must begin with mailto:, https: or tel:."),
    };

    public static void MapSecurityContact(this WebApplication app, PublicAddress? address, TimeProvider clock)
    {
        if (Read(app.Configuration) is not { } contact)
        {
            return;
        }

        app.MapGet(Path, () =>
        {
            var expires = clock.GetUtcNow().Add(Holds).ToString("yyyy-MM-dd'T'00:00:00'Z'", CultureInfo.InvariantCulture);
            var canonical = address?.Find() is { } own ? $"Canonical: {new Uri(own, Path)}\n" : "";
            return Results.Text($"Contact: {contact}\nExpires: {expires}\nPreferred-Languages: en\n{canonical}");
        });
    }
}
