using System.Diagnostics.CodeAnalysis;
using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.People;

namespace StrategyBot.Sandbox.PeoplesSide;

/// <summary>Whose Teams a request is about.</summary>
internal sealed class Desk(ChatBook chats)
{
    public static IResult Nobody { get; } = WorldResults.Refuse(404, "Nobody in the sandbox is called that.");

    public static IResult NotTheirs { get; } = WorldResults.Refuse(404, "This person has no such chat.");

    public bool TryChat(string called, string chatId, [NotNullWhen(true)] out SandboxPerson? person, [NotNullWhen(true)] out Chat? chat)
    {
        person = SandboxPeople.Find(called);
        chat = chats.Find(chatId);
        return person is not null && chat?.Has(person) == true;
    }

    public bool TryMeeting(
        string called, string onlineMeetingId, [NotNullWhen(true)] out SandboxPerson? person, [NotNullWhen(true)] out Chat? chat)
    {
        person = SandboxPeople.Find(called);
        chat = chats.OfMeeting(meeting => meeting.OnlineMeetingId == onlineMeetingId);
        return person is not null && chat?.Has(person) == true;
    }
}
