using System.Security.Cryptography;
using System.Text;

namespace StrategyBot.Phases;

/// <summary>How an event in the calendar is known to Graph: the same on every attempt, so that it makes one event of them all.</summary>
internal static class CalendarId
{
    /// <param name="key">Of what is owed.</param>
    public static string Of(Case @case, string key)
    {
        var name = Encoding.UTF8.GetBytes($"{@case.Id}/{@case.CheckWord}/{@case.OpenedAt.UtcTicks}/{key}");
        return new Guid(SHA256.HashData(name).AsSpan(0, 16)).ToString();
    }
}
