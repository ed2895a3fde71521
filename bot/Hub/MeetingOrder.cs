using System.Text.Json.Nodes;
using StrategyBot.Conversations;
using StrategyBot.Phases;
using StrategyBot.Records;

namespace StrategyBot.Hub;

/// <summary>What a person sees after a save, and what comes next for them (design §5.3), by the phases' lists.</summary>
internal sealed class MeetingOrder(Clerk clerk, PhaseList phases, Words words, TimeProvider clock) : IMeetingOrder
{
    public async Task<Reply> ShowAsync(Reply.Saved saved, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn, new CaseForm(saved.Case).Ref(), Capability.SeeCase, null, cancellationToken) is { } view
            ? OwnPart(view, saved, turn)
            : new Reply.Say(saved.Text);

    public Reply OwnPart(CaseView view, Reply.Saved saved, Turn turn)
    {
        if (!view.Reader.May(Capability.SeeCase))
        {
            return new Reply.Say(saved.Text);
        }

        try
        {
            clerk.NoteShown(turn.Asker(), view.Case.Id, OpenMyPart.Verb);
            // The panel lists the parts itself.
            return new Reply.Show("Saved", FormCard.Of(turn.At.Kind == PlaceKind.Panel
                ? new(saved.Text, saved.Echo)
                : MyPartDrawing.Of(view, phases, words, clock.GetUtcNow(), saved.Text, saved.Echo)));
        }
        catch (ReadingClosedException)
        {
            // It stands; only nothing more is shown while that can't be noted.
            return new Reply.Say(saved.Text);
        }
    }

    public MeetingPlace Of(CaseView view, PartButton part)
    {
        var (entries, asked) = (phases.Entries(view, clock.GetUtcNow()), CardJson.Sent(CardJson.Data(part.Form)));
        var here = entries.ToList().FindIndex(entry => IsAbout(entry, part.Verb, asked));
        return here < 0 ? new(null, [])
            : new(IsOneOfSeveral(entries[here], asked)
                ? entries[here].Open
                // What waits before it stands in the person's own part: led in a circle, nobody sees an end.
                : entries.Skip(here + 1).FirstOrDefault(entry => entry.IsOpen)?.Open,
                SayBlock.For(view, entries[here]));
    }

    private static bool IsAbout(HubEntry entry, string opened, JsonObject asked) => (entry.Open.Verb == opened || entry.Id == opened)
        && CardJson.Sent(CardJson.Data(entry.Open.Form)).All(field =>
            field.Value is null || JsonNode.DeepEquals(field.Value, asked[field.Key]));

    /// <summary>Answered for one child, and still open for another.</summary>
    private static bool IsOneOfSeveral(HubEntry entry, JsonObject asked) => entry.IsOpen
        && asked[ChildChoice.Field]?.ToString() is { Length: > 0 } and not ChildChoice.All
        && CardJson.Sent(CardJson.Data(entry.Open.Form))[ChildChoice.Field] is null;
}
