namespace StrategyBot.Phases.Safeguarding;

/// <summary>The rules of bail and court conditions (P32). A date that has passed or isn't known is kept (P30). Pure.</summary>
internal static class BailRule
{
    private static readonly CannotBe IsOver = new("Somebody else varied or ended these already. Open what stands now from your part.");

    /// <param name="varies">The number of those whose place they take.</param>
    /// <param name="whom">An adult's id, or that it is somebody who isn't on the case.</param>
    /// <param name="isDay">Only the day is known.</param>
    public static Decision Say(
        Case @case, Participant me, int? varies, string? whom, BailKind? kind, string? conditions, DateTimeOffset? endsAt, bool isDay,
        Readers readers)
    {
        var (stands, adult) = (Bail.Find(@case, varies), @case.Adults.Find(one => one.Id.Value == whom)?.Id);
        var isHidden = stands is not null && !MayRead(stands, me);
        var words = isHidden ? stands!.Said.Fact.Conditions : (conditions ?? "").Trim();
        var said = new BailSaid(adult, kind ?? BailKind.PoliceBail, words, endsAt)
        {
            Meeting = @case.Meeting.Id,
            Varies = varies,
            TimeToConfirm = isDay && endsAt is not null ? true : null,
            Audience = isHidden ? stands!.Said.Fact.Audience : readers.Audience,
        };
        return !ContactHoldRule.May(@case, me) || (varies is not null && stands is null) ? new NotYourPart()
            : Bail.Of(@case).Any(bail => bail.Said.Fact with { Varies = varies } == said
                && (bail.Said.Seq == varies || me.Is(bail.Said.By))) ? Decision.Already
            : stands is { Stands: false } ? IsOver
            : new Unsaid().If(adult is null && whom != Bail.SomebodyElse, "adult", "Choose on whom.")
                .If(kind is null, "kind", "Choose which it is.")
                .Text("conditions", words, isHidden ? null : "Say what the conditions are.").Why is { } missing ? missing
            : !isHidden && readers.WhyNot("The conditions", stands?.Said.By, stands?.Said.Fact.Audience) is { } widens ? widens
            : said;
    }

    public static Decision End(Case @case, Participant me, int said, BailEnd? how, string? what, Readers readers)
    {
        var (bail, text) = (Bail.Find(@case, said), (what ?? "").Trim());
        var ended = new BailEnded(said, how ?? BailEnd.Otherwise, text) { Meeting = @case.Meeting.Id, Audience = readers.Audience };
        return !ContactHoldRule.May(@case, me) || bail is null ? new NotYourPart()
            : bail.Ended is { } over && over.Fact == ended && me.Is(over.By) ? Decision.Already
            : !bail.Stands ? IsOver
            : new Unsaid().If(how is null, "how", "Say how it ended.")
                .Text("what", text, how == BailEnd.Otherwise ? "Say how it ended." : null).Why is { } missing ? missing
            : ended;
    }

    public static bool MayRead(Bail bail, Participant reader) => bail.Said.Fact.Audience.Admits(reader, reader.Is(bail.Said.By));
}
