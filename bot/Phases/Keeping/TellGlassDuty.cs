using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Keeping;

/// <summary>Tells at once that an auditor reads a case, and until when (P17): the data protection officer by mail, so that it stands
/// outside this system too, and the chair in their chat. Neither hears why: it may be about one of them.</summary>
internal sealed class TellGlassDuty(Reach reach, Words words) : IDuty<int>
{
    public static string Kind => "keeping/tell-glass";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that an auditor reads a case";

    public static IEnumerable<Owed<int>> Owes(Case @case) =>
        from glass in @case.Meeting.Id == @case.Meetings[^1].Id ? @case.Keeping.Glasses : []
        from whom in GlassRule.Told(@case, glass.Said.Fact.Auditor).Select(person => person.Id).Append(@case.Meeting.Chair).Distinct()
        where whom != glass.Said.Fact.Auditor
        select new Owed<int>(string.Create(CultureInfo.InvariantCulture, $"{Kind}/{glass.Said.Seq}/{whom.Value}"), glass.Said.At,
            glass.Said.Seq)
        {
            To = whom,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<int> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var (glass, to) = (@case.Keeping.Glasses.Find(one => one.Said.Seq == owed.About)!, @case.Find(owed.To!.Value)!);
        var told = Word(@case, glass, words);
        return to.Id == @case.Meeting.Chair
            ? reach.TellAsync(@case, to, owed, attempt, told, cancellationToken)
            : reach.WriteAsync(@case, to, owed, attempt, told, cancellationToken);
    }

    internal static Notification Word(Case @case, BrokenGlass glass, Words words) => new(
        FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
            [
                new PlainText(GlassRule.Say(@case, glass, words)) { Weight = TextWeight.Bolder },
                new TextBlock("They read what information governance may read, and change nothing. Whatever they open is logged. Why they "
                    + "have to read it is not told here."),
            ],
            [OwnPart.Button(@case)]),
        "An auditor reads a case.")
    {
        InLetter = $"An auditor, {GlassRule.Name(@case, glass)}, opened {@case.Id} {@case.CheckWord} to read it, until "
            + $"{words.When(glass.Said.Fact.Until)}.",
    };
}
