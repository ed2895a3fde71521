using StrategyBot.Rules;

namespace StrategyBot.Cases;

/// <summary>A child who was taken off a case on which a meeting was called.</summary>
/// <param name="Child">As they stood then.</param>
/// <param name="Asked">Who was invited then: they look for the child in their records, and are told.</param>
internal sealed record TakenOffChild(Child Child, Decided<ChildTakenOff> Said, ValueList<ParticipantId> Asked)
{
    /// <summary>It was a slip, and the child is on the case again.</summary>
    public Decided<ChildTakenBack>? Back { get; init; }

    public static Case Off(Case @case, Entry entry, ChildTakenOff fact) => @case.Find(fact.Child!.Value) is not { } child ? @case
        : Marked(@case with
        {
            Children = @case.Children.Remove(child),
            TakenOff = @case.TakenOff.Add(new(child, new(fact, entry.By, entry.At) { Seq = entry.Seq },
                @case.Invited.Where(@case.IsOpenTo).Select(person => person.Id).ToValueList())),
        });

    public static Case Again(Case @case, Entry entry, ChildTakenBack fact) => @case.WasTakenOff(fact.Child!.Value) is not { } off ? @case
        : Marked(@case with
        {
            Children = [.. @case.Children.Append(off.Child).OrderBy(child => int.Parse(child.Id.Value["child-".Length..],
                System.Globalization.CultureInfo.InvariantCulture))],
            TakenOff = @case.TakenOff.Replace(off, off with { Back = new(fact, entry.By, entry.At) { Seq = entry.Seq } }),
        });

    /// <summary>A list has no row of theirs.</summary>
    private static Case Marked(Case @case)
    {
        var off = @case.TakenOff.Where(one => one.Back is null).Select(one => one.Child.Id).ToValueList();
        return @case with
        {
            Meetings = [.. @case.Meetings.Select(meeting => meeting with { Assessment = meeting.Assessment with { Off = off } })],
        };
    }
}
