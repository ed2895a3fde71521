using StrategyBot.Rules;

namespace StrategyBot.Forms;

/// <summary>Who was found by a name, with what tells them from another of the same name.</summary>
internal sealed record FoundPerson(string Key, string Name, string JobTitle, string Organisation, string Mail);

/// <summary>Those who were found by a name, to be chosen from. Pure.</summary>
/// <param name="IsKnown">Whether it could be asked.</param>
internal sealed record FoundPeople(IReadOnlyList<FoundPerson> All, bool IsKnown)
{
    /// <summary>The input that chooses one.</summary>
    public const string Whom = "whom";

    private const int MostOffered = 10;

    public static FoundPeople NotAsked { get; } = new([], IsKnown: false);

    /// <summary>Whom was meant: who was chosen, or the only one of exactly that name; else why nobody.</summary>
    public (FoundPerson? One, Refusal? Why) Meant(string name, string? chosen, string nobody) =>
        All.FirstOrDefault(one => one.Key == chosen) is { } picked ? (picked, null)
        : !IsKnown ? (null, new CannotBe("The directory can't be read just now. Give the mail address.") { Field = "mail" })
        : All.Count == 0 ? (null, new CannotBe(nobody) { Field = "name" })
        : All is [var only] && PersonName.IsWhole(only.Name, name) ? (only, null)
        : (null, new CannotBe(All.Count > MostOffered
            ? $"More than {MostOffered} people fit. Choose one, or type more of the name."
            : "Choose who it is.")
        {
            Field = Whom,
        });

    public IReadOnlyList<CardElement> Choice() => All.Count == 0 ? [] :
    [
        new ChoiceSetInput(Whom, "Who is it?", [.. All.Take(MostOffered).Select(one => new Choice(Describe(one), one.Key))])
        {
            Style = ChoiceSetStyle.Expanded,
        },
    ];

    private static string Describe(FoundPerson one) => string.Join(", ",
        new[] { one.Name, one.JobTitle, one.Organisation, one.Mail }.Where(part => part.Length > 0).Select(Shortened.Name));
}
