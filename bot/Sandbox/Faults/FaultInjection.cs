using System.Globalization;
using System.Text;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Faults;

/// <summary>Makes Graph and the connector fail as they were told to, so that tests see what the bot makes of it.</summary>
internal sealed class FaultInjection(WorldStore store)
{
    public static void Map(WebApplication app)
    {
        var injection = app.Services.GetRequiredService<FaultInjection>();
        app.Use(injection.PassAsync);
        app.MapPost("/sandbox/faults", (Fault fault, FaultInjection faults) => faults.Add(fault));
        app.MapGet("/sandbox/faults", (FaultInjection faults) => faults.List());
        app.MapDelete("/sandbox/faults", (FaultInjection faults) => faults.Clear());
    }

    private async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (Take(context.Request, await BodyAsync(context.Request)) is not { } fault)
        {
            await next(context);
            return;
        }

        if (fault.After)
        {
            // The services' answer goes nowhere; what was done stays done.
            var answer = context.Response.Body;
            context.Response.Body = Stream.Null;
            await next(context);
            context.Response.Body = answer;
        }

        if (fault.Status == 0)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        if (fault.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (fault.Claims is { } claims)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"\", error=\"insufficient_claims\", claims=\""
                + Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)) + "\"";
        }

        var error = new { code = fault.CodeOrUsual, message = "The sandbox was told to fail here." };
        await WorldResults.Json(new { error }, fault.Status).ExecuteAsync(context);
    }

    /// <summary>Its body, which whoever answers reads again.</summary>
    private async Task<string> BodyAsync(HttpRequest request)
    {
        if (!store.All<Fault>(Kinds.Fault).Any(fault => fault.Body is not null))
        {
            return "";
        }

        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return body;
    }

    private Fault? Take(HttpRequest request, string body)
    {
        var service = request.Path.StartsWithSegments("/sandbox/graph") ? "graph"
            : request.Path.StartsWithSegments("/sandbox/connector") ? "connector" : null;
        var pathAndQuery = request.Path.Value + Uri.UnescapeDataString(request.QueryString.Value ?? "");
        return service is null ? null : store.Write(world =>
        {
            var all = world.All<Fault>(Kinds.Fault);
            if (all.FirstOrDefault(fault => fault.Fits(service, request.Method, pathAndQuery, body)) is not { } fault)
            {
                return null;
            }

            if (fault.Times > 1)
            {
                world.Put(Kinds.Fault, fault.Id!, fault with { Times = fault.Times - 1 });
            }
            else
            {
                world.Delete(Kinds.Fault, fault.Id!);
            }

            return fault;
        });
    }

    private IResult Add(Fault fault)
    {
        if (fault.Mistake() is { } sentence)
        {
            return WorldResults.Refuse(400, sentence);
        }

        var kept = fault with { Id = WorldIds.New(), Times = fault.Times ?? 1 };
        store.Write(world => world.Put(Kinds.Fault, kept.Id!, kept));
        return WorldResults.Json(kept, StatusCodes.Status201Created);
    }

    private IResult List() => WorldResults.Json(store.All<Fault>(Kinds.Fault));

    private IResult Clear()
    {
        store.Write(world =>
        {
            foreach (var fault in world.All<Fault>(Kinds.Fault))
            {
                world.Delete(Kinds.Fault, fault.Id!);
            }
        });
        return Results.NoContent();
    }
}
