using StrategyBot.Conversations;
using StrategyBot.Pages;
using StrategyBot.Rules;

namespace StrategyBot.PartnerLinks;

/// <summary>The way in from the page behind a link: the same verbs and the same cards as in Teams.</summary>
internal sealed class PageEndpoint(
    PageAnswers answers, LiveLine live, LinkKey key, LinkSignIn signIn, Sessions sessions, PartnerTasks tasks, Letterhead letterhead,
    OpenPages open, Sources sources, WallClock wall, ILogger<PageEndpoint> logger)
{
    // Asked for on every request that does something: another site's page can't send it without asking first, and is never told yes.
    public const string Header = "X-Link";

    private const string NotNow = "Something went wrong here. Nothing is lost: try again in a minute.";

    public sealed record CodeForm(string? Token = null, string? Challenge = null);

    public sealed record SignInForm(string? Token = null, string? Challenge = null, string? Code = null);

    /// <param name="Automatic">The page says that it draws them anew by itself (<see cref="OpenPages"/>).</param>
    public sealed record TasksForm(bool Automatic = false);

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("code", (CodeForm form, HttpContext http, CancellationToken cancellationToken) =>
            GuardedAsync(http, async () =>
                await signIn.WantCodeAsync(form.Token, form.Challenge, ClientAddress.Of(http), cancellationToken) switch
                {
                    SignInOutcome.Sent sent => PageAnswers.Json(new { challenge = sent.Challenge }),
                    SignInOutcome.TooOften often => Slower(http, often),
                    _ => Shut,
                }));
        api.MapPost("sign-in", (SignInForm form, HttpContext http, CancellationToken cancellationToken) =>
            GuardedAsync(http, () => SignInAsync(form, http, cancellationToken)));
        api.MapPost("sign-out", (HttpContext http, CancellationToken cancellationToken) => GuardedAsync(http, async () =>
        {
            await sessions.EndAsync(http, LabelOf(http) ?? "", cancellationToken);
            return PageAnswers.Json(new { });
        }));
        api.MapPost("me", (HttpContext http, CancellationToken cancellationToken) =>
            GuardedAsync(http, () => WhoAsync(http, cancellationToken)));
        api.MapPost("from", () => PageAnswers.Json(new { council = letterhead.Name, switchboard = letterhead.Switchboard }));
        api.MapPost("known", (CodeForm form, HttpContext http, CancellationToken cancellationToken) => GuardedAsync(http, async () =>
            PageAnswers.Json(new { label = await sessions.KnownAsync(http, form.Token, cancellationToken) })));
        api.MapPost("tasks", (TasksForm form, HttpContext http, CancellationToken cancellationToken) =>
            GuardedAsync(http, () => TasksAsync(form, http, cancellationToken)));
        api.MapPost("act", ActAsync);
        api.MapGet("events", FollowAsync);
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
                return PageAnswers.Json(new { label = session.Label });
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
            return answers.LeftAlone(left);
        }
        catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested)
        {
            logger.DoorFailed(failure.GetType().Name, failure.StackTrace ?? "");
            return PageAnswers.Json(new { text = NotNow }, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<IResult> WhoAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(http, LabelOf(http), null, cancellationToken) is not { } me)
        {
            // No failure: a page asks this to know whether to ask for a code.
            return PageAnswers.Json(new { });
        }

        return PageAnswers.Json(new
        {
            @case = me.Case.LatestFor(me.Holder.Id).Ref.Value,
            word = me.Case.CheckWord,
            name = me.Holder.Name,
            holder = $"{me.Session.Holder.Case.Value}/{me.Session.Holder.Participant.Value}",
            inbox = me.Holder.IsInbox,
            council = letterhead.Name,
            switchboard = letterhead.Switchboard,
            chair = me.Case.Chair.Name,
            conflict = WelcomePage.Id.Open,
            keeps = key.Keeps(me.Case, me.Holder.Id),
            first = me.Holder.IsInbox ? WhoAttendsPart.Id.Open : PartIds.MyPart,
        });
    }

    private async Task<IResult> TasksAsync(TasksForm form, HttpContext http, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(http, LabelOf(http), null, cancellationToken) is not { } me)
        {
            return Over;
        }

        const string What = "page/tasks";
        var isByItself = open.IsByItself(me.Session.Id, What, form.Automatic);
        if (await sessions.ViewAsync(me, isByItself ? null : What, cancellationToken) is not { } view)
        {
            return Over;
        }

        Noted(me, What, isByItself);
        return PageAnswers.Json(tasks.Of(view));
    }

    private Task<IResult> ActAsync(PagePress press, HttpContext http, CancellationToken cancellationToken) => answers.Fits(press)
        ? answers.GuardedAsync(LabelOf(http), press.Verb, () => LetInAsync(press, http, cancellationToken), cancellationToken)
        : Task.FromResult(PageAnswers.OutOfDate);

    private async Task<IResult> LetInAsync(PagePress press, HttpContext http, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(http, LabelOf(http), null, cancellationToken) is not { } known)
        {
            return Over;
        }

        var isByItself = open.IsByItself(known.Session.Id, press.Verb!, press.SaysItself);
        if (await sessions.FindAsync(known.Session, isByItself ? null : $"page/{press.Verb}", cancellationToken) is not { } me)
        {
            return Over;
        }

        // Somebody who knows the family, for one, is out by what they saved.
        var answer = await answers.AnswerAsync(press, TurnOf(me, press, isByItself), me.Case.Id,
            async () => await sessions.FindAsync(me.Session, null, cancellationToken) is null, cancellationToken);
        Noted(me, press.Verb!, isByItself);
        return answer;
    }

    private void Noted(OpenSession me, string what, bool isByItself)
    {
        if (!isByItself)
        {
            open.Noted(me.Session.Id, what);
        }
    }

    /// <summary>Tells an open page that its case changed.</summary>
    private async Task FollowAsync(HttpContext http, string? s)
    {
        try
        {
            if (await sessions.FindAsync(http, s, null, http.RequestAborted) is { } me)
            {
                await live.ServeAsync(http, me.Case.Version,
                    async cancellationToken => (await sessions.FindAsync(me.Session, null, cancellationToken))?.Case.Version);
                return;
            }

            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        catch (LeftAloneException left)
        {
            await answers.LeftAlone(left).ExecuteAsync(http);
        }
    }

    private Turn TurnOf(OpenSession me, PagePress press, bool isByItself) =>
        new(me.Speaker, new Place(PlaceKind.Page, new Address("", "")),
            $"page/{me.Session.Label}/{sources.Of(press.Id!, press.Verb!, press.Data.GetRawText())}")
        {
            IsAutomatic = isByItself,
            Session = me.Session.Id,
            Patience = new(wall.Time, wall.PatienceTimes),
        };

    /// <summary>Which of the browser's sessions is meant.</summary>
    private static string? LabelOf(HttpContext http) => http.Request.Headers[Header];

    private static IResult Over { get; } = PageAnswers.Json(new { text = "You are signed out." }, StatusCodes.Status401Unauthorized);

    private static IResult Shut => PageAnswers.Json(new { text = LinkShut.Sentence }, StatusCodes.Status403Forbidden);

    /// <summary>Says how often was too often, and when the next try is looked at.</summary>
    private static IResult Slower(HttpContext http, SignInOutcome.TooOften often)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(often.Again.TotalSeconds));
        http.Response.Headers.RetryAfter = $"{seconds}";
        var when = seconds < 120 ? $"{seconds} seconds" : $"{(seconds + 59) / 60} minutes";
        return PageAnswers.Json(new { text = $"{often.Sentence} Try again in {when}." }, StatusCodes.Status429TooManyRequests);
    }

    // A proxy may speak plain http to us, so the scheme is left out.
    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin is not [{ } origin]
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
