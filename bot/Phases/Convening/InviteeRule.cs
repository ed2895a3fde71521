using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>Someone to be put on the list of invitees, wherever they came from.</summary>
internal sealed record Candidate(string? Name, string? Mail, Agency? Agency, string? JobTitle, string? Organisation, string? Phone)
{
    // Enough to tell a directory's people apart.
    private const int KeyLength = 12;

    /// <summary>The bot's own tenant vouches for this identity; <c>null</c> elsewhere.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Stands for the address on a form: as short for a long one, and of no use to anybody else.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        MailAddress.Visible(Mail).ToUpperInvariant() + (SharesAddress ? $"\n{Name}\n{Agency}" : ""))))[..KeyLength];

    /// <summary>Another in the directory has the same address.</summary>
    public bool SharesAddress { get; init; }

    /// <summary>The part of the county they cover, as the directory knows it.</summary>
    public string? Area { get; init; }

    /// <summary>Asked when the first can't come.</summary>
    public bool IsDeputy { get; init; }

    /// <summary>A duty inbox: it is asked who will attend, and sees nothing of the case (P11).</summary>
    public bool IsInbox { get; init; }

    /// <summary>When they can be rung, as the directory says it.</summary>
    public string? Hours { get; init; }
}

/// <summary>The rules of who is invited (R7–R10, R23, P1). Pure.</summary>
internal static class InviteeRule
{
    /// <summary>
    /// Puts one person on the list, as attendee or as the child's social worker. Whoever is on the case already gets the role besides;
    /// whoever was taken off comes as somebody new.
    /// </summary>
    public static Decision Add(Case @case, Candidate typed, Role role, Meant meant = default)
    {
        if (Wrong(typed, role) is { } why)
        {
            return why;
        }

        var other = SameAddress.Of(@case.Participants, typed);
        var isOther = other is not null && meant.Instead == other.Known.Id.Value && other.MayGiveWay(@case);
        var isAsked = other is not null ? !isOther && meant.Same != other.Known.Id.Value : (meant.Same ?? meant.Instead) is not null;
        var people = isOther ? @case.Participants.Remove(other!.Known) : @case.Participants;
        return isAsked ? other?.Ask("mail") ?? new CannotBe("That address is nobody else's here. Save once more.") { Field = "mail" }
            : Added(@case, people, typed, role) is not { } added ? Decision.Already
            : Decision.Of([.. isOther ? (IReadOnlyList<Fact>)[other!.GivesWay()] : [],
                Deputies.InOwnRight(@case, new(added), role)]);
    }

    /// <summary>
    /// What was ticked of the directory. Before the meeting is called an unticked person is taken off again; afterwards nobody is without
    /// a reason.
    /// </summary>
    /// <param name="offered">Everybody who stood on the form.</param>
    /// <param name="ticked">Their keys; behind a stroke instead of whom, where somebody else has the address.</param>
    public static Decision Tick(Case @case, IReadOnlyList<Candidate> offered, IReadOnlyCollection<string> ticked)
    {
        static bool IsOne(Participant person, Candidate one) =>
            MailAddress.Same(person.Mail, one.Mail) && SameAddress.IsNamed(person, one);
        bool IsTicked(Candidate one) => ticked.Any(value => KeyOf(value) == one.Key);
        var facts = new List<Fact>();
        var people = @case.Participants;
        foreach (var one in offered.Where(IsTicked))
        {
            if (SameAddress.Of(people, one) is { } other)
            {
                if (@case.Find(other.Known.Id) is null || offered.Any(each => IsTicked(each) && IsOne(other.Known, each)))
                {
                    return new CannotBe(
                        $"{other.Known.Name} and {one.Name} have one address in the directory. Tick the one whom you mean.");
                }

                if (!ticked.Contains(InsteadKey(other)) || !other.MayGiveWay(@case))
                {
                    return other.Ask(null);
                }

                facts.Add(other.GivesWay());
                people = people.Remove(other.Known);
            }

            if (Added(@case, people, one, Role.Attendee) is { } added)
            {
                facts.Add(new ParticipantAdded(added));
                people = people.RemoveAll(person => person.Id == added.Id).Add(added);
            }
        }

        var off = offered.Where(one => !IsTicked(one))
            .SelectMany(one => @case.Invited.Where(person => IsOne(person, one)))
            .Where(person => person.Id != @case.Meeting.Chair && people.Exists(other => other.Id == person.Id)).ToList();
        return @case.Meeting.IsConvened && off.Count > 0
            ? new CannotBe($"{off[0].Name} is invited already. Leave the tick, or press “Take somebody off”: that asks for the reason.")
            : Decision.Of([.. facts, .. off.Select(person => new ParticipantRemoved(person.Id, "Not invited."))]);
    }

    public static Decision Remove(Case @case, ParticipantId id, string? reason)
    {
        var text = AsTyped.Text(reason);
        return @case.Find(id) switch
        {
            null => new NoSuchPerson { Field = "person" },
            { IsInvited: false } => text.Length == 0 || text == @case.Meeting.WhyTakenOff.GetValueOrDefault(id)
                ? Decision.Already
                : new CannotBe("They were taken off already, so this reason has no place in the record.") { Field = "reason" },
            _ when id == @case.Meeting.Chair =>
                new CannotBe("The chair can't be taken off. Another chair takes over first.") { Field = "person" },
            _ when @case.Meeting.IsConvened && text.Length == 0 =>
                new CannotBe("They have been invited already, so it needs a reason.") { Field = "reason" },
            _ => new ParticipantRemoved(id, text),
        };
    }

    /// <summary>What stands for somebody on the list of choices where they take the place of another of one address.</summary>
    public static string InsteadKey(SameAddress other) => $"{other.One.Key}/{other.Known.Id.Value}";

    public static string KeyOf(string ticked) => ticked.Split('/')[0];

    private static Participant? Added(Case @case, ImmutableList<Participant> people, Candidate typed, Role role) =>
        SameAddress.Find(people, typed) switch
        {
            { } known when Deputies.Lent(@case, known.Id).Contains(role) => known with { Roles = [.. known.Roles.Append(role).Distinct()] },
            { } known when known.Roles.Contains(role) || (role == Role.Attendee && known.IsInvited) => null,
            { } known => known with { Roles = known.Roles.Add(role) },
            null => new(
                @case.NextPerson(people),
                AsTyped.Line(typed.Name),
                typed.Agency!.Value,
                AsTyped.Line(typed.JobTitle),
                AsTyped.Line(typed.Organisation),
                MailAddress.Visible(typed.Mail),
                AsTyped.Line(typed.Phone),
                [role],
                typed.Person)
            {
                IsInbox = typed.IsInbox,
                Hours = typed.Hours,
            },
        };

    private static Refusal? Wrong(Candidate typed, Role role)
    {
        var wrong = new List<Refusal>();
        if (AsTyped.Line(typed.Name).Length == 0)
        {
            var whose = role == Role.SocialWorker ? "Give the social worker's name." : "Give the name of the person or the team.";
            wrong.Add(new CannotBe(whose) { Field = "name" });
        }

        if (MailAddress.Read(typed.Mail) is null)
        {
            wrong.Add(new CannotBe(MailAddress.HowToWrite) { Field = "mail" });
        }

        if (typed.Agency is null)
        {
            wrong.Add(new CannotBe("Choose the agency.") { Field = "agency" });
        }

        return wrong.Count switch { 0 => null, 1 => wrong[0], _ => new Several(wrong) };
    }
}
