using System.Text.Json;
using System.Text.Json.Serialization;
using StrategyBot.Rules;

namespace StrategyBot.Oversight;

/// <summary>Where an open case stands, in the order in which it comes there.</summary>
internal enum BoardStage
{
    Before,
    Meeting,
    Minutes,
    Enquiry,
    Conference,
    Plan,

    /// <summary>Nothing is left of it but to close it.</summary>
    ToClose,
}

/// <summary>What the service's board reads of one open case: the projection that lies on its shelf. Reference and check word, limits, and
/// who of the authority has them; nothing of a child, a family or what is said of them. Pure.</summary>
/// <param name="Team">Whose team: the manager's name; empty where nobody is.</param>
internal sealed record BoardRow(
    string Word, BoardStage Stage, string Area, string Team, BoardPerson Chair, ValueList<BoardStep> Steps)
{
    /// <summary>Names how the rows look on disk, the measures' too: with another one, all are written anew.</summary>
    public const string Form = "2";

    /// <summary>Where they lie.</summary>
    public const string Shelf = "open";

    // As many as anybody reads of one case.
    private const int MostSteps = 8;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public int Children { get; init; }

    /// <summary>Whoever isn't on it sees its reference, its stage and its time, and whom to ask.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>Who of the authority leads or manages it, by identity and by address.</summary>
    public ValueList<string> Leads { get; init; } = [];

    /// <summary>Who else of the authority may open it.</summary>
    public ValueList<string> Opens { get; init; } = [];

    /// <returns><c>null</c> where the case is not open.</returns>
    public static BoardRow? Of(Case @case, IEnumerable<BoardStep> steps)
    {
        if (!@case.Exists || @case.Closed is not null || @case.Ended is not null)
        {
            return null;
        }

        var people = @case.Participants.Where(person => person.Agency == Agency.SocialCare && @case.IsOpenTo(person)
            && person.May(Capability.SeeCase)).ToList();
        return new(@case.CheckWord, StageOf(@case), AreaOf(@case),
            people.Find(person => person.Roles.Contains(Role.Manager))?.Name ?? "", BoardPerson.ChairOf(@case),
            [.. steps.OrderBy(step => step.At).ThenBy(step => step.What, StringComparer.Ordinal).Take(MostSteps)])
        {
            Children = @case.Children.Count,
            // Somebody may not know of it at all, and who reads a board may be their friend.
            IsRestricted = @case.Circumstances?.Has(Features.Staff) == true || @case.Links.ShutOut.Count > 0,
            Leads = Keys(people.Where(IsLead)),
            Opens = Keys(people.Where(person => !IsLead(person))),
        };
    }

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static BoardRow Read(string text) => JsonSerializer.Deserialize<BoardRow>(text, Json)!;

    private static bool IsLead(Participant person) => person.Roles.Any(role =>
        role is Role.Chair or Role.Manager or Role.ApprovingManager or Role.AreaManager or Role.OperationsManager);

    private static ValueList<string> Keys(IEnumerable<Participant> people) =>
    [
        .. people.SelectMany(person => (IEnumerable<string>)
        [
            .. person.Person is { } first ? person.Also.Prepend(first).Select(id => id.Value) : person.Also.Select(id => id.Value),
            .. person.IsFoundBy(person.Mail) ? [KeyOf(person.Mail)] : (string[])[],
        ]).Distinct(),
    ];

    /// <summary>As an address stands among whoever may open a case.</summary>
    public static string KeyOf(string mail) => mail.Trim().ToLowerInvariant();

    /// <summary>As it was said at convening, else as the conference was asked for.</summary>
    internal static string AreaOf(Case @case) => @case.Children.Select(child => @case.EnquiryOf(child.Id).Form?.Fact.Area)
        .Prepend(@case.Circumstances?.Area).FirstOrDefault(area => area is { Length: > 0 }) ?? "";

    private static BoardStage StageOf(Case @case)
    {
        var (attendance, enquiries) = (@case.Meeting.Attendance, EnquiryPipeline.Of(@case));
        return attendance switch
        {
            { StartedAt: null, EndedAt: null } => BoardStage.Before,
            { EndedAt: null } => BoardStage.Meeting,
            _ when ProtectionPlan.Of(@case).Any(plan => plan.Runs) => BoardStage.Plan,
            _ when enquiries.Any(one => one.IsToBeHeld && (one.Work.Concluded is not null || one.Work.Form is not null)) =>
                BoardStage.Conference,
            _ when @case.Meeting.Minutes.Version == 0 || !@case.Children.All(child => @case.Meeting.Minutes.IsEntered(child.Id)) =>
                BoardStage.Minutes,
            _ when enquiries.Any(one => !one.IsOver) => BoardStage.Enquiry,
            _ => BoardStage.ToClose,
        };
    }
}
