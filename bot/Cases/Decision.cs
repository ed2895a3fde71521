using System.Diagnostics;

namespace StrategyBot.Cases;

/// <summary>A rule's answer: facts to record, or a refusal the person can act on.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <summary>Recorded as one: all of them or none. No facts means that all of it was recorded before.</summary>
    public sealed record Accepted(params IReadOnlyList<Fact> Facts) : Decision;

    public sealed record Refused(Refusal Because) : Decision;

    public static implicit operator Decision(Fact fact) => new Accepted(fact);

    public static implicit operator Decision(Refusal because) => new Refused(because);

    public static Decision Of(params IReadOnlyList<Fact> facts) => new Accepted(facts);

    /// <summary>Nothing to record: it stands there already.</summary>
    public static Decision Already { get; } = new Accepted();

    public T Match<T>(Func<IReadOnlyList<Fact>, T> accepted, Func<Refusal, T> refused) => this switch
    {
        Accepted yes => accepted(yes.Facts),
        Refused no => refused(no.Because),
        _ => throw new UnreachableException(),
    };
}

/// <summary>Why a rule said no, with the values its sentence needs.</summary>
public abstract record Refusal
{
    /// <summary>The input of the form that it is about, where it is about one.</summary>
    public string? Field { get; init; }

    /// <summary>One full sentence to the person, and another that says what to do next.</summary>
    public abstract string Say(Words words);
}

/// <summary>Everything that is wrong with what was sent, at once.</summary>
public sealed record Several(params IReadOnlyList<Refusal> All) : Refusal
{
    public override string Say(Words words) => string.Join(' ', All.Select(why => why.Say(words)).Distinct());
}

/// <summary>The one answer to an outsider, whether or not a case exists (design §6).</summary>
public sealed record NoSuchCase : Refusal
{
    public override string Say(Words words) =>
        "I have no case for you under that reference. Check the reference and its word with the chair.";
}

/// <summary>Somebody on the case asked for what their role does not do.</summary>
public sealed record NotYourPart : Refusal
{
    public override string Say(Words words) => "That part belongs to someone else on this case. Open your part to see what is yours.";
}

/// <summary>What was asked for belongs before the end of the meeting.</summary>
public sealed record MeetingIsOver : Refusal
{
    public override string Say(Words words) => "The meeting is over. Tell the chair what should still be on the record.";
}

/// <summary>A date, a name or a choice that cannot be; the sentence comes with it.</summary>
public sealed record CannotBe(string Sentence) : Refusal
{
    public override string Say(Words words) => Sentence;
}

/// <summary>The text is longer than anything kept in one go (design §5.8); the refusal does not repeat it.</summary>
public sealed record TooLong(int Limit) : Refusal
{
    public override string Say(Words words) => $"That is longer than {Limit:N0} characters, so nothing of it was saved. Save it in parts.";
}

/// <summary>More facts than are written as one; in parts they can be.</summary>
/// <summary>More letters than can be written as one.</summary>
public sealed record TooLongAtOnce(int Limit) : Refusal
{
    public override string Say(Words words) =>
        $"That is longer than {Limit:N0} characters together, so nothing of it was saved. Save it in parts.";
}

public sealed record TooMuchAtOnce(int Count, int Limit) : Refusal
{
    public override string Say(Words words) =>
        $"That would save {Count} entries at once and {Limit} is the most, so nothing of it was saved. Save it in parts.";
}
