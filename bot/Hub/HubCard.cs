namespace StrategyBot.Hub;

/// <summary>The card that stands in the meeting chat, the same for all who look: no case data, one button (design §5.1, P22).</summary>
internal static class HubCard
{
    public static AdaptiveCard For(Case @case, Words words)
    {
        var face = HubFace.Of(@case, words);
        return new(
            new TextBlock(face.Title) { Style = TextBlockStyle.Heading, Size = TextSize.Large, Weight = TextWeight.Bolder },
            new TextBlock(face.When),
            new TextBlock(face.Stage),
            new TextBlock(face.Core) { IsSubtle = true })
        {
            FallbackText = face.Title,
            Actions = [Actions.Open("Open my part", OpenMyPart.Verb, CaseForm.Of(@case))],
        };
    }
}

/// <summary>Everything that the posted card says. A record of its own, so that a test can hold that nothing else gets on it.</summary>
internal sealed record HubFace(string Title, string When, string Stage, string Core)
{
    public static HubFace Of(Case @case, Words words)
    {
        var meeting = @case.Meeting;
        return new(
            $"{@case.Id} {@case.CheckWord}",
            meeting.Room.Convened is { } convened ? words.When(convened.StartsAt) : "",
            meeting.Stage switch
            {
                Cases.Stage.Inviting => "Inviting",
                Cases.Stage.Meeting => "Meeting",
                Cases.Stage.Minutes => "Minutes",
                _ => "Follow-up",
            },
            $"Core agencies: {Quorum.Covered(@case).Count} of {Quorum.Core(@case).Count}");
    }

    public override string ToString() => string.Join('\n', Title, When, Stage, Core);
}
