using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

internal sealed record TypedChild(string? Name, string? Aliases, DateOnly? On, bool Unborn, string? Address, string? School, string? NhsNumber);

internal sealed record TypedAdult(string? Name, string? Aliases, DateOnly? Born, string? Relation, string? Address);

/// <summary>The rules of whom agencies look for in their records (P1): children, and adults of the household. Pure.</summary>
internal static class NamingPeople
{
    // A child of the meeting is under 18; an adult older than anybody has been is a slip of the finger.
    private const int Grown = 18, Oldest = 120;

    // A due date lies at most a pregnancy ahead, and a birth may be late.
    private const int DaysAhead = 300, DaysLate = 30;

    /// <param name="id">The child to correct; <c>null</c> for one more.</param>
    public static Decision Child(Case @case, ChildId? id, TypedChild typed, DateTimeOffset now, Words words)
    {
        var details = new ChildDetails(
            Lines.Line(typed.Name), Lines.Line(typed.Aliases), typed.On, typed.Unborn, Lines.Line(typed.Address), Lines.Line(typed.School), NhsNumber.Digits(typed.NhsNumber));
        if (Wrong(details, typed.NhsNumber, words.LocalDate(now)) is { } why)
        {
            return why;
        }

        return id is { } known
            ? @case.Find(known) is not { } child ? new NoSuchPerson()
                : child.Details == details ? Decision.Already
                : new ChildNamed(details) { Child = known }
            : @case.Children.Any(child => child.Details == details) ? Decision.Already
                : new ChildNamed(details) { Child = new ChildId($"child-{@case.Children.Count + 1}") };
    }

    /// <param name="id">The adult to correct; <c>null</c> for one more.</param>
    public static Decision Adult(Case @case, AdultId? id, TypedAdult typed, DateTimeOffset now, Words words)
    {
        var details = new AdultDetails(Lines.Line(typed.Name), Lines.Line(typed.Aliases), typed.Born, Lines.Line(typed.Relation), Lines.Line(typed.Address));
        if (Wrong(details, words.LocalDate(now)) is { } why)
        {
            return why;
        }

        return id is { } known
            ? @case.Adults.FirstOrDefault(adult => adult.Id == known) is not { } adult ? new NoSuchPerson()
                : adult.Details == details ? Decision.Already
                : new AdultNamed(known, details)
            : @case.Adults.Any(adult => adult.Details == details) ? Decision.Already
                : new AdultNamed(new AdultId($"adult-{@case.Adults.Count + 1}"), details);
    }

    private static Refusal? Wrong(ChildDetails child, string? typedNumber, DateOnly today) => child switch
    {
        { Name.Length: 0 } => new CannotBe(child.Unborn ? "Give a name the agencies can find, for example “Baby of” and the mother's name." : "Give the child's name. If it is not known, write “Not known”."),
        { Unborn: true, BornOrDue: { } due } when due < today.AddDays(-DaysLate) || due > today.AddDays(DaysAhead) =>
            new CannotBe("That can't be the date on which the baby is due. Check the year."),
        { Unborn: false, BornOrDue: { } born } when born > today => new CannotBe("A date of birth can't be in the future. For a baby not yet born use “Add an unborn child”."),
        { Unborn: false, BornOrDue: { } born } when born.AddYears(Grown) <= today => new CannotBe("Born then, this person is 18 or older. Check the year, or add them as an adult."),
        _ when NhsNumber.IsWrong(typedNumber) => new CannotBe("That is not an NHS number: it has ten digits, and the last one checks the others. Leave it empty if it is not known."),
        _ => Lines.TooLong(FormCard.Line, child.Name, child.Aliases, child.Address, child.School),
    };

    private static Refusal? Wrong(AdultDetails adult, DateOnly today) => adult switch
    {
        { Name.Length: 0 } => new CannotBe("Give the adult's name. If it is not known, write “Not known”."),
        { Born: { } born } when born > today => new CannotBe("A date of birth can't be in the future."),
        { Born: { } born } when born.AddYears(Oldest) < today => new CannotBe("That would make this person older than 120. Check the year."),
        _ => Lines.TooLong(FormCard.Line, adult.Name, adult.Aliases, adult.Relation, adult.Address),
    };
}

/// <summary>The person to correct isn't on the case.</summary>
internal sealed record NoSuchPerson : Refusal
{
    public override string Say(Words words) => "That person is not on this case. Open the list again and choose from it.";
}
