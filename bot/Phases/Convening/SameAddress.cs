using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>Somebody on the case has the address or the account of whoever is to be put on it, under another name or agency: who is meant
/// is asked, and neither taken for the other. Pure.</summary>
internal sealed record SameAddress(Participant Known, Candidate One)
{
    /// <summary><c>null</c> where nobody has it, or they themselves.</summary>
    public static SameAddress? Of(IEnumerable<Participant> people, Candidate one) =>
        Find(people, one) is { } known && !IsNamed(known, one) ? new(known, one) : null;

    public static Participant? Find(IEnumerable<Participant> people, Candidate one)
    {
        var mail = MailAddress.Visible(one.Mail);
        return people.FirstOrDefault(person => person.Roles.Count > 0
            && (MailAddress.Same(person.Mail, mail) || (one.Person is not null && person.Person == one.Person)));
    }

    /// <summary>Whom the procedure alone put on the case is known by name: what they are there for tells their agency.</summary>
    public static bool IsNamed(Participant known, Candidate one) => (known.Agency == one.Agency || !known.IsInvited)
        && string.Equals(AsTyped.Line(known.Name), AsTyped.Line(one.Name), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the other may take their place: of whoever came in by it, chairs, or is there for another reason, never.</summary>
    public bool MayGiveWay(Case @case) => Known is { Person: null, Also.Count: 0, IsInvited: true }
        && Known.Id != @case.Meeting.Chair && Known.Roles.All(Participant.IsInvitedAs);

    /// <summary>What stands of them, as short as a choice has room for.</summary>
    public string Stands => $"{Shortened.Name(Known.Name)}, {Known.Agency.Name()}";

    public CannotBe Ask(string? field) => new($"{Known.Described} has that address on this case. Say who is meant, or check the address.")
    {
        Field = field,
    };

    /// <summary>A button for each answer.</summary>
    public IEnumerable<Save> Answers(Case @case) =>
    [
        new($"It is {Stands}", new { Same = Known.Id.Value }),
        .. MayGiveWay(@case)
            ? (IReadOnlyList<Save>)[new($"{Shortened.Name(One.Name ?? "")} instead", new { Instead = Known.Id.Value })]
            : [],
    ];

    public ParticipantRemoved GivesWay() =>
        new(Known.Id, $"{AsTyped.Line(One.Name)}, {One.Agency?.Name()}, is meant: the address is theirs.");
}

/// <summary>Which of two people with one address was meant, by who stands on the case; neither where nothing was asked.</summary>
internal readonly record struct Meant(string? Same, string? Instead);
