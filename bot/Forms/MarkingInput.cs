using StrategyBot.Rules;

namespace StrategyBot.Forms;

/// <summary>The question who may read a paragraph, as every form asks it (P6).</summary>
internal static class MarkingInput
{
    /// <summary>Its name on every form.</summary>
    public const string Id = "marking";

    /// <summary>The name of the question whom of the family it may be shared with.</summary>
    public const string ShareId = "share";

    /// <summary>The choice for the professionals at this meeting, which a typed line has too.</summary>
    public const string Professionals = "professionals";

    private const string PoliceAndSocialCare = "police-and-social-care";
    private const string OnlyPrefix = "only-";
    private const string ExactlyPrefix = "exactly-";

    // An earlier release ticked it and named nobody.
    private const string Unnamed = "family";

    /// <summary>A marking that didn't come is asked, never read as the widest.</summary>
    public static CannotBe NotSaid { get; } = new("Choose who may read this.") { Field = Id };

    /// <param name="case">Whose agencies are offered.</param>
    /// <param name="author">The author's own agency is always among the readers.</param>
    /// <param name="alsoOf">The agency of whose words they are, where another types them.</param>
    /// <param name="asks">The question, where it is about less than all texts of the form.</param>
    public static ChoiceSetInput For(
        Case @case, Agency author, Audience? value = null, Agency? alsoOf = null, string asks = "Who may read this") =>
        For(@case.Invited.Select(person => person.Agency), author, value, alsoOf, asks);

    /// <summary>Where there is no case yet.</summary>
    /// <param name="agencies">Which are offered.</param>
    public static ChoiceSetInput For(IEnumerable<Agency> agencies, Agency author, Audience? value, Agency? alsoOf, string asks)
    {
        IReadOnlyList<Choice> offered =
        [
            new(Audience.Professionals.Say(), Professionals),
            new(Audience.PoliceAndSocialCare.Say(), PoliceAndSocialCare),
            .. agencies.Where(agency => agency != author).Distinct().Order()
                .Select(agency => new Choice($"Only {agency.Name()} and us", $"{OnlyPrefix}{agency}")),
        ];
        var stands = Write(value ?? Audience.Professionals, author, alsoOf);
        return new(Id, asks, offered.Any(choice => choice.Value == stands)
            ? offered
            : [.. offered, new(value!.SharedAs(null).Say(), stands)])
        {
            Value = stands,
        };
    }

    /// <summary>Beside an answer and a few words: the question alone, not drawn for who may not read what stands.</summary>
    /// <param name="stands">As the reader has it.</param>
    /// <param name="whole">As it is.</param>
    public static IReadOnlyList<CardElement> Beside<T>(
        FormPage page, T? stands, T? whole, Audience? value, string asks = "Who may read this")
        where T : class =>
        Equals(stands, whole) ? [For(page.Case, page.Me.Agency, value, asks: asks)] : [];

    /// <summary>The question behind a button that says what stands: on a form that asks for six things besides.</summary>
    public static IReadOnlyList<CardElement> Folded(ChoiceSetInput asks) =>
    [
        new ActionSet(new ToggleVisibilityAction(
            $"{asks.Label}: {asks.Choices.First(choice => choice.Value == asks.Value).Title}", asks.Id)),
        asks with { IsVisible = false },
    ];

    /// <summary>What <see cref="Beside"/> brought: nothing is asked where nothing was written.</summary>
    /// <param name="stands">How it is marked now; whom it may be shared with stays.</param>
    /// <returns><c>null</c>: it must be asked.</returns>
    public static Readers? Said(FormPage page, string? marking, Audience? stands, params IReadOnlyList<string?> written)
    {
        var audience = string.IsNullOrEmpty(marking) && written.All(string.IsNullOrWhiteSpace)
            ? stands ?? Audience.Professionals
            : Read(page, marking, [page.Me.Agency]);
        return audience is null ? null : new(audience.SharedAs(stands), page.Me);
    }

    /// <summary>Whom it may be shared with: each adult and young person by name, as <em>the family</em> may hold who does the harm
    /// (P33). Nobody is the default.</summary>
    public static IReadOnlyList<CardElement> Share(Case @case, Audience? value = null)
    {
        IReadOnlyList<Choice> people =
        [
            .. @case.Adults.Select(adult => Person(@case, adult.Id.Value)),
            .. @case.Children.Where(child => !child.Details.Unborn).Select(child => Person(@case, child.Id.Value)),
            .. value is { MayShareWithFamily: true } ? [new Choice("The family, as ticked before. Nobody was named", Unnamed)]
                : (IReadOnlyList<Choice>)[],
        ];
        return people.Count == 0 ? [] :
        [
            new ChoiceSetInput(ShareId, "May be shared with", people)
            {
                IsMultiSelect = true,
                Value = string.Join(',', people.Select(one => one.Value)
                    .Where(id => id == Unnamed || value?.SharedWith?.Contains(id) == true)),
            },
        ];
    }

    private static Choice Person(Case @case, string id) => new(Shortened.Name(@case.NameOf(id)), id);

    /// <param name="share">Whom it may be shared with, as <see cref="Share"/> asks it.</param>
    /// <param name="authors">The agencies of who types and of whose words they are: always among the readers.</param>
    /// <returns><c>null</c> if no marking was said: then it is asked. If it can't be, the words are the author's and the chair's.</returns>
    public static Audience? Read(FormPage page, string? marking, string? share, params IReadOnlyList<Agency> authors) =>
        Read(page, marking, authors) switch
        {
            // Kept for few until somebody says more.
            { } kept when string.IsNullOrEmpty(marking) => kept,
            { } read => SharedWith(read, share),
            null => null,
        };

    /// <summary>A marking with exactly those whom <see cref="Share"/> was ticked for.</summary>
    public static Audience SharedWith(Audience audience, string? share)
    {
        var named = Choices.Ticked(share);
        return audience with
        {
            MayShareWithFamily = named.Contains(Unnamed),
            SharedWith = named.Where(id => id != Unnamed).Distinct().Order(StringComparer.Ordinal).ToValueList(),
        };
    }

    private static Audience? Read(FormPage page, string? marking, IReadOnlyList<Agency> authors) =>
        Named(marking, authors) ?? (string.IsNullOrEmpty(marking) && page.CannotAsk
            ? Audience.Only([.. authors, page.Whole.Chair.Agency])
            : null);

    /// <summary>The marking of a choice; <c>null</c> where none was made.</summary>
    public static Audience? Named(string? marking, IReadOnlyList<Agency> authors) => marking switch
    {
        null or "" => null,
        Professionals => Audience.Professionals,
        PoliceAndSocialCare => Audience.PoliceAndSocialCare,
        _ when marking.StartsWith(OnlyPrefix, StringComparison.Ordinal) && Named(marking[OnlyPrefix.Length..]) is [var agency] =>
            Audience.Only([.. authors, agency]),
        _ when marking.StartsWith(ExactlyPrefix, StringComparison.Ordinal) && Named(marking[ExactlyPrefix.Length..]) is [_, ..] agencies =>
            Audience.Only(agencies),
        _ => null,
    };

    /// <summary>Beside words that were kept although nobody said who may read them.</summary>
    /// <param name="ask">The way to say it.</param>
    public static IReadOnlyList<CardElement> Unsaid(string? marking, Audience kept, CardAction ask) => !string.IsNullOrEmpty(marking)
        ? []
        :
        [
            new TextBlock($"Nobody has said who may read this. Until somebody does, it is marked “{kept.Say()}”.")
            {
                Weight = TextWeight.Bolder,
            },
            new ActionSet(ask),
        ];

    /// <summary>The choice that stands for a marking; reading it gives exactly that again.</summary>
    private static string Write(Audience audience, Agency author, Agency? alsoOf)
    {
        if (audience.Marking != Marking.NamedAgencies)
        {
            return audience.Marking == Marking.PoliceAndSocialCare ? PoliceAndSocialCare : Professionals;
        }

        Agency[] authors = alsoOf is { } other ? [author, other] : [author];
        return audience.Agencies.Except(authors).ToList() is [var only] && authors.All(audience.Agencies.Contains)
            ? $"{OnlyPrefix}{only}"
            : $"{ExactlyPrefix}{string.Join('-', audience.Agencies)}";
    }

    /// <summary>None where not all of them are agencies.</summary>
    private static List<Agency> Named(string names)
    {
        var typed = names.Split('-');
        var agencies = Enum.GetValues<Agency>().Where(agency => typed.Contains(agency.ToString())).ToList();
        return agencies.Count == typed.Length ? agencies : [];
    }
}
