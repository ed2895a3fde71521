using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Opens the list of who is there.</summary>
internal sealed class OpenAttendance(Clerk clerk, Words words) : IVerb<OpenAttendance.Form>
{
    public static string Verb => "attending/attendance";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new("Who is here", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Lead, Verb, cancellationToken) is { } view
            ? new Reply.Show("Who is here", AttendanceCard.For(view, words))
            : new Reply.Say(new NoSuchCase().Say(words));
}
