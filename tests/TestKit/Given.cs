using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Tests.TestKit;

/// <summary>A case as a test tells it: who wrote what, and when. Fictional people only.</summary>
internal sealed class Given
{
    public static readonly CaseId Id = new("SB-2026-014");
    public static readonly MeetingId FirstMeeting = new("meeting-1");
    public static readonly ChildId Child1 = new("child-1");
    public static readonly ChildId Child2 = new("child-2");

    public static readonly Participant Priya =
        Person(1, "Priya Nair", Agency.SocialCare, "Team Manager", "council", "01632 960001", Role.Chair);
    public static readonly Participant Tom =
        Person(2, "Tom Okafor", Agency.SocialCare, "Social Worker", "council", "01632 960002", Role.SocialWorker);
    public static readonly Participant Sam =
        Person(3, "Sam Whitlock", Agency.Police, "Detective Sergeant", "police", "01632 960003", Role.Attendee);
    public static readonly Participant Grace =
        Person(4, "Grace Adeyemi", Agency.Health, "Named Nurse", "nhs", "01632 960004", Role.Attendee);
    public static readonly Participant Ruth =
        Person(5, "Ruth Carver", Agency.School, "Designated Safeguarding Lead", "school", "01632 960005", Role.Attendee);
    public static readonly Participant Helen =
        Person(6, "Helen Marsh", Agency.SocialCare, "Head of Service", "council", "01632 960006", Role.Manager);
    public static readonly Participant Jo =
        Person(7, "Jo Bell", Agency.SocialCare, "Business Support Officer", "council", "01632 960007", Role.BusinessSupport);

    private readonly List<Entry> entries = [];
    private Participant by = Priya;
    private DateTimeOffset now = Dates.Local("2026-11-25 09:00");

    public static Words Words => Words.English;

    public IReadOnlyList<Entry> Entries => entries;

    public Case Case => Case.Fold(Id, entries);

    /// <summary>Now, as the last fact was written.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Convened on Wed 25 Nov 2026 at 09:00 by Priya for 14:00 that day:
    /// one child of ten years, or as many as are asked for.</summary>
    public static Given AConvenedCase(int children = 1)
    {
        var given =
            new Given().Fact(
                new CaseOpened(Id.Value, "Heron", ProcedureProfiles.Default.ToJson(), BankHolidays.Newest.Version, Priya,
                    new UrgentQuestion(null, [], "")));
        string[] names = ["Ash Lindley", "Bo Lindley", "Cai Lindley", "Dee Lindley", "Eli Lindley", "Fen Lindley"];
        given.Fact([
            .. Enumerable.Range(1, children)
                .Select(i =>
                    (Fact)new ChildNamed(new(names[i - 1], "", new DateOnly(2016, 3, i), false, "1 Mill Lane", "Mill Lane Primary", ""))
                    {
                        Child = new($"child-{i}"),
                    })]);
        given.Fact([.. new[] { Tom, Sam, Grace, Ruth, Helen, Jo }.Select(person => new ParticipantAdded(person))]);
        return given.Fact(
            new MeetingConvened(Dates.Local("2026-11-25 14:00"), Dates.Local("2026-11-25 15:00"), Dates.Local("2026-11-25 23:59"),
                "same day", "")
            { Meeting = FirstMeeting });
    }

    /// <summary>From here on, this person writes.</summary>
    public Given By(Participant person)
    {
        by = person;
        return this;
    }

    /// <summary>From here on, at this local time.</summary>
    public Given At(string local)
    {
        now = Dates.Local(local);
        return this;
    }

    public Given Fact(params IReadOnlyList<Fact> facts)
    {
        foreach (var fact in facts)
        {
            entries.Add(new(entries.Count + 1, now, by.Person!.Value, fact));
        }

        return this;
    }

    /// <summary>What the bot by itself did then.</summary>
    public Given Settled(DateTimeOffset at, EffectSettled fact)
    {
        entries.Add(new(entries.Count + 1, at, PersonId.Bot, fact));
        return this;
    }

    /// <summary>Writes what a rule decides for the person whose turn it is; a refusal fails the test.</summary>
    public Given Decided(Func<Case, Decision> rule) =>
        Fact(rule(Case).Match(facts => facts, why => throw new InvalidOperationException(why.Say(Words))));

    /// <summary>The case as this person may see it.</summary>
    public CaseView SeenBy(Participant person) => CaseView.Of(Case, entries, person);

    /// <summary>Asks a rule; see <see cref="Answered"/>.</summary>
    public Answered When(Func<Case, Decision> rule) => new(rule(Case));

    internal static Participant Person(int number, string name, Agency agency, string title, string tenant, string phone, Role role)
    {
        var mail = $"{name.ToLowerInvariant().Replace(' ', '.')}@{tenant}.example";
        return new(new($"person-{number}"), name, agency, title, "", mail, phone, [role], PersonId.Of(tenant, $"object-{number}"), null,
            $"29:object-{number}");
    }
}

/// <summary>What a rule answered.</summary>
internal sealed record Answered(Decision Decision)
{
    public IReadOnlyList<Fact> Facts =>
        Decision is Decision.Accepted yes
            ? yes.Facts
            : throw new InvalidOperationException(((Decision.Refused)Decision).Because.Say(Given.Words));

    public void Then(params IReadOnlyList<Fact> facts) => Assert.Equal(facts, Facts);

    public void Then(Refusal refusal) => Assert.Equal(refusal, Assert.IsType<Decision.Refused>(Decision).Because);

    public TRefusal Refused<TRefusal>()
        where TRefusal : Refusal => Assert.IsType<TRefusal>(Assert.IsType<Decision.Refused>(Decision).Because);

    /// <summary>It stands there already: accepted, and nothing to write.</summary>
    public void ThenNothingNew() => Then([]);
}
