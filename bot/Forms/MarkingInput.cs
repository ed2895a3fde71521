namespace StrategyBot.Forms;

/// <summary>The question who may read a paragraph, as every form asks it (P6).</summary>
internal static class MarkingInput
{
    /// <summary>Its name on every form.</summary>
    public const string Id = "marking";

    /// <summary>The choice for the professionals at this meeting, which a typed line has too.</summary>
    public const string Professionals = "professionals";

    private const string PoliceAndSocialCare = "police-and-social-care";
    private const string OnlyPrefix = "only-";
    private const string ExactlyPrefix = "exactly-";

    /// <summary>A marking that didn't come is asked, never read as the widest.</summary>
    public static CannotBe NotSaid { get; } = new("Choose who may read this.") { Field = Id };

    /// <param name="case">Whose agencies are offered.</param>
    /// <param name="author">The author's own agency is always among the readers.</param>
    /// <param name="alsoOf">The agency of whose words they are, where another types them.</param>
    public static ChoiceSetInput For(Case @case, Agency author, Audience? value = null, Agency? alsoOf = null)
    {
        IReadOnlyList<Choice> offered =
        [
            new(Audience.Professionals.Say(), Professionals),
            new(Audience.PoliceAndSocialCare.Say(), PoliceAndSocialCare),
            .. @case.Invited.Select(person => person.Agency).Where(agency => agency != author).Distinct().Order()
                .Select(agency => new Choice($"Only {agency.Name()} and us", $"{OnlyPrefix}{agency}")),
        ];
        var stands = Write(value ?? Audience.Professionals, author, alsoOf);
        return new(Id, "Who may read this", offered.Any(choice => choice.Value == stands)
            ? offered
            : [.. offered, new((value! with { MayShareWithFamily = false }).Say(), stands)])
        {
            Value = stands,
        };
    }

    /// <summary>The tick for the family, never the default (P6).</summary>
    public static ToggleInput Family(bool value = false) =>
        new("family", "May be shared with the family") { Value = value ? "true" : "false" };

    /// <param name="authors">The agencies of who types and of whose words they are: always among the readers.</param>
    /// <returns><c>null</c> if no marking was said: then it is asked. If it can't be, the words are the author's and the chair's.</returns>
    public static Audience? Read(FormPage page, string? marking, bool family, params IReadOnlyList<Agency> authors) => marking switch
    {
        null or "" => page.CannotAsk ? Audience.Only([.. authors, page.Whole.Chair.Agency]) : null,
        Professionals => Audience.Professionals with { MayShareWithFamily = family },
        PoliceAndSocialCare => Audience.PoliceAndSocialCare with { MayShareWithFamily = family },
        _ when marking.StartsWith(OnlyPrefix, StringComparison.Ordinal) && Named(marking[OnlyPrefix.Length..]) is [var agency] =>
            Audience.Only([.. authors, agency]) with { MayShareWithFamily = family },
        _ when marking.StartsWith(ExactlyPrefix, StringComparison.Ordinal) && Named(marking[ExactlyPrefix.Length..]) is [_, ..] agencies =>
            Audience.Only(agencies) with { MayShareWithFamily = family },
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
