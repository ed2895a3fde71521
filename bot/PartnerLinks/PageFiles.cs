using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace StrategyBot.PartnerLinks;

/// <summary>Serves the page from what the build laid beside the dll, and lays its headers on everything under <c>/p</c>.</summary>
internal static class PageFiles
{
    // Nothing inline and nothing of anybody else's. Adaptive Cards sets its styles through DOM properties, which this allows.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'";

    private const string NotBuilt =
        "The page was not built, because Node.js was not found when this program was. Install Node.js 20.19 or later and build again.";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    public static void Map(RouteGroupBuilder pages, string folder)
    {
        pages.MapGet("", (HttpContext http) => Answer(http, folder, "index.html"));
        pages.MapGet("/favicon.svg", (HttpContext http) => Answer(http, folder, "favicon.svg"));
        pages.MapGet("/assets/{name}", (HttpContext http, string name) => Answer(http, folder, $"assets/{name}"));
    }

    public static void Guard(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = Policy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }

    private static IResult Answer(HttpContext http, string folder, string path)
    {
        using var files = Directory.Exists(folder) ? new PhysicalFileProvider(folder) : null;
        if (files?.GetFileInfo(path) is not { Exists: true, PhysicalPath: { } file })
        {
            return path == "index.html" ? Results.Text(NotBuilt, statusCode: StatusCodes.Status503ServiceUnavailable) : Results.NotFound();
        }

        if (path != "index.html")
        {
            // The page's own code holds no case; the names carry no hash, so the browser asks each time.
            http.Response.Headers.CacheControl = "no-cache";
        }

        return Results.File(file, ContentTypes.TryGetContentType(file, out var type) ? type : "application/octet-stream",
            lastModified: File.GetLastWriteTimeUtc(file));
    }
}
