using System.Net.Http.Json;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.EndToEnd;

namespace StrategyBot.Tests.Phases.Keeping;

/// <summary>Who is in every group of the sandbox, and on no case until they take one up.</summary>
internal static class HeadOfService
{
    /// <summary>With the app in their own chat.</summary>
    public static async Task<TeamsUser> JoinAsync(HttpClient world)
    {
        (await world.PostAsync($"sandbox/graph/v1.0/users/{SandboxPeople.HeadOfService.AadObjectId}/teamwork/installedApps",
            JsonContent.Create(new Dictionary<string, string>
            {
                ["teamsApp@odata.bind"] = $"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/{SandboxPeople.CatalogAppId}",
            }))).EnsureSuccessStatusCode();
        return new(world, "head-of-service");
    }

    /// <summary>Asks again where a slow machine could not find out in time who asks.</summary>
    public static async Task<string> AskAsync(this TeamsUser person, string line)
    {
        var answer = (await person.SayAsync(line)).Words;
        for (var again = 0; again < 10 && answer.Contains("I can't check just now", StringComparison.Ordinal); again++)
        {
            answer = (await person.SayAsync(line)).Words;
        }

        return answer;
    }
}
