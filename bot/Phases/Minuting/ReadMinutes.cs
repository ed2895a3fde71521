using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>Opens a page of approved minutes, cut to the reader's markings.</summary>
internal sealed class ReadMinutes(Clerk clerk, Words words) : IVerb<ReadMinutes.Form>
{
    public static string Verb => "minuting/read";

    /// <param name="Meeting">Which meeting's; the latest where it is left out.</param>
    /// <param name="Version">0 = the one that stands.</param>
    public sealed record Form(string Case, string? Meeting = null, int Version = 0, int Page = 1)
    {
        public Meeting Of(Case @case) => @case.Meetings.FirstOrDefault(meeting => meeting.Id.Value == Meeting) ?? @case.Meeting;
    }

    public static PartButton Button(Case @case, Meeting meeting) => new("Read the minutes", Verb, new Form(@case.Id.Value, meeting.Id.Value));

    public static SubmitAction Turn(Case @case, Meeting meeting, string title, int version, int page) => Actions.Send(title, Verb, new Form(@case.Id.Value, meeting.Id.Value, version, page));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.ReadMinutes, $"{Verb}/{form.Version}/{form.Page}", cancellationToken) is not { } view ? new Reply.Say(new NoSuchCase().Say(words))
        : form.Of(view.Whole).Minutes.Version == 0 ? new Reply.Say(new NotApprovedYet().Say(words))
        : new Reply.Show("Minutes", MinutesCard.For(view, form.Of(view.Whole), form.Version, form.Page, words));
}
