using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Saves the second half of a position.</summary>
internal sealed class SaveLimit(Clerk clerk, Words words, TimeProvider clock) : IVerb<SaveLimit.Form>
{
    public static string Verb => "safeguarding/save-limit";

    /// <param name="All">The same for all children.</param>
    /// <param name="Seen">When that was saved which the form showed.</param>
    public sealed record Form(
        string Case, string? Child = null, bool All = false, DateOnly? SinceDate = null, TimeOnly? SinceTime = null, DateOnly? DecideDate = null, TimeOnly? DecideTime = null, string? Ring = null, DateTimeOffset? Seen = null)
    {
        public static Form Of(Case @case, Child child, Words words)
        {
            var stands = @case.Meeting.Safety.Positions.GetValueOrDefault(child.Id)?.Fact;
            return new(@case.Id.Value, child.Id.Value, false, Date(stands?.BasisFrom, words), Time(stands?.BasisFrom, words), Date(stands?.DecideBy, words), Time(stands?.DecideBy, words), stands?.IfTakenRing);
        }

        private static DateOnly? Date(DateTimeOffset? at, Words words) => at is { } one ? words.LocalDate(one) : null;

        private static TimeOnly? Time(DateTimeOffset? at, Words words) => at is { } one ? words.LocalTime(one) : null;
    }

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.FillForm, turn.Source, (@case, me) => Positioning.Meanwhile(@case, me, form.Child, form.Seen) is { } changed ? changed : Decide(@case, form), cancellationToken);
        return view?.Case.Find(new ChildId(form.Child ?? "")) is not { } child
            ? new Reply.Say(decision.Match(_ => new NoChildMeant().Say(words), why => why.Say(words)))
            : decision.Match(
                accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())} on {view.Case.Id} {view.Case.CheckWord}: where {(form.All ? "all children are" : $"{child.Number} is")} safe",
                    PositionEcho.For(view.Case, child, words)),
                refused: why => FormAgain.Or(why, view, words, "Position of safety", (seen, notSaved) => PositionCard.Limit(seen, child, form, words, null, notSaved)));
    }

    private Decision Decide(Case @case, Form form)
    {
        if ((form.SinceDate is null && form.SinceTime is not null) || (form.DecideDate is null && form.DecideTime is not null))
        {
            return new CannotBe("There is a time without its day. Choose the day too.");
        }

        if (form.SinceDate is not null && form.SinceTime is null)
        {
            return new CannotBe("Choose the time too since when it has been so: police protection runs out by the hour.");
        }

        return Positioning.Limit(@case, SavePlace.Meant(@case, form.Child, form.All), At(form.SinceDate, form.SinceTime), At(form.DecideDate, form.DecideTime), form.Ring, clock.GetUtcNow(), words);
    }

    /// <summary>A day alone means its end.</summary>
    private DateTimeOffset? At(DateOnly? on, TimeOnly? time) => on is { } date ? words.At(date, time ?? Words.LastMinute) : null;
}
