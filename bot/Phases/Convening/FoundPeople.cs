using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>Who was found by a name, to be chosen from.</summary>
/// <param name="IsKnown">Whether it could be asked.</param>
internal sealed record FoundPeople(IReadOnlyList<Candidate> All, bool IsKnown)
{
    public static FoundPeople NotAsked { get; } = new([], IsKnown: false);

    /// <summary>Our own people, from Graph.</summary>
    public static Task<FoundPeople> OfUsAsync(
        Users users, string tenant, string name, Patience patience, CancellationToken cancellationToken) => patience.AskAsync(
            async token => new FoundPeople(
                [.. (await users.FindAsync(name, token)).Select(user =>
                    new Candidate(user.Name, user.Mail, Agency.SocialCare, user.JobTitle, user.Department, "")
                    {
                        Person = PersonId.Of(tenant, user.ObjectId),
                    })],
                IsKnown: true),
            () => NotAsked,
            cancellationToken);

    /// <summary>Partners of one agency, from the authority's directory.</summary>
    public static FoundPeople OfPartners(Case @case, PartnerList told, Agency agency, string name) => new(
        [.. SuggestionRule.Everybody(@case, told.Contacts).Where(one => one.Agency == agency && PersonName.Fits(one.Name ?? "", name))],
        told.IsKnown);

    /// <summary>Whom was meant: who was chosen, or the only one of exactly that name; else who has to be chosen from.</summary>
    public (Candidate? One, Refusal? Why) Meant(string name, string? chosen, string nobody) =>
        All.FirstOrDefault(one => one.Key == chosen) is { } picked ? (picked, null)
        : !IsKnown ? (null, new CannotBe("The directory can't be read just now. Give the mail address.") { Field = "mail" })
        : All.Count == 0 ? (null, new CannotBe(nobody) { Field = "name" })
        : All is [var only] && PersonName.IsWhole(only.Name ?? "", name) ? (only, null)
        : (null, new CannotBe(All.Count > MostOffered
            ? $"More than {MostOffered} people fit. Choose one, or type more of the name."
            : "Choose who it is.")
        {
            Field = "whom",
        });

    /// <summary>Those found, each with what tells them from another of the same name.</summary>
    public IReadOnlyList<CardElement> Choice() => All.Count == 0 ? [] :
    [
        new ChoiceSetInput("whom", "Who is it?", [.. All.Take(MostOffered).Select(one => new Choice(Describe(one), one.Key))])
        {
            Style = ChoiceSetStyle.Expanded,
        },
    ];

    private const int MostOffered = 10;

    private static string Describe(Candidate one) => string.Join(", ", new[] { one.Name, one.JobTitle, one.Organisation, one.Mail }
        .Where(part => part is { Length: > 0 }).Select(part => Shortened.Name(part!)));
}
