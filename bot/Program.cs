using StrategyBot.Sandbox;

var builder = WebApplication.CreateBuilder(args);
var mode = builder.Configuration["StrategyBot:Mode"] ?? (builder.Environment.IsDevelopment() ? "Sandbox" : "Live");
var hostsWorld = mode == "SandboxWorld" || (mode == "Sandbox" && SandboxUrls.HostsWorld(builder.Configuration));
if (hostsWorld)
{
    builder.Services.AddSandboxWorld(builder.Configuration);
}

if (mode == "Sandbox")
{
    builder.Services.AddSandboxMode(builder.Configuration);
    builder.Services.AddSingleton<Settle>(_ => Task.FromResult<DateTimeOffset?>(null));
}

var app = builder.Build();
app.MapGet("/healthz", () => "ok");
if (hostsWorld)
{
    app.MapSandboxWorld();
}

if (mode == "Sandbox")
{
    app.MapSandboxMode();
}

app.Run();
