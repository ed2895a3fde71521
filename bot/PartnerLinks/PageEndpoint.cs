using System.Text.Json;
using System.Text.RegularExpressions;
using StrategyBot.Conversations;
using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.PartnerLinks;

/// <summary>The way in from the page behind a link: the same verbs and the same cards as in Teams.</summary>
internal sealed partial class PageEndpoint(
    Verbs verbs, Clerk clerk, LinkKey key, LinkSignIn signIn, Sessions sessions, Sources sources, WallClock wall, IServiceProvider services,
    ILogger<PageEndpoint> logger)
{
    // Asked for on every request that does something: another site's page can't send it without asking first, and is never told yes.
    public const string Header = "X-Link";

    private const string NothingKnown =
        "Something went wrong here, and I can't say whether it was saved. What you typed is kept on this device: try again in a minute.";
    private const string NotNow = "Something went wrong here. Nothing is lost: try again in a minute.";
    private const string NoReading = "Nothing can be read just now, because readings can't be logged. Saving works. Try again in a minute.";

    public sealed record CodeForm(string? Token = null, string? Challenge = null);

    public sealed record SignInForm(string? Token = null, string? Challenge = null, string? Code = null);

    /// <param name="Id">Made by the page for each press, and sent again with a retry: nothing is written twice.</param>
    /// <param name="Automatic">The page asks by itself because something changed.</param>
    public sealed record ActForm(string? Verb = null, JsonElement Data = default, string? Id = null, bool Automatic = false);

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("code", (CodeForm form, HttpContext http, CancellationToken cancellationToken) =>
            GuardedAsync(http, async () =>
                await signIn.WantCodeAsync(form.Token, form.Challenge, ClientAddress.Of(http), cancellationToken) switch
                {
                    SignInOutcome.Sent sent => Json(new { challenge = sent.Challenge }),
                    SignInOutcome.TooOften often => Slower(http, often),
                    _ => Shut,
                }));
        api.MapPost("sign-in", (SignInForm form, HttpContext http, CancellationToken cancellationToken) =>
            GuardedAsync(http, () => SignInAsync(form, http, cancellationToken)));
        api.MapPost("sign-out", (HttpContext http, CancellationToken cancellationToken) => GuardedAsync(http, async () =>
        {
            await sessions.EndAsync(http, LabelOf(http) ?? "", cancellationToken);
            return Json(new { });
        }));
        api.MapPost("me", (HttpContext http, CancellationToken cancellationToken) =>
            GuardedAsync(http, () => WhoAsync(http, cancellationToken)));
        api.MapPost("act", ActAsync);
    }

    /// <summary>Whether a request that would do something is not the page's own; asked before its body is read.</summary>
    public static bool Refuses(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            return false;
        }

        return !http.Request.Headers.ContainsKey(Header) || !IsOwn(http.Request);
    }

    private async Task<IResult> SignInAsync(SignInForm form, HttpContext http, CancellationToken cancellationToken)
    {
        switch (await signIn.SignInAsync(form.Token, form.Challenge, form.Code, ClientAddress.Of(http), cancellationToken))
        {
            case SignInOutcome.In { Session: var session, Drawn: var drawn }:
                sessions.Begin(http, session.Label, drawn);
                return Json(new { label = session.Label });
            case SignInOutcome.TooOften often:
                return Slower(http, often);
            default:
                return Shut;
        }
    }

    private async Task<IResult> GuardedAsync(HttpContext http, Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (LeftAloneException left)
        {
            return LeftAlone(left);
        }
        catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested)
        {
            logger.DoorFailed(failure.GetType().Name, failure.StackTrace ?? "");
            return Json(new { text = NotNow }, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<IResult> WhoAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(http, LabelOf(http), null, cancellationToken) is not { } me)
        {
            // No failure: a page asks this to know whether to ask for a code.
            return Json(new { });
        }

        return Json(new
        {
            @case = me.Case.LatestFor(me.Holder.Id).Ref.Value,
            word = me.Case.CheckWord,
            name = me.Holder.Name,
            holder = $"{me.Session.Holder.Case.Value}/{me.Session.Holder.Participant.Value}",
            inbox = me.Holder.IsInbox,
            keeps = key.Keeps(me.Case, me.Holder.Id),
            first = me.Holder.IsInbox ? WhoAttendsPart.Id.Open : WelcomePage.Id.Open,
        });
    }

    private async Task<IResult> ActAsync(ActForm form, HttpContext http, CancellationToken cancellationToken)
    {
        if (form.Verb is not { } verb || !verbs.All.Contains(verb) || form.Id is not { } id || !ClientId().IsMatch(id)
            || form.Data.ValueKind != JsonValueKind.Object)
        {
            return Json(new { text = "This page is out of date. Reload it: what you typed is kept on this device." },
                StatusCodes.Status400BadRequest);
        }

        try
        {
            // Only what the hub shows is asked for by itself; anything else is a use, and logged.
            var isAutomatic = form.Automatic && verb == PartIds.MyPart;
            return await sessions.FindAsync(http, LabelOf(http), isAutomatic ? null : $"page/{verb}", cancellationToken) is { } me
                ? await AnswerAsync(me, form, TurnOf(me, sources.Of(id, verb, form.Data.GetRawText()), isAutomatic), cancellationToken)
                : Over;
        }
        catch (ReadingClosedException)
        {
            return Json(new { text = NoReading }, StatusCodes.Status503ServiceUnavailable);
        }
        catch (LeftAloneException left)
        {
            return LeftAlone(left);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            logger.ActFailed(LoggedId.Of(LabelOf(http)), verb, failure.GetType().Name, failure.StackTrace ?? "");
            return Json(new { text = NothingKnown }, StatusCodes.Status500InternalServerError);
        }
    }

    private async Task<IResult> AnswerAsync(OpenSession me, ActForm form, Turn turn, CancellationToken cancellationToken)
    {
        var reply = await verbs.AnswerAsync(form.Verb, services, form.Data, turn, cancellationToken);
        // The page keeps what was typed until it knows that it stands on the record.
        var saved = await clerk.HasWrittenAsync(me.Case.Id, turn.Source, cancellationToken);
        return reply switch
        {
            Reply.Show show => Json(new { title = show.Title, card = CardJson.ToNode(show.Card), saved }),
            // Somebody who knows the family, for one, is out by what they saved.
            Reply.Say say =>
                Json(new { text = say.Text, saved, over = saved && await sessions.FindAsync(me.Session, null, cancellationToken) is null }),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The page keeps what was typed, and its session.</summary>
    public IResult LeftAlone(LeftAloneException left)
    {
        logger.LeftAlone(left.About, left.Why);
        return Json(new { text = left.ToReader }, StatusCodes.Status503ServiceUnavailable);
    }

    private Turn TurnOf(OpenSession me, string what, bool isAutomatic) =>
        new(me.Speaker, new Place(PlaceKind.Page, new Address("", "")), $"page/{me.Session.Label}/{what}")
        {
            IsAutomatic = isAutomatic,
            Session = me.Session.Id,
            Patience = new(wall.Time),
        };

    /// <summary>Which of the browser's sessions is meant.</summary>
    private static string? LabelOf(HttpContext http) => http.Request.Headers[Header];

    private static IResult Over { get; } = Json(new { text = "You are signed out." }, StatusCodes.Status401Unauthorized);

    private static IResult Shut => Json(new { text = LinkShut.Sentence }, StatusCodes.Status403Forbidden);

    /// <summary>Says how often was too often, and when the next try is looked at.</summary>
    private static IResult Slower(HttpContext http, SignInOutcome.TooOften often)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(often.Again.TotalSeconds));
        http.Response.Headers.RetryAfter = $"{seconds}";
        var when = seconds < 120 ? $"{seconds} seconds" : $"{(seconds + 59) / 60} minutes";
        return Json(new { text = $"{often.Sentence} Try again in {when}." }, StatusCodes.Status429TooManyRequests);
    }

    private static IResult Json<T>(T body, int status = StatusCodes.Status200OK) => Results.Json(body, statusCode: status);

    // A proxy may speak plain http to us, so the scheme is left out.
    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin is not [{ } origin]
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("^[A-Za-z0-9-]{8,64}$")]
    private static partial Regex ClientId();
}
