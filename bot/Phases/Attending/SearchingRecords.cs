using StrategyBot.Cases;
using StrategyBot.Cases.Facts;

namespace StrategyBot.Phases.Attending;

/// <summary>Somebody whose records are checked: a child or an adult (P1).</summary>
/// <param name="Label">How they are told apart where no name may stand.</param>
public sealed record Subject(string Id, string Label, string Name);

/// <summary>The rules of answering <em>Who to check</em> (P1).</summary>
public static class SearchingRecords
{
    public static IReadOnlyList<Subject> Subjects(Case @case) =>
    [
        .. @case.Children.Select(child => new Subject(child.Id.Value, child.Number, child.Details.Name)),
        .. @case.Adults.Select(adult => new Subject(adult.Id.Value, $"Adult {adult.Id.Value["adult-".Length..]}", adult.Details.Name)),
    ];

    /// <summary>Saves what is answered; who is not answered for stays open.</summary>
    public static Decision Save(Case @case, Participant me, IReadOnlyList<(string Subject, RecordsFound? Result)> answers)
    {
        var subjects = Subjects(@case);
        var stands = @case.Meeting.Attendance.Searches;
        return !me.IsInvited ? new NotYourPart() : Decision.Of(
        [
            .. from answer in answers
               where answer.Result is not null && subjects.Any(subject => subject.Id == answer.Subject)
               where !stands.TryGetValue((me.Id, answer.Subject), out var before) || before != answer.Result
               select new RecordsSearched(me.Id, answer.Subject, answer.Result!.Value) { Meeting = @case.Meeting.Id },
        ]);
    }

    /// <summary>What one participant, or anybody of their agency, found of somebody.</summary>
    public static RecordsFound? Found(Case @case, Participant me, string subject)
    {
        var searches = @case.Meeting.Attendance.Searches;
        return searches.TryGetValue((me.Id, subject), out var mine) ? mine
            : @case.Participants.Where(person => person.Agency == me.Agency && searches.ContainsKey((person.Id, subject))).Select(person => (RecordsFound?)searches[(person.Id, subject)]).FirstOrDefault();
    }

    public static string Say(RecordsFound? result) => result switch
    {
        RecordsFound.Found => "Found",
        RecordsFound.NoMatch => "No match",
        RecordsFound.NeedMoreDetail => "Need more detail",
        _ => "Not answered",
    };
}
