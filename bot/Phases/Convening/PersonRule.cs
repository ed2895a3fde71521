using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>The rules of whom agencies look for in their records (P1): children, and adults of the household. Pure.</summary>
internal static class PersonRule
{
    // A child of the meeting is under 18; an adult older than anybody has been is a slip of the finger.
    private const int Grown = 18, Oldest = 120;

    // A due date lies at most a pregnancy ahead, and a birth may be late.
    private const int DaysAhead = 300, DaysLate = 30;

    public static Decision Child(Case @case, PersonPart.Form typed, bool unborn, DateTimeOffset now, Words words, Readers? address = null)
    {
        var id = typed.New is null ? new ChildId(typed.Person!) : (ChildId?)null;
        var details = new ChildDetails(
            AsTyped.Line(typed.Name),
            AsTyped.Line(typed.Aliases),
            typed.On,
            unborn,
            AsTyped.Line(typed.Address),
            AsTyped.Line(typed.School),
            NhsNumber.Digits(typed.NhsNumber));
        // Asked by forms of their own.
        details = id is { } known && @case.Find(known)?.Details is { } before
            ? before with
            {
                Name = details.Name,
                Aliases = details.Aliases,
                BornOrDue = details.BornOrDue,
                Unborn = unborn,
                Address = details.Address,
                School = details.School,
                NhsNumber = typed.NhsNumber is null ? before.NhsNumber : details.NhsNumber,
            }
            : details;
        var stands = id is { } one ? @case.Find(one)?.Address : null;
        var audience = Readable(details.Address, address, stands);
        return Wrong(details, words.LocalDate(now)) is { } why ? why
            : address?.WhyNot("The address", stands?.By, stands?.Audience) is { } widens ? widens
            : @case.Children.Any(child => (id is null || child.Id == id) && (child.Details, child.Address.Audience) == (details, audience))
            ? Decision.Already
            : new ChildNamed(details)
            {
                Child = id ?? new ChildId($"child-{NextChild(@case)}"),
                Audience = audience,
            };
    }

    public static Decision Adult(Case @case, PersonPart.Form typed, DateTimeOffset now, Words words, Readers? address = null)
    {
        var id = typed.New is null ? new AdultId(typed.Person!) : (AdultId?)null;
        var details = new AdultDetails(
            AsTyped.Line(typed.Name), AsTyped.Line(typed.Aliases), typed.Born, AsTyped.Line(typed.Relation), AsTyped.Line(typed.Address));
        var (stands, known) = @case.Adults.FirstOrDefault(adult => adult.Id == id) is { } adult
            ? (adult.Address, adult.Details) : ((AddressFor?)null, null);
        // Asked by a form of its own.
        details = details with { Responsible = known?.Responsible, ResponsibleFor = known?.ResponsibleFor, Gp = known?.Gp };
        var audience = Readable(details.Address, address, stands);
        return Wrong(details, words.LocalDate(now)) is { } why ? why
            : address?.WhyNot("The address", stands?.By, stands?.Audience) is { } widens ? widens
            : @case.Adults.Any(adult => (id is null || adult.Id == id) && (adult.Details, adult.Address.Audience) == (details, audience))
            ? Decision.Already
            : new AdultNamed(id ?? new AdultId($"adult-{Next(@case, "adult", @case.Adults.Select(adult => adult.Id.Value))}"), details)
            {
                Audience = audience,
            };
    }

    /// <summary>Takes off who was put on by mistake, as long as nothing hangs on them.</summary>
    public static Decision TakeOff(Case @case, string id)
    {
        var child = @case.Children.FirstOrDefault(one => one.Id.Value == id);
        var adult = @case.Adults.FirstOrDefault(one => one.Id.Value == id);
        return child is null && adult is null ? @case.NamedByMistake.Contains(id) ? Decision.Already : new NoSuchPerson()
            : WhyKept(@case, child) is { } why ? new CannotBe(why)
            : new PersonTakenOff(child is null ? adult!.Id : null) { Child = child?.Id };
    }

    /// <summary>What hangs on them; <c>null</c> if nothing does.</summary>
    private static string? WhyKept(Case @case, Child? child) =>
        @case.Meeting.IsConvened
            ? "The meeting is called, so the agencies look for everybody named here. Correct the name instead."
        : child is { Rung.IsEmpty: false }
            ? $"You rang about {child.Number}, and that stays on the record, so the child stays. Correct the name instead."
        : child is not null && @case.Meeting.Safety.Positions.ContainsKey(child.Id)
            ? $"Where {child.Number} is safe is on the record, so the child stays. Correct the name instead."
        : null;

    public static int NextChild(Case @case) => Next(@case, "child",
        @case.Children.Select(child => child.Id.Value).Concat(@case.TakenOff.Select(off => off.Child.Id.Value)));

    // Never one that somebody had who was taken off.
    private static int Next(Case @case, string kind, IEnumerable<string> ids) =>
        @case.NextNumber(ids.Concat(@case.NamedByMistake.Where(id => id.StartsWith(kind, StringComparison.Ordinal))));

    public static CannotBe NoNhsNumber { get; } =
        new("That is not an NHS number: it has ten digits, and the last one checks the others. Leave it empty if it is not known.")
        {
            Field = "nhsNumber",
        };

    private static Audience Readable(string address, Readers? said, AddressFor? stands) =>
        address.Length == 0 ? Audience.Professionals : said?.Audience ?? stands?.Audience ?? Audience.Professionals;

    private static CannotBe? Wrong(ChildDetails child, DateOnly today) => child switch
    {
        { Name.Length: 0, Unborn: true } =>
            new("Give a name the agencies can find, for example “Baby of” and the mother's name.") { Field = "name" },
        { Name.Length: 0 } => new("Give the child's name. If it is not known, write “Not known”.") { Field = "name" },
        { Unborn: true, BornOrDue: { } due } when due < today.AddDays(-DaysLate) || due > today.AddDays(DaysAhead) =>
            new("That can't be the date on which the baby is due. Check the year.") { Field = "on" },
        { Unborn: false, BornOrDue: { } born } when born > today =>
            new("A date of birth can't be in the future. For a baby not yet born use “Add an unborn child”.") { Field = "on" },
        { Unborn: false, BornOrDue: { } born } when born.AddYears(Grown) <= today =>
            new("Born then, this person is 18 or older. Check the year, or add them as an adult.") { Field = "on" },
        _ when NhsNumber.IsWrong(child.NhsNumber) => NoNhsNumber,
        _ => null,
    };

    private static CannotBe? Wrong(AdultDetails adult, DateOnly today) => adult switch
    {
        { Name.Length: 0 } => new("Give the adult's name. If it is not known, write “Not known”.") { Field = "name" },
        { Born: { } born } when born > today => new("A date of birth can't be in the future.") { Field = "born" },
        { Born: { } born } when born.AddYears(Oldest) < today =>
            new("That would make this person older than 120. Check the year.") { Field = "born" },
        _ => null,
    };
}

/// <summary>The person to correct, or to take off, isn't on the case.</summary>
internal sealed record NoSuchPerson : Refusal
{
    public override string Say(Words words) => "That person is not on this case. Open the list again and choose from it.";
}
