using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Minuting;

/// <summary><c>GET /documents/{token}</c>: the minutes or another paper, cut to the person to whom the link was given.</summary>
internal static class DocumentEndpoint
{
    // The same for a link that never was, that has run out or was used, and that is no longer allowed.
    private const string NotHere =
        "<!doctype html><html lang=\"en-GB\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
        + "<title>Nothing here</title><h1>There is nothing here</h1><p>This link opens nothing. A link to a document opens once, within "
        + "ten minutes, and one from a page behind a personal link only in the browser that is signed in there: go back and ask for the "
        + "document again.</p></html>";

    private const string NoReading = "Nothing can be read just now, because readings can't be logged. Try again in a minute.";

    public static void MapDocuments(this IEndpointRouteBuilder app) =>
        app.MapGet("/documents/{token}", (string token, HttpContext http, IServiceProvider services, CancellationToken cancellationToken) =>
            AnswerAsync(token, http, services, cancellationToken));

    private static async Task<IResult> AnswerAsync(
        string token, HttpContext http, IServiceProvider services, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            return await FileAsync(token, http, services, cancellationToken)
                ?? Results.Content(NotHere, "text/html; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }
        catch (LeftAloneException left)
        {
            return Results.Text(left.ToReader, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (ReadingClosedException)
        {
            return Results.Text(NoReading, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult?> FileAsync(
        string token, HttpContext http, IServiceProvider services, CancellationToken cancellationToken)
    {
        var (links, clerk) = (services.GetRequiredService<DocumentLinks>(), services.GetRequiredService<Clerk>());
        if (await links.FindAsync(token, cancellationToken) is not var (@case, offer)
            || await WhoAsync(http, @case, offer, services, cancellationToken) is not { } asker
            || asker.On(@case)?.Id != offer.Participant || @case.Meetings.FirstOrDefault(one => one.Id == offer.Meeting) is not { } meeting)
        {
            return null;
        }

        if (offer.Paper is { } kind)
        {
            return await PaperAsync(kind, asker, @case, offer, token, services, cancellationToken);
        }

        // Asked before it is used up, and logged only once it is.
        var needs = MinutesFile.Needs(offer.Version);
        return await clerk.ReadAsync(asker, @case.Id, needs, null, cancellationToken) is not null
            && await links.TakeAsync(@case, token, cancellationToken)
            && await clerk.ReadAsync(asker, @case.Id, needs, $"{OpenedRule.Document}/{meeting.Id.Value}/{offer.Version}", cancellationToken)
                is { } view
                ? Fetched(services.GetRequiredService<MinutesPdf>().File(view.Whole, meeting, offer.Version, view.Reader, offer.About))
                : null;
    }

    /// <summary>Another document than the minutes: whether it may be read at all is asked again, before it is used up.</summary>
    private static async Task<IResult?> PaperAsync(
        string kind, Asker asker, Case @case, OpenOffer offer, string token, IServiceProvider services, CancellationToken cancellationToken)
    {
        var (links, clerk) = (services.GetRequiredService<DocumentLinks>(), services.GetRequiredService<Clerk>());
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var about = new CaseRef(@case.Id, offer.Meeting);
        return services.GetServices<IPaper>().FirstOrDefault(one => one.Kind == kind) is { } paper
            && await clerk.ReadAsync(asker, about, paper.Needs, null, cancellationToken) is { } view
            && await paper.WriteAsync(asker, view, offer.About ?? "", now, isTaken: false, cancellationToken) is not null
            && await links.TakeAsync(@case, token, cancellationToken)
            && await clerk.ReadAsync(asker, about, paper.Needs, $"{kind}/{About(offer)}", cancellationToken) is { } read
            && await paper.WriteAsync(asker, read, offer.About ?? "", now, isTaken: true, cancellationToken) is { } file
                ? Fetched(file)
                : null;
    }

    private static IResult Fetched(PaperFile file) => Results.File(file.Content, file.ContentType, file.Name);

    /// <summary>Whose of its kind it was; whether as Word or as PDF is nothing that the log asks.</summary>
    private static string? About(OpenOffer offer) => offer.About == MinutesPdf.About ? "" : offer.About;

    /// <summary>Whom it was shown to: somebody of Teams by this link alone, a partner in the browser that is signed in.</summary>
    private static async Task<Asker?> WhoAsync(
        HttpContext http, Case @case, OpenOffer offer, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (offer.Session is { } session)
        {
            return services.GetService<IPageSessions>() is { } sessions
                ? await sessions.FindAsync(http, @case.Id, session, cancellationToken)
                : null;
        }

        return !offer.Person.IsBehindLink() && @case.Find(offer.Participant) is { } person
            ? new(offer.Person, person.Name, person.Mail, person.ChannelId ?? "") { Vouched = offer.Vouched ?? [] }
            : null;
    }
}
