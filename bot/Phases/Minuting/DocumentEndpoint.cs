using StrategyBot.Documents;
using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Minuting;

/// <summary><c>GET /documents/{token}</c>: the minutes as a document, cut to the person to whom the link was given.</summary>
public static class DocumentEndpoint
{
    // The same for a link that never was, that has run out, and that is no longer allowed.
    private const string NotHere =
        "<!doctype html><html lang=\"en-GB\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
        + "<title>Nothing here</title><h1>There is nothing here</h1><p>This link opens nothing. "
        + "A link to a document lasts ten minutes: go back to Teams and ask for the document again.</p></html>";

    public static void MapDocuments(this IEndpointRouteBuilder app) =>
        app.MapGet("/documents/{token}", (string token, HttpContext http, IServiceProvider services, CancellationToken cancellationToken) =>
            AnswerAsync(token, http, services.GetRequiredService<DocumentLinks>(), services.GetRequiredService<Clerk>(),
                services.GetRequiredService<Words>(), cancellationToken));

    private static async Task<IResult> AnswerAsync(
        string token, HttpContext http, DocumentLinks links, Clerk clerk, Words words, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            return await FileAsync(token, links, clerk, words, cancellationToken);
        }
        catch (NewerReleaseException)
        {
            return Results.Text(NewerReleaseException.Sentence, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> FileAsync(
        string token, DocumentLinks links, Clerk clerk, Words words, CancellationToken cancellationToken) =>
        links.Find(token) is { } grant
            && await clerk.ReadAsync(grant.Asker, grant.Case, MinutesFile.Needs(grant.Version), $"minuting/document/{grant.Version}",
                cancellationToken) is { } view
            && view.Whole.Meetings.FirstOrDefault(meeting => meeting.Id == grant.Meeting) is { } meeting
            ? Results.File(MinutesFile.Write(view.Whole, meeting, grant.Version, view.Reader, words), MinutesDocx.ContentType,
                MinutesFile.Name(view.Case, grant.Version))
            : Results.Content(NotHere, "text/html; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
}

/// <summary>A version, or the draft, as the document of one reader.</summary>
internal static class MinutesFile
{
    public static Capability Needs(int version) => version == 0 ? Capability.Lead : Capability.ReadMinutes;

    /// <summary>Names the case by its reference alone: it stands in a mail and in a folder of downloads.</summary>
    public static string Name(Case @case, int version) => version == 0 ? $"{@case.Id}-draft.docx" : $"{@case.Id}-version-{version}.docx";

    public static byte[] Write(Case @case, Meeting meeting, int version, Participant reader, Words words) => MinutesDocx.Write(
        $"{@case.Id} {@case.CheckWord}",
        MinutesCopy.For(version == 0 ? MinutesDraft.Of(@case) : meeting.Minutes.Versions[version], reader),
        VersionMark.Of(@case, meeting, version, words),
        reader.Described);
}
