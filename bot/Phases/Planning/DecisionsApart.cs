using System.Text.Json;

namespace StrategyBot.Phases.Planning;

/// <summary>A form whose answer may be given for each child.</summary>
internal interface IDecidedApart
{
    /// <summary>The answer on each child, by <see cref="DecisionsApart.IdOf"/>.</summary>
    Dictionary<string, JsonElement>? Apart { get; }

    /// <summary>The one answer that was chosen is for all.</summary>
    bool? Same { get; }
}

/// <summary>One question on several children on one form, an answer for each (P9): where somebody sees it differently for one of them, or
/// it was decided so. Where nothing differs it is asked once.</summary>
internal static class DecisionsApart
{
    /// <summary>Of more children there are more than six inputs.</summary>
    public const int Most = 3;

    private const string Prefix = "answer-";

    public static string IdOf(Child child) => Prefix + child.Id.Value;

    /// <param name="child">Whom the form was opened for.</param>
    /// <param name="besides">What is decided beside the answer, and has one input for all.</param>
    public static bool AreAsked<TFact>(
        FormPage page, string? child, int most, IReadOnlyDictionary<ChildId, Decided<TFact>> decided, Func<TFact, string?> answer,
        params IReadOnlyList<Func<TFact, object?>> besides)
        where TFact : DecisionFact
    {
        var children = page.Case.Children;
        if (!string.IsNullOrEmpty(child) || children.Count < 2 || children.Count > most || DecisionDrawing.AsksWhy(page, decided))
        {
            return false;
        }

        var facts = children.Where(one => decided.ContainsKey(one.Id)).Select(one => decided[one.Id].Fact).ToList();
        return facts.Count == 0 ? SharedViews.Differ(page.Case)
            : facts.Count == children.Count && facts.Select(answer).Distinct().Count() > 1
                && facts.Select(fact => fact.Audience).Distinct().Count() == 1
                && besides.All(of => facts.Select(of).Where(said => said is not null).Distinct().Count() <= 1);
    }

    /// <summary>What stands of all: beside the answers it is the same.</summary>
    public static (string? Child, TFact? Stands) Start<TFact>(Case @case, IReadOnlyDictionary<ChildId, Decided<TFact>> decided)
        where TFact : DecisionFact => (null, decided.GetValueOrDefault(@case.Children[0].Id)?.Fact);

    /// <summary>The question, and under it each child.</summary>
    public static IReadOnlyList<CardElement> Ask<T, TFact>(
        Case @case, string question, WordTable<T> words, IReadOnlyDictionary<ChildId, Decided<TFact>> decided, Func<TFact, T> answer)
        where T : struct, Enum
        where TFact : DecisionFact =>
        Ask(@case, question, Prefix, words, child => decided.TryGetValue(child.Id, out var stands) ? answer(stands.Fact) : null);

    /// <param name="prefix">How the inputs' names begin, where a form asks more than one question so.</param>
    public static IReadOnlyList<CardElement> Ask<T>(
        Case @case, string question, string prefix, WordTable<T> words, Func<Child, T?> stands)
        where T : struct, Enum =>
    [
        new TextBlock(question) { Weight = TextWeight.Bolder },
        .. @case.Children.Select(child => Choices.Radios(
            prefix + child.Id.Value, Shortened.To(FormCard.Line, ChildChoice.Named(child)), words, stands(child))),
    ];

    /// <summary>The answers that were given to one of a form's questions.</summary>
    public static IReadOnlyList<(Child Child, T Answer)> Given<T>(
        Case @case, IReadOnlyDictionary<string, JsonElement>? answers, string prefix, WordTable<T> words)
        where T : struct, Enum =>
        [.. from child in @case.Children
            let sent = answers?.GetValueOrDefault(prefix + child.Id.Value) is { ValueKind: JsonValueKind.String } one
                ? one.GetString() : null
            let answer = Choices.Read(words, sent)
            where answer is not null
            select (child, answer.Value)];

    /// <summary>Why one answer can't be for all: there are two.</summary>
    public static Refusal? TooMany<T>(Case @case, IReadOnlyList<(Child Child, T Answer)> given, string prefix)
        where T : struct, Enum => given.DistinctBy(one => one.Answer).ToList() is [_, var second, ..]
            ? ChildChoice.TooMany(@case, prefix + second.Child.Id.Value)
            : null;

    public static IReadOnlyList<Save> Saves(Case @case) =>
        [new("Save"), new(ChildChoice.SameForAll(@case), new { Same = true }) { MayGoOn = true }];

    public static bool Are(IDecidedApart typed) => typed.Apart?.Keys.Any(id => id.StartsWith(Prefix, StringComparison.Ordinal)) == true;

    /// <summary>Each answer that was given, with whom it is about. A child without one is left open.</summary>
    public static IReadOnlyList<(T Answer, IReadOnlyList<Child> Children)> Read<T>(Case @case, IDecidedApart typed, WordTable<T> words)
        where T : struct, Enum
    {
        var given = Given(@case, typed.Apart, Prefix, words).GroupBy(one => one.Answer, one => one.Child)
            .Select(group => (group.Key, (IReadOnlyList<Child>)[.. group])).ToList();
        return typed.Same == true && given is [var (only, _)] ? [(only, @case.Children)] : given;
    }

    /// <param name="rule">Decides one answer for some of the children; without an answer it says what to choose.</param>
    public static Decision Decide<T>(Case @case, IDecidedApart typed, WordTable<T> words, Func<IReadOnlyList<Child>, T?, Decision> rule)
        where T : struct, Enum
    {
        var given = Read(@case, typed, words);
        if (typed.Same == true && TooMany(@case, Given(@case, typed.Apart, Prefix, words), Prefix) is { } several)
        {
            return several;
        }

        var decided = given.Count == 0 ? [rule(@case.Children, null)] : given.Select(one => rule(one.Children, one.Answer)).ToList();
        return decided.OfType<Decision.Refused>().FirstOrDefault()
            ?? Decision.Of([.. decided.OfType<Decision.Accepted>().SelectMany(yes => yes.Facts)]);
    }
}
