using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace StrategyBot.Sandbox;

/// <summary>Serves the page that looks like Teams from what the build laid beside the dll.</summary>
internal static class SandboxPage
{
    // Adaptive Cards sets its styles through DOM properties, which this policy allows; a card's icon may be a data: image.
    // The app's tab is framed from wherever the bot is.
    private static string Policy(SandboxUrls? urls) =>
        $"default-src 'self'; img-src 'self' data:; frame-src {string.Join(' ', (urls?.Bots ?? []).Prepend("'self'"))}; object-src 'none'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string WithoutNode =
        "The sandbox is running, but its page was not built because Node.js was not found.\n"
        + "Install Node.js 20.19 or later (https://nodejs.org), then run: dotnet run --project bot\n";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    /// <summary>Answers <c>/</c> with the page and lays its headers on everything of the sandbox that a browser reads.</summary>
    public static WebApplication MapSandboxPage(this WebApplication app) =>
        app.MapSandboxPage(Path.Combine(AppContext.BaseDirectory, "page"));

    internal static WebApplication MapSandboxPage(this WebApplication app, string folder)
    {
        app.Use((context, next) =>
        {
            Guard(context);
            return next(context);
        });
        app.MapGet("/", () => Answer(folder, "index.html"));
        app.MapGet("/favicon.svg", () => Answer(folder, "favicon.svg"));
        app.MapGet("/assets/{name}", (string name) => Answer(folder, $"assets/{name}"));
        return app;
    }

    private static void Guard(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (context.Request.Path.StartsWithSegments("/sandbox"))
        {
            headers.CacheControl = "no-store";
        }
    }

    private static IResult Answer(string folder, string path)
    {
        using var files = Directory.Exists(folder) ? new PhysicalFileProvider(folder) : null;
        return files?.GetFileInfo(path) is { Exists: true, PhysicalPath: { } file }
            ? new PageFile(file)
            : path == "index.html" ? Results.Text(WithoutNode, statusCode: StatusCodes.Status503ServiceUnavailable) : Results.NotFound();
    }

    private sealed class PageFile(string file) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            // The names carry no hash, so the browser asks each time and is told when nothing changed.
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Headers.ContentSecurityPolicy = Policy(context.RequestServices.GetService<SandboxUrls>());
            var type = ContentTypes.TryGetContentType(file, out var known) ? known : "application/octet-stream";
            return Results.File(file, type, lastModified: File.GetLastWriteTimeUtc(file)).ExecuteAsync(context);
        }
    }
}
