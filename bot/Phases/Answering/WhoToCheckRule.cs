namespace StrategyBot.Phases.Answering;

/// <summary>Somebody whose records are checked: a child or an adult (P1).</summary>
/// <param name="Label">How they are told apart where no name may stand.</param>
/// <param name="Last">When it was last said who they are: what was answered before is asked again.</param>
internal sealed record Subject(string Id, string Label, string Name, LastSaid? Last, AddressFor Lives);

/// <summary>The rules of answering <em>Who to check</em> (P1). Pure.</summary>
internal static class WhoToCheckRule
{
    public static IReadOnlyList<Subject> Subjects(Case @case) =>
    [
        .. @case.Children.Select(child => new Subject(child.Id.Value, child.Number, child.Details.Name, child.Last, child.Address)),
        .. @case.Adults.Select(
            adult => new Subject(adult.Id.Value, adult.Id.ByNumber(), adult.Details.Name, adult.Last,
                adult.Address)),
    ];

    /// <summary>Saves what is answered; who is not answered for stays open.</summary>
    /// <param name="answers">Of everybody whom the form shows.</param>
    /// <param name="all">One answer for all of those; another one chosen beside somebody contradicts it.</param>
    public static Decision Save(
        Case @case, Participant me, IReadOnlyList<(Subject Subject, RecordsFound? Result)> answers, RecordsFound? all)
    {
        if (!me.IsInvited)
        {
            return new NotYourPart();
        }

        var changed = answers.Where(answer => answer.Result is not null && answer.Result != Found(@case, me, answer.Subject)).ToList();
        return all is not { } one ? Decision.Of([.. changed.Select(answer => Fact(answer.Subject, answer.Result!.Value))])
            : changed.FirstOrDefault(answer => answer.Result != one) is { Subject: { } chosen, Result: { } other }
                ? new CannotBe($"You chose “{Say(other)}” for {chosen.Label}, and pressed “{Say(one)}: all”. Press Save to keep that.")
                {
                    Field = WhoToCheckPart.Form.Field(chosen),
                }
            : Decision.Of([.. from answer in answers where Found(@case, me, answer.Subject) != one select Fact(answer.Subject, one)]);

        RecordsSearched Fact(Subject subject, RecordsFound result) => new(me.Id, subject.Id, result) { Meeting = @case.Meeting.Id };
    }

    /// <summary>What one participant, or anybody of their agency, found of somebody as they are named now.</summary>
    public static RecordsFound? Found(Case @case, Participant me, Subject subject) =>
        Last(@case, me, subject) is { } found && found.At >= NamedAt(me, subject) ? found.Fact.Result : null;

    /// <summary>What they had found before somebody's name or address was changed.</summary>
    public static RecordsFound? FoundBefore(Case @case, Participant me, Subject subject) =>
        Last(@case, me, subject) is { } found && found.At < NamedAt(me, subject) ? found.Fact.Result : null;

    /// <summary>Somebody was added or changed once an agency had answered, and it hasn't looked for them.</summary>
    public static bool IsChangedSinceAnswered(Case @case, Participant me) =>
        @case.Meeting.Attendance.Searches.Where(search => @case.Find(search.Key.Participant)?.Agency == me.Agency)
            .Select(search => (DateTimeOffset?)search.Value.At).Min() is { } answered
        && Subjects(@case).Any(subject => Found(@case, me, subject) is null && NamedAt(me, subject) > answered);

    private static Decided<RecordsSearched>? Last(Case @case, Participant me, Subject subject)
    {
        var searches = @case.Meeting.Attendance.Searches;
        return searches.GetValueOrDefault((me.Id, subject.Id)) ?? @case.Participants.Where(person => person.Agency == me.Agency)
            .Select(person => searches.GetValueOrDefault((person.Id, subject.Id))).FirstOrDefault(found => found is not null);
    }

    private static DateTimeOffset NamedAt(Participant me, Subject subject) =>
        subject.Last?.For(me, subject.Lives).Max(said => said.At) ?? default;

    public static string Say(RecordsFound? result) => result is { } found ? WordTables.RecordsFound.InList(found) : "Not answered";
}
