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
    /// <summary>Names how the rows look on disk, those of the measures and the lists too: with another one, all are written anew.</summary>
    public const string Form = "3";

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

    [JsonIgnore]
    public CaseKeys Keys => new(Area, IsRestricted, Leads, Opens);

    /// <returns><c>null</c> where the case is not open.</returns>
    public static BoardRow? Of(Case @case, IEnumerable<BoardStep> steps)
    {
        if (!@case.Exists || @case.Closed is not null || @case.Ended is not null)
        {
            return null;
        }

        var keys = CaseKeys.Of(@case);
        return new(@case.CheckWord, StageOf(@case), keys.Area,
            CaseKeys.People(@case).FirstOrDefault(person => person.Roles.Contains(Role.Manager))?.Name ?? "", BoardPerson.ChairOf(@case),
            [.. steps.OrderBy(step => step.At).ThenBy(step => step.What, StringComparer.Ordinal).Take(MostSteps)])
        {
            Children = @case.Children.Count,
            IsRestricted = keys.IsRestricted,
            Leads = keys.Leads,
            Opens = keys.Opens,
        };
    }

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static BoardRow Read(string text) => JsonSerializer.Deserialize<BoardRow>(text, Json)!;

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
