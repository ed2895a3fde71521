using StrategyBot.Sandbox.People;

namespace StrategyBot.Sandbox.PeoplesSide;

/// <summary>Teams and Outlook as the people of the sandbox use them, over HTTP; <c>as</c> says who.
/// The page and the end-to-end tests stand on this.</summary>
internal static class PeoplesRoutes
{
    public static IServiceCollection AddPeoplesRoutes(this IServiceCollection services) =>
        services.AddSingleton<Desk>().AddSingleton<ChatRoutes>().AddSingleton<SpeakingRoutes>().AddSingleton<CalendarRoutes>()
            .AddSingleton<MailRoutes>();

    public static void MapPeoplesRoutes(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sandbox/people", () => WorldResults.Json(SandboxPeople.All.Select(person =>
            new { person.Id, person.Name, person.Role, person.Agency, person.AadObjectId, person.Mail, person.TenantId })));
        var people = app.MapGroup("/sandbox/api/{as}");
        ChatRoutes.Map(people);
        SpeakingRoutes.Map(people);
        MeetingRoutes.Map(people);
        CalendarRoutes.Map(people);
        MailRoutes.Map(people);
    }
}
