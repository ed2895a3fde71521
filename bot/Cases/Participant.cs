using System.Text.Json.Serialization;
using StrategyBot.Rules;

namespace StrategyBot.Cases;

/// <summary>Someone who takes part in a case.</summary>
/// <param name="Mail">Confirmed by the chair at convene: what an unknown sender is matched on (design §6).</param>
/// <param name="Phone">Where to ring when there is no time for mail (P12).</param>
/// <param name="Person">The verified identity, once known.</param>
/// <param name="Roles">What they are on this case (P17).</param>
/// <param name="DeputyFor">The invitee whose place they take (R13).</param>
/// <param name="ChannelId">The channel's own id of them, once known.</param>
internal sealed record Participant(
    ParticipantId Id,
    string Name,
    Agency Agency,
    string JobTitle,
    string Organisation,
    string Mail,
    string Phone,
    ValueList<Role> Roles,
    PersonId? Person = null,
    ParticipantId? DeputyFor = null,
    string? ChannelId = null)
{
    /// <summary>A duty inbox, which several people read: it says who will attend, and sees nothing of the case (P11).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsInbox { get; init; }

    /// <summary>When they can be rung, in the words of the directory that they were invited from (P12).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Hours { get; init; }

    /// <summary>Spoke for their agency without being on the list, by telephone or in somebody's place: what they said stands under their
    /// own name, and nothing is sent to them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool RangIn { get; init; }

    /// <summary>The same person's further identities, in Teams or behind a link.
    /// Folded from the facts; <see cref="Person"/> is the one they write as.</summary>
    [JsonIgnore]
    public ValueList<PersonId> Also { get; init; } = [];

    /// <summary>Taken off, and nothing else on the case: it is as closed to them as to a stranger.</summary>
    [JsonIgnore]
    public bool IsTakenOff { get; init; }

    /// <summary>Identities that were taken for theirs by an address, and were not: folded from the facts, never matched again.</summary>
    [JsonIgnore]
    public ValueList<PersonId> NotThem { get; init; } = [];

    /// <summary>Who they are in Teams, once Teams knows.</summary>
    [JsonIgnore]
    public PersonId? InTeams =>
        Person is { } first && !first.IsBehindLink() ? first : Also.Where(id => !id.IsBehindLink()).Select(id => (PersonId?)id)
            .FirstOrDefault();

    public bool Is(PersonId id) => Person == id || Also.Contains(id);

    /// <summary>Whether a sender whom Teams knows by this address is them: the chair confirmed it, and nobody of Teams was
    /// recognised by it yet.</summary>
    public bool IsFoundBy(string? mail) =>
        mail is { Length: > 0 } && !IsInbox && MailAddress.Same(mail, MailAddress.Visible(Mail))
        && InTeams is null;

    /// <summary>The same of somebody with the addresses that their own tenant vouches for.</summary>
    public bool IsShownBy(PersonId person, ValueList<string> vouched) => vouched.Any(IsFoundBy) && !NotThem.Contains(person);

    public bool May(Capability capability) =>
        IsInbox ? capability == Capability.NameAttendee : Roles.Any(role => Capabilities.Has(role, capability));

    /// <summary>Invited to the meeting, rather than on the case for another reason.</summary>
    public bool IsInvited => Roles.Any(IsInvitedAs);

    /// <summary>Whether words can be theirs.</summary>
    [JsonIgnore]
    public bool MaySpeak => IsInvited || RangIn;

    public static bool IsInvitedAs(Role role) => role is Role.Chair or Role.Scribe or Role.SocialWorker or Role.Attendee;

    /// <summary>The first identity stays the one they write as, so that all of their words have one author.</summary>
    public Participant Recognised(PersonRecognised fact) => this with
    {
        Person = Person ?? fact.Person,
        Also = Person is null || Is(fact.Person) ? Also : Also.Add(fact.Person),
        ChannelId = fact.ChannelId.Length > 0 ? fact.ChannelId : ChannelId,
    };

    /// <summary>What is folded of somebody stays, whatever is written of them anew.</summary>
    public Participant After(Participant? before) => before is null ? this : this with { Also = before.Also, NotThem = before.NotThem };

    public Participant Apart(PersonId wrong)
    {
        var rest = Also.Where(id => id != wrong).ToValueList();
        return this with
        {
            Person = Person == wrong ? rest.Select(id => (PersonId?)id).FirstOrDefault() : Person,
            Also = Person == wrong ? rest.Skip(1).ToValueList() : rest,
            // It was theirs, or is learned again with their next click.
            ChannelId = null,
            NotThem = NotThem.Contains(wrong) ? NotThem : NotThem.Add(wrong),
        };
    }

    /// <summary>What stands in a name's place once it was sealed. On disk, so for good.</summary>
    public const string SealedName = "Name sealed";

    /// <summary>With nothing of who it is but what they are on the case: what others wrote of them needs that (P16).</summary>
    public Participant Sealed() => this with
    {
        Name = SealedName,
        JobTitle = "",
        Organisation = "",
        Mail = "",
        Phone = "",
        Hours = null,
    };

    /// <summary>Name, title and agency as the minutes say them.</summary>
    public string Described => string.Join(", ", new[] { Name, JobTitle, Agency.Name() }.Where(part => part.Length > 0));
}

/// <summary>What agencies need to find a child's records (P1).</summary>
/// <param name="BornOrDue">Date of birth, or the due date of an unborn child.</param>
internal sealed record ChildDetails(
    string Name, string Aliases, DateOnly? BornOrDue, bool Unborn, string Address, string School, string NhsNumber)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Sex? Sex { get; init; }

    /// <summary>Read by whoever may know the address.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Postcode { get; init; }

    /// <summary>Besides the NHS number; what isn't known, with why (R136).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<Identifier>? Identifiers { get; init; }

    /// <summary>By the census's codes, for social care alone (R136).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ethnicity { get; init; }

    /// <inheritdoc cref="Ethnicity"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<string>? Disabilities { get; init; }

    /// <summary>The surgery; read by whoever may know the address, which it is near.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Gp { get; init; }

    /// <summary>For whom the address is not.</summary>
    public ChildDetails Elsewhere() => WithoutCodes() with { Address = "", Postcode = null, Gp = null };

    /// <summary>For other agencies than social care.</summary>
    public ChildDetails WithoutCodes() => this with { Ethnicity = null, Disabilities = null };

    /// <summary>Whoever it was is nowhere on the case any more: only that there is a child, and whether one is unborn.</summary>
    public ChildDetails Sealed() => new("", "", null, Unborn, "", "", "");

    public string? Find(string scheme) => Identifiers?.FirstOrDefault(one => one.Scheme == scheme)?.Value;
}

/// <summary>What agencies need to find an adult's records (P1).</summary>
internal sealed record AdultDetails(string Name, string Aliases, DateOnly? Born, string Relation, string Address)
{
    /// <summary>Parental responsibility; <c>null</c> where nobody was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ParentalResponsibility? Responsible { get; init; }

    /// <summary>For whom, where it is for some of the children.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<ChildId>? ResponsibleFor { get; init; }

    /// <inheritdoc cref="ChildDetails.Gp"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Gp { get; init; }

    /// <summary>For whom the address is not.</summary>
    public AdultDetails Elsewhere() => this with { Address = "", Gp = null };

    /// <summary>Whoever it was is nowhere on the case any more.</summary>
    public static AdultDetails Sealed() => new(Participant.SealedName, "", null, "", "");

    /// <summary>What agencies look for in their records, besides the address.</summary>
    public AdultDetails Searched() => Elsewhere() with { Responsible = null, ResponsibleFor = null };
}

/// <summary>For which of the case's children an adult has parental responsibility (Children Act 1989, section 3).</summary>
internal enum ParentalResponsibility
{
    ForAll,
    ForSome,
    None,
    NotKnown,
}
