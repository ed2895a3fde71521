using StrategyBot.Protocols.Teams;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Benchmarks.Load.Serving;

/// <summary>Teams' connector as far as the rig needs it: takes what is posted, and knows who is in a chat.</summary>
internal static class FakeConnector
{
    private static readonly byte[] Posted = """{"id":"1764063011123"}"""u8.ToArray();

    /// <summary>The next message is kept until it is asked for again.</summary>
    public const string Keep = "/rig/keep", Kept = "/rig/kept";

    private static volatile bool keepsNext;
    private static string kept = "";

    public static WebApplication Build(Served served)
    {
        var app = Serve.Kestrel(served).Build();
        app.MapPost("/uk/v3/conversations/{conversation}/activities", PostedAsync);
        app.MapGet("/uk/v3/conversations/{conversation}/members/{member}", (string member) => Results.Json(Member(member),
            TeamsJson.Wire.TeamsChannelAccount));
        app.MapGet(Keep, () => keepsNext = true);
        app.MapGet(Kept, () => kept);
        return app;
    }

    private static async Task PostedAsync(HttpContext http)
    {
        if (keepsNext)
        {
            keepsNext = false;
            kept = await new StreamReader(http.Request.Body).ReadToEndAsync(http.RequestAborted);
        }
        else
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }

        Counters.CountOutside();
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = Posted.Length;
        await http.Response.Body.WriteAsync(Posted, http.RequestAborted);
    }

    private static TeamsChannelAccount Member(string id)
    {
        var known = Cast.InTheMeeting.Append(Cast.Head).FirstOrDefault(person => person.ChannelId == id);
        return new()
        {
            Id = id,
            AadObjectId = id["29:".Length..],
            Name = known?.Name ?? "A chair",
            Email = known?.Mail,
            TenantId = known?.Person!.Value.Value.Split('/')[0] ?? ChannelKey.Tenant,
        };
    }
}

/// <summary>Fictional people.</summary>
internal static class Cast
{
    public static IReadOnlyList<Cases.Participant> InTheMeeting { get; } = [Given.Priya, Given.Tom, Given.Sam, Given.Grace, Given.Ruth];

    /// <summary>Whom the procedure names as the head of the service.</summary>
    public static Cases.Participant Head { get; } = Given.Priya with
    {
        Name = "Helen Marsh",
        Person = Cases.PersonId.Of(ChannelKey.Tenant, "helen"),
        ChannelId = "29:helen",
        Mail = "helen.marsh@council.example",
    };
}
