using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace StrategyBot.Pages;

/// <summary>Serves a page from what the build laid beside the dll, with headers for everything under its address.</summary>
/// <param name="Folder">Where its files are.</param>
/// <param name="FrameAncestors">Who may show it in a frame, in the words of a content security policy.</param>
internal sealed record PageFiles(string Folder, string FrameAncestors)
{
    private const string NotBuilt =
        "The page was not built, because Node.js was not found when this program was. Install Node.js 20.19 or later and build again.";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    /// <summary>Nobody may frame it.</summary>
    public static PageFiles Unframed(string folder) => new(folder, "'none'");

    public void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("", (HttpContext http) => Answer(http, "index.html"));
        pages.MapGet("/favicon.svg", (HttpContext http) => Answer(http, "favicon.svg"));
        pages.MapGet("/assets/{name}", (HttpContext http, string name) => Answer(http, $"assets/{name}"));
    }

    /// <summary>Nothing inline and nothing of anybody else's. Adaptive Cards sets its styles through DOM properties, and components
    /// theirs through constructed sheets: both are allowed by it.</summary>
    public void Guard(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + $"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors {FrameAncestors}";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }

    private IResult Answer(HttpContext http, string path)
    {
        using var files = Directory.Exists(Folder) ? new PhysicalFileProvider(Folder) : null;
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
