using StrategyBot.Sandbox.Clock;
using StrategyBot.Sandbox.People;

namespace StrategyBot.Sandbox.Practise;

/// <summary><c>/sandbox/practise</c>: which cases there are, how the one that is played stands, and the next
/// thing to happen in it.</summary>
internal static class PractiseRoutes
{
    public static IServiceCollection AddPractise(this IServiceCollection services) =>
        services.AddSingleton(PractiseCases.Shipped()).AddSingleton<Prompter>();

    public static void MapPractise(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sandbox/practise", Show);
        app.MapPost("/sandbox/practise",
            async (Wanted wanted, PractiseCases cases, Prompter prompter, SandboxClock clock, CancellationToken cancellationToken) =>
        {
            if (cases.Find(wanted.Case) is not { } played)
            {
                return WorldResults.Refuse(404, "There is no such case to practise.");
            }

            await prompter.BeginAsync(played, cancellationToken);
            return Show(cases, prompter, clock);
        });
        app.MapPost("/sandbox/practise/step", StepAsync);
        app.MapPost("/sandbox/practise/ask", (Question question, PractiseCases cases, Prompter prompter, SandboxClock clock) =>
        {
            prompter.Ask(question.Who ?? "");
            return Show(cases, prompter, clock);
        });
        app.MapDelete("/sandbox/practise", (Prompter prompter) => prompter.Leave());
    }

    private static async Task<IResult> StepAsync(Turn turn, Prompter prompter, CancellationToken cancellationToken)
    {
        try
        {
            return WorldResults.Json(new { did = await prompter.StepAsync(turn.Chair, cancellationToken) });
        }
        catch (HttpRequestException)
        {
            return WorldResults.Refuse(503, "StrategyBot did not answer in time. Please try again.");
        }
    }

    private static IResult Show(PractiseCases cases, Prompter prompter, SandboxClock clock)
    {
        var rehearsal = prompter.Now;
        return WorldResults.Json(new
        {
            cases = cases.All.Select(one => new { one.Id, one.Title, one.About }),
            playing = rehearsal is not null && cases.Find(rehearsal.Case) is { } played
                ? Playing(played, rehearsal, clock.GetUtcNow())
                : null,
        });
    }

    private static object Playing(PractiseCase played, Rehearsal rehearsal, DateTimeOffset now) => new
    {
        played.Id,
        played.Title,
        played.Call,
        // As of the start, so that what was typed and what is shown stay one.
        convene = played.Convene.Where(step => step.Fill.Count > 0)
            .Select(step => new
            {
                step.Card,
                fill = PractiseMoments.Fill(step.Fill, rehearsal.StartedAt).Select(pair => new { label = pair.Key, value = pair.Value })
            }),
        rehearsal.ChatId,
        cast = played.Cast.Select(member => SandboxPeople.Find(member.Who)!)
            .Select(person => new { person.Id, person.Name, person.Role, person.Agency }),
        asks = played.Cast.Where(member => !member.Silent && AgencyScript.HoldsMore(member, rehearsal))
            .Select(member => new { id = member.Who, name = SandboxPeople.Find(member.Who)!.Name }),
        rehearsal.Told,
        rehearsal.Trouble,
        now,
    };

    private sealed record Wanted(string? Case);

    private sealed record Turn(bool Chair = false);

    private sealed record Question(string? Who);
}
