namespace StrategyBot.Cases;

/// <summary>One conference of a child, at which everybody says what they think.</summary>
/// <param name="Number">0 is the initial conference, 1 the first review.</param>
/// <param name="At">When it is to be; <c>null</c> where no time is arranged.</param>
internal sealed record ChildConference(Child Child, int Number, DateTimeOffset? At, DateOnly? HeldOn, bool IsDecided)
{
    public string Name => NameOf(Number);

    public static string NameOf(int number) => number == 0 ? "the initial conference" : $"review conference {number}";
}

/// <summary>Who has a voice at a conference.</summary>
/// <param name="Id">A participant's, an adult's or a child's.</param>
internal sealed record ConferenceVoice(
    string Id, string Name, Participant? Professional = null, AdultId? Adult = null, ChildId? Child = null);

/// <summary>What somebody challenges of a conference's decision on one child, and what was done about it.</summary>
internal sealed record ChallengedDecision(Child Child, Decided<ConferenceChallenged> Said, Decided<ChallengeStepTaken>? Step)
{
    /// <summary>Challenged again since, it is open again.</summary>
    public bool IsOpen => Step is not { Fact.IsSettled: true };
}

/// <summary>What professionals and family think at a child's conferences (R39, paper 002). Pure.</summary>
internal static class ConferenceViews
{
    /// <summary>Those that are arranged or were held, in order.</summary>
    public static IReadOnlyList<ChildConference> Of(Case @case, Child child) =>
    [
        .. @case.EnquiryOf(child.Id) is { } work && (work.Arranged is not null || work.Held is not null)
            ? [new ChildConference(child, 0, work.Arranged?.Fact.At, work.Held?.Fact.On, work.Outcome is not null)]
            : Array.Empty<ChildConference>(),
        .. ProtectionPlan.Of(@case).Where(plan => plan.Child == child)
            .SelectMany(plan => plan.Reviews.Where(review => review.Arranged is not null || review.Held is not null))
            .Select(review => new ChildConference(child, review.Number, review.Arranged?.Fact.At, review.Held?.Fact.On,
                review.Held is not null)),
    ];

    /// <summary>Whose view is asked for: the professionals who may come and don't run it, the family, and each child who can say something.
    /// </summary>
    public static IReadOnlyList<ConferenceVoice> Voices(Case @case) =>
    [
        .. @case.Participants.Where(IsAsked).Select(person => new ConferenceVoice(person.Id.Value, person.Described, Professional: person)),
        .. @case.Adults.Select(adult => new ConferenceVoice(adult.Id.Value, @case.NameOf(adult.Id.Value), Adult: adult.Id)),
        .. @case.Children.Where(child => !child.Details.Unborn)
            .Select(child => new ConferenceVoice(child.Id.Value, @case.NameOf(child.Id.Value), Child: child.Id)),
    ];

    /// <summary>Who was invited to it, or is in the core group.</summary>
    public static bool IsOf(Case @case, ParticipantId person, ChildConference conference) => conference.Number == 0
        ? @case.EnquiryOf(conference.Child.Id).Invited?.Fact.Participants.Contains(person) == true
        : @case.ProtectionOf(conference.Child.Id).Last<CoreGroupSaid>(_ => true)?.Fact.Professionals.Contains(person) == true;

    public static Decided<ConferenceViewSaid>? Said(Case @case, ChildId child, int conference, ConferenceVoice voice) =>
        @case.ProtectionOf(child).Last<ConferenceViewSaid>(fact => fact.Conference == conference
            && fact.Participant == voice.Professional?.Id && fact.Adult == voice.Adult
            && (voice.Child is null || voice.Child == child));

    public static IReadOnlyList<ChallengedDecision> Challenges(Case @case) =>
    [
        .. from child in @case.Children
           let work = @case.ProtectionOf(child.Id)
           from same in work.All<ConferenceChallenged>().GroupBy(said => (said.Fact.Conference, said.Fact.Participant))
           let last = same.Last()
           let step = work.Last<ChallengeStepTaken>(fact =>
               fact.Conference == same.Key.Conference && fact.Participant == same.Key.Participant)
           select new ChallengedDecision(child, last, step?.Seq > last.Seq ? step : null),
    ];

    private static bool IsAsked(Participant person) => person is { IsTakenOff: false, IsInbox: false }
        && (person.IsInvited || person.Roles.Contains(Role.CoreGroup) || person.Roles.Contains(Role.SocialWorker))
        && !person.Roles.Contains(Role.ConferenceChair) && !person.Roles.Contains(Role.ConferenceService);
}
