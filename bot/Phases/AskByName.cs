using System.Text.Json.Nodes;

namespace StrategyBot.Phases;

/// <summary>Whom the chair may ask by name for what is missing, and when that was done last: a message for each person and part, and not
/// again within some minutes. Pure.</summary>
internal sealed record AskByName(Participant Whom, Gap Gap, DateTimeOffset? Last, bool MayAsk)
{
    /// <param name="Page">Of the list of what is missing, which opens again behind it; <c>null</c>: it was pressed elsewhere.</param>
    public sealed record Form(string Case, string? Gap = null, int? Page = null) : ICaseForm;

    // So long whoever was asked is left to answer.
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(10);

    /// <summary><c>Ask Grace Adeyemi</c>.</summary>
    public string Title => $"Ask {Shortened.Name(Whom.Name)}";

    /// <summary><c>asked 10:05</c>; empty where nobody was.</summary>
    public string Said(Words words) => Last is { } at ? $"asked {words.Time(at)}" : "";

    public PartButton Button(Case @case, int? page = null) => new(Title, PartIds.AskPerson, new Form(@case.Ref.Value, Gap.Id, page));

    /// <summary>For the chair of a meeting that has begun and whose record is open; <c>null</c> for anybody else, and where it is the
    /// chair's own to answer.</summary>
    public static AskByName? Of(CaseView view, IReadOnlyList<Gap> gaps, Gap gap, DateTimeOffset now)
    {
        var held = view.Whole.Meeting.Attendance;
        if (!view.Reader.May(Capability.Lead) || held is { StartedAt: null } or { CompletedAt: not null }
            || Person(view.Whole, gap) is not { } whom || whom.Id == view.Reader.Id)
        {
            return null;
        }

        var last = held.Asked.Where(one => one.Asking.Participant == whom.Id
                && (one.Asking.Gap == gap.Id || gaps.Any(other => other.Id == one.Asking.Gap && IsSamePart(other, gap))))
            .Select(one => (DateTimeOffset?)one.At).Max();
        return new(whom, gap, last, last is not { } at || now >= at + Enough);
    }

    /// <summary>What waits for somebody, as they would be asked for it.</summary>
    public static IReadOnlyList<Gap> Waiting(Case @case, IReadOnlyList<Gap> gaps, Participant whom) =>
        [.. gaps.Where(gap => gap.Fills != WhoFills.Chair && gap.IsOf(whom) && @case.Meeting.Chair != whom.Id)];

    /// <summary>The part as the person opens it for themselves.</summary>
    public static PartButton OwnButton(Gap gap)
    {
        var form = CardJson.Sent(CardJson.Data(gap.Open.Form));
        form.Remove("for");
        return gap.Open with { Form = form };
    }

    /// <summary>Who is here, else who is expected; whoever can't be written to is not asked so.</summary>
    private static Participant? Person(Case @case, Gap gap) => gap.Fills == WhoFills.Chair ? null
        : @case.Invited.Where(person => gap.IsOf(person) && person.Id != @case.Meeting.Chair && person is { RangIn: false, IsInbox: false })
            .OrderByDescending(person => @case.Meeting.Attendance.Attended(person.Id)).FirstOrDefault();

    private static bool IsSamePart(Gap one, Gap other) => one.Open.Verb == other.Open.Verb
        && JsonNode.DeepEquals(CardJson.Sent(CardJson.Data(one.Open.Form)), CardJson.Sent(CardJson.Data(other.Open.Form)));
}
