using System.Collections.Immutable;
using System.Diagnostics;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Cases;

/// <summary>What was done on one child's way from the enquiry to the conference.</summary>
internal sealed record EnquiryWork
{
    /// <summary>What was said last of each step, by its id; what it took the place of stands behind it.</summary>
    public ImmutableDictionary<string, Decided<EnquiryFact>> Said { get; init; } = ImmutableDictionary<string, Decided<EnquiryFact>>.Empty;

    public Decided<OutOfTimescaleSaid>? Late { get; init; }

    public Decided<OutOfTimescaleAnswered>? LateAnswered { get; init; }

    public Decided<CapacityReviewed>? Capacity { get; init; }

    /// <summary>Who comes in the social worker's place, where they can't.</summary>
    public Decided<StandInSaid>? StandIn { get; init; }

    /// <summary>Each time that the child was heard, oldest first.</summary>
    public ImmutableList<Decided<ChildHeard>> Heard { get; init; } = [];

    /// <summary>What its conference decided.</summary>
    public Decided<ConferenceOutcomeSaid>? Outcome { get; init; }

    /// <summary>Whom its conference's invitation in the calendar is for.</summary>
    public Decided<ConferenceInvited>? Invited { get; init; }

    /// <summary>Each time that its conference was put into calendars, oldest first.</summary>
    public ImmutableList<Decided<ConferenceEventCreated>> Events { get; init; } = [];

    /// <summary>What was answered there to the last of them.</summary>
    public ImmutableDictionary<ParticipantId, Decided<ConferenceAnswered>> Answers { get; init; } =
        ImmutableDictionary<ParticipantId, Decided<ConferenceAnswered>>.Empty;

    public Decided<ProgressChecked>? Progress => Last<ProgressChecked>(Pipeline.ProgressCheck);

    public Decided<ConveningFormCompleted>? Form => Last<ConveningFormCompleted>(Pipeline.ConveningForm);

    public Decided<ConferenceChairAssigned>? Chair => Last<ConferenceChairAssigned>(Pipeline.Chair);

    public Decided<ConferenceArranged>? Arranged => Last<ConferenceArranged>(Pipeline.Arranged);

    public Decided<EnquiryConcluded>? Concluded => Last<EnquiryConcluded>(Pipeline.Enquiry);

    public Decided<ConferenceHeld>? Held => Last<ConferenceHeld>(Pipeline.Held);

    public static EnquiryWork None { get; } = new();

    /// <summary>The step that a fact says; <c>null</c> for what is no step.</summary>
    public static string? StepOf(EnquiryFact fact) => fact switch
    {
        EnquiryStepDone e => e.Step,
        EnquiryStepUndone e => e.Step,
        ProgressChecked => Pipeline.ProgressCheck,
        ConveningFormCompleted => Pipeline.ConveningForm,
        ConferenceChairAssigned => Pipeline.Chair,
        ConferenceArranged => Pipeline.Arranged,
        EnquiryConcluded => Pipeline.Enquiry,
        ConferenceHeld => Pipeline.Held,
        _ => null,
    };

    public static EnquiryWork Evolve(EnquiryWork work, Entry entry, EnquiryFact fact) => fact switch
    {
        EnquiryStepUndone e => work with
        {
            Said = work.Said.GetValueOrDefault(e.Step)?.Before is { } before
                ? work.Said.SetItem(e.Step, before)
                : work.Said.Remove(e.Step),
        },
        OutOfTimescaleSaid e => work with { Late = Of(entry, e) with { Before = work.Late } },
        OutOfTimescaleAnswered e => work with { LateAnswered = Of(entry, e) with { Before = work.LateAnswered } },
        CapacityReviewed e => work with { Capacity = Of(entry, e) with { Before = work.Capacity } },
        StandInSaid e => work with { StandIn = Of(entry, e) with { Before = work.StandIn } },
        ConferenceOutcomeSaid e => work with { Outcome = Of(entry, e) with { Before = work.Outcome } },
        ConferenceInvited e => work with { Invited = Of(entry, e) with { Before = work.Invited } },
        ConferenceEventCreated e => work with { Events = work.Events.Add(Of(entry, e)), Answers = work.Answers.Clear() },
        ConferenceAnswered e => work with { Answers = work.Answers.SetItem(e.Participant, Of(entry, e)) },
        ChildHeard e => work with { Heard = work.Heard.Add(Of(entry, e)) },
        _ when StepOf(fact) is { } step => work with
        {
            Said = work.Said.SetItem(step, Of(entry, fact) with { Before = work.Said.GetValueOrDefault(step) }),
        },
        _ => throw new UnreachableException($"EnquiryWork.Evolve does not know {fact.GetType().Name}."),
    };

    private Decided<T>? Last<T>(string step)
        where T : EnquiryFact => Said.GetValueOrDefault(step) is { Fact: T fact } said
            ? new(fact, said.By, said.At) { Seq = said.Seq }
            : null;

    private static Decided<T> Of<T>(Entry entry, T fact)
        where T : Fact => new(fact, entry.By, entry.At) { Seq = entry.Seq };
}
