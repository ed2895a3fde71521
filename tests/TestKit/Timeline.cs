using System.Text;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Obligations;
using StrategyBot.Phases;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Tests.TestKit;

/// <summary>Who hears what of a case and when, as long as nobody does anything: all that the product's phases owe, each settled at its
/// moment.</summary>
internal static class Timeline
{
    private const int MostLines = 200;

    /// <param name="only">Of these phases; none: of all.</param>
    public static Duties OfProgram(params IReadOnlyList<string> only)
    {
        var duties = new Duties();
        foreach (var phase in Program.Phases.All.Where(phase => only.Count == 0 || only.Contains(phase.Name)))
        {
            phase.Duties(duties);
        }

        return duties;
    }

    /// <returns>A line each: when, whom, which kind, and what a clock's card says, parted by bars.</returns>
    /// <param name="only">What these phases owe; none: all.</param>
    public static string Of(Given given, string until, params IReadOnlyList<string> only)
    {
        var (duties, said) = (OfProgram(only), new StringBuilder());
        for (var line = 0; line < MostLines; line++)
        {
            var @case = given.Case;
            if (duties.OwedBy(@case) is not [var next, ..] || next.DueAt > Dates.Local(until))
            {
                return said.ToString();
            }

            said.AppendLine(string.Join(" | ", Words.English.When(next.DueAt), Whom(@case, next), duties.KindOf(next), Tells(@case, next)));
            given.Settled(next.DueAt > given.Now ? next.DueAt : given.Now,
                new EffectSettled(next.Key, EffectOutcome.Delivered, "personal-chat", ""));
        }

        throw new InvalidOperationException($"It doesn't stop:\n{said}");
    }

    private static string Whom(Case @case, Owed owed) => owed.To is { } to ? @case.Find(to)!.Name
        : owed is Owed<string> role ? RoleHolders.Find(@case, @case.About(owed.Meeting)!.Meeting, role.About)?.Name ?? role.About
        : owed is Owed<ClockMark> mark ? Ladder.Holder(@case, mark.About.Whom)?.Name ?? "nobody"
        : "";

    /// <summary>What a clock's card says under its title.</summary>
    private static string Tells(Case @case, Owed owed) => owed is not Owed<ClockMark> { About: var mark } ? ""
        : string.Join(' ', Card(@case, owed, mark).Body.Skip(1).OfType<TextBlock>().Select(block => block.Text));

    private static AdaptiveCard Card(Case @case, Owed owed, ClockMark mark)
    {
        var clock = typeof(Program).Assembly.GetTypes().Single(type => type.IsClass && type.IsAssignableTo(typeof(IClock))
            && owed.Key.StartsWith((string)type.GetProperty(nameof(IClock.Kind))!.GetValue(null)! + "/", StringComparison.Ordinal));
        var to = @case.Find(new ParticipantId(mark.Whom)) ?? Ladder.Holder(@case, mark.Whom)!;
        return (AdaptiveCard)typeof(ClockDuty<>).MakeGenericType(clock)
            .GetMethod("Card", System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
            .Invoke(null, [@case, mark, to, Words.English, owed.DueAt])!;
    }
}
