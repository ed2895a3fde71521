using System.Text.RegularExpressions;
using StrategyBot.Conversations;
using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.Phases;

/// <summary>Which case a typed command is about: the reference and word where they are typed, else the only one
/// that fits (P10, P22).</summary>
internal sealed partial class CommandCase(Clerk clerk, Words words, TimeProvider clock)
{
    /// <summary>A called meeting whose minutes aren't approved yet: what is decided or said in it can be typed.</summary>
    public static bool IsOpen(CaseView view) => view.Case.Meeting is { IsConvened: true, Minutes.Approved: null };

    /// <summary>Saves what a line says on the one case that it can be about.</summary>
    /// <param name="example">The command as it is typed with a reference.</param>
    /// <param name="decide">Of the rest of the line, by the rules of the forms.</param>
    /// <param name="echo">What stands then; without facts where it stood already.</param>
    /// <param name="fits">Which cases it can be about; <c>null</c>: those whose minutes aren't approved yet.</param>
    /// <param name="ofCase">It is about the case: its latest meeting that fits is meant, and nobody is asked which.</param>
    public async Task<Reply> SaveAsync(
        string text, Turn turn, Capability needs, string example, Func<string, Case, Participant, DateTimeOffset, Decision> decide,
        Func<FormPage, IReadOnlyList<Fact>, string, Echo> echo, CancellationToken cancellationToken, Func<CaseView, bool>? fits = null,
        bool ofCase = false)
    {
        if (await FindAsync(text, turn, needs, fits ?? IsOpen, cancellationToken, ofCase) is var found && found is not Found.One)
        {
            return found.WhyNot(example, words);
        }

        var (view, rest) = (Found.One)found;
        var now = clock.GetUtcNow();
        var told = await clerk.AskAsync(
            turn.Asker(), view.Case.Ref, needs, turn.Source, (@case, me) => decide(rest, @case, me, now), cancellationToken);
        return told.Decision.Match<Reply>(
            accepted: facts =>
            {
                var page = new FormPage(told.View!, words, now, told.View!.Whole.Version);
                return echo(page, facts, rest).Say(page, facts.Count > 0 || told.IsRepeated);
            },
            refused: why => new Reply.Say($"Nothing was saved on {view.Case.Id} {view.Case.CheckWord}. {why.Say(words)}"));
    }

    /// <param name="text">What follows the command's word; may begin with a reference and its check word.</param>
    /// <param name="fits">Which of the person's meetings the command can mean, where none is typed;
    /// <c>null</c> where it is about the case, whatever its meetings.</param>
    /// <param name="ofCase">It is about the case all the same: the latest that fits is meant.</param>
    public async Task<Found> FindAsync(
        string text, Turn turn, Capability needs, Func<CaseView, bool>? fits, CancellationToken cancellationToken, bool ofCase = false)
    {
        var typed = Typed().Match(text);
        if (typed.Success)
        {
            return await TypedAsync(typed, text, turn, needs, fits, ofCase, cancellationToken);
        }

        if (turn.At.Kind is PlaceKind.MeetingChat or PlaceKind.Panel)
        {
            return await clerk.FindChatAsync(turn.At.Address.ConversationId, cancellationToken) is { } here
                && await clerk.ReadAsync(turn, here, needs, null, cancellationToken) is { } view
                ? new Found.One(view, text)
                : new Found.None(new NoSuchCase());
        }

        var read = await clerk.ReadAllAsync(turn.Asker(), needs, null, cancellationToken);
        Found found = (read.Views.SelectMany(view => Fitting(view, needs, fits, ofCase)).ToList(), read.LeftAlone) switch
        {
            ([], { } left) => new Found.None(new CannotBe(left.ToReader)),
            ([], null) => new Found.None(new NothingFits()),
            ([var only], null) => new Found.One(only, text),
            // One that can't be read may be meant as well as any other.
            var (views, _) => new Found.Several(views, read.LeftAlone),
        };
        return found with { Closed = read.Closed };
    }

    private static IReadOnlyList<CaseView> Fitting(CaseView view, Capability needs, Func<CaseView, bool>? fits, bool ofCase) => fits is null
        ? [view]
        : [.. view.AboutEach().Where(one => one.Reader.May(needs) && fits(one)).Take(ofCase ? 1 : int.MaxValue)];

    private async Task<Found> TypedAsync(
        Match typed, string text, Turn turn, Capability needs, Func<CaseView, bool>? fits, bool ofCase,
        CancellationToken cancellationToken)
    {
        var number = typed.Groups["meeting"].Value;
        var at = new CaseRef(new(typed.Groups["reference"].Value.ToUpperInvariant()), number.Length > 0 ? new($"meeting-{number}") : null);
        var (view, word) = (await clerk.ReadAsync(turn, at, needs, null, cancellationToken), typed.Groups["word"].Value);
        var behind = text[(typed.Groups["reference"].Index + typed.Groups["reference"].Length)..].TrimStart(' ', '·');
        if (view is not null && NamesAgency(behind))
        {
            // The word may be left out only where the line would mean this case without the reference too (P22).
            return await FindAsync(behind, turn, needs, fits, cancellationToken, ofCase) is Found.One only
                && only.View.Case.Id == view.Case.Id
                ? only
                : new Found.None(new WordMissing(view.Case.Id));
        }

        var closed = view is null ? (await clerk.ReadAsync(turn, at, Capability.SeeCase, null, cancellationToken))?.Case : null;
        return view switch
        {
            null => new Found.None(closed is null ? new NoSuchCase() : CaseIsClosed.To(closed, needs) ?? new NoSuchCase()),
            _ when word.Length == 0 => new Found.None(new WordMissing(view.Case.Id)),
            _ when !string.Equals(word, view.Case.CheckWord, StringComparison.OrdinalIgnoreCase) => new Found.None(new NoSuchCase()),
            _ when number.Length == 0 && Fitting(view, needs, fits, ofCase) is { Count: > 1 } several => new Found.Several(several),
            _ => new Found.One(
                number.Length == 0 && Fitting(view, needs, fits, ofCase) is [var only] ? only : view,
                text[typed.Length..].TrimStart(' ', ':')),
        };
    }

    /// <summary>Whose words they are stands where the word does: <c>SB-2026-014 health: …</c>, <c>SB-2026-014 for police: …</c>.</summary>
    private static bool NamesAgency(string behind)
    {
        var colon = behind.IndexOf(':', StringComparison.Ordinal);
        var head = colon < 0 ? "" : $" {behind[..colon]}";
        var at = head.IndexOf(" for ", StringComparison.OrdinalIgnoreCase);
        return at == 0 || Agencies.Read(at < 0 ? head : head[..at]) is not null;
    }

    [GeneratedRegex(
        @"^\s*(?<reference>SB-\d{4}-\d{3,6})(?:[\s·]+(?<word>[A-Za-z]+)(?:[\s·]+meeting\s+(?<meeting>\d{1,3})\b)?)?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Typed();
}

/// <summary>What a command was found to be about.</summary>
internal abstract record Found
{
    private Found() { }

    /// <summary>The person's closed cases, where all of theirs were looked through.</summary>
    public IReadOnlyList<CaseView> Closed { get; init; } = [];

    /// <param name="Rest">What was typed behind the reference.</param>
    public sealed record One(CaseView View, string Rest) : Found;

    /// <param name="LeftAlone">Why at least one more is none of them.</param>
    public sealed record Several(IReadOnlyList<CaseView> Views, LeftAloneException? LeftAlone = null) : Found;

    public sealed record None(Refusal Because) : Found;

    /// <summary>What is said where not exactly one case is meant, so that nothing was done.</summary>
    /// <param name="example">The command as it is typed with a reference.</param>
    public Reply WhyNot(string example, Words words) => this switch
    {
        Several { Views: [var one, ..] views } when views.All(view => view.Case.Id == one.Case.Id) =>
            new Reply.Say(
                $"{one.Case.Id} {one.Case.CheckWord} has more than one meeting that this fits, so nothing was done. Type it again with the "
                    + $"number of the meeting behind the word: `{one.Case.Id} {one.Case.CheckWord} meeting {views.Count}`"),
        Several =>
            new Reply.Say(
                $"That could be about more than one of your cases, so nothing was done. Type it again with the reference and its word: "
                    + $"`{example}`"),
        None none => new Reply.Say(none.Because.Say(words)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>The person has no case that the command could mean.</summary>
internal sealed record NothingFits : Refusal
{
    public override string Say(Words words) =>
        "You have no case that this fits just now. Type `status` to see yours, or add the reference and its word.";
}

/// <summary>A reference without its check word opens nothing (P22).</summary>
internal sealed record WordMissing(CaseId Case) : Refusal
{
    public override string Say(Words words) =>
        $"Add the word that stands beside the reference on the card, as in `{Case} Heron`. It keeps a slip of one digit from opening "
            + $"another case.";
}
