using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>The rules of where each child is safe, until when, and who says so (P4, R53). Pure.</summary>
internal static class PositionRule
{
    private static readonly PositionRecorded Blank = new("", "", "", SafetyBasis.NotSaidYet, null, null, "");

    /// <summary>The first half: where, with whom, who supervises contact, on what footing.</summary>
    public static Decision Place(
        Case @case, IReadOnlyList<Child> children, string? where, string? withWhom, string? supervision, SafetyBasis? basis,
        Readers? readers = null)
    {
        var (place, people, contact) = ((where ?? "").Trim(), (withWhom ?? "").Trim(), (supervision ?? "").Trim());
        Refusal? no = TooLong(place, people, contact);
        no ??= children.Select(child => @case.Meeting.Safety.Positions.GetValueOrDefault(child.Id))
                .Select(stands => readers?.WhyNot("Where the child is", stands?.By, stands?.Fact.Audience))
                .FirstOrDefault(widens => widens is not null);
        return no is { } refused ? refused
            : place.Length + people.Length + contact.Length == 0 && basis is null
            ? new CannotBe("There is nothing to save yet. Say where the child is, and with whom.")
            : ForEach(@case, children,
                position => position with
                {
                    Where = place,
                    WithWhom = people,
                    Supervision = contact,
                    Basis = basis ?? SafetyBasis.NotSaidYet,
                    // Said of another footing.
                    AgreedBy = basis == position.Basis ? position.AgreedBy : null,
                    AskedBy = basis == position.Basis ? position.AskedBy : null,
                    ToldMayWithdraw = basis == position.Basis ? position.ToldMayWithdraw : null,
                    Officer = basis == position.Basis ? position.Officer : null,
                    Order = basis == position.Basis ? position.Order : null,
                    OrderEnds = basis == position.Basis ? position.OrderEnds : null,
                    Audience = readers?.Audience ?? position.Audience,
                }, readers?.By);
    }

    /// <summary>The second half: since when, by when it must be decided, whom to ring.</summary>
    /// <param name="sinceToConfirm">Only the day is known; <paramref name="basisFrom"/> is its beginning.</param>
    public static Decision Limit(
        Case @case, IReadOnlyList<Child> children, DateTimeOffset? basisFrom, DateTimeOffset? decideBy, string? ifTakenRing,
        DateTimeOffset now, Words words, bool sinceToConfirm = false, BasisSaid? said = null, Participant? me = null)
    {
        var ring = (ifTakenRing ?? "").Trim();
        if (TooLong(ring, said?.AgreedBy ?? "", said?.AskedBy ?? "", said?.Officer ?? "", said?.Order ?? "") is { } refused)
        {
            return refused;
        }

        if (basisFrom > now)
        {
            return new CannotBe($"{words.When(basisFrom.Value)} lies ahead. Say since when it has been so.") { Field = "sinceDate" };
        }

        return !sinceToConfirm && decideBy is { } by
            && children.FirstOrDefault(child => Ends(@case, child, basisFrom) is { } ends && by > ends.At) is { } late
            ? new CannotBe($"Police protection ends {words.When(Ends(@case, late, basisFrom)!.At)}. Decide by then, or earlier.")
            {
                Field = "decideDate",
            }
            : ForEach(@case, children, position => position with
            {
                BasisFrom = basisFrom,
                SinceToConfirm = sinceToConfirm ? true : null,
                DecideBy = decideBy,
                IfTakenRing = ring,
                AgreedBy = Line(said?.AgreedBy),
                AskedBy = Line(said?.AskedBy),
                ToldMayWithdraw = said?.ToldMayWithdraw,
                Officer = Line(said?.Officer),
                Order = Line(said?.Order),
                OrderEnds = said?.OrderEnds,
            }, me);
    }

    /// <summary>Whoever agreed to where a child is agrees no more (P31).</summary>
    public static Decision WithdrawConsent(Case @case, IReadOnlyList<Child> children, string? who, string? what, Readers readers)
    {
        var (name, text) = (Line(who) ?? "", (what ?? "").Trim());
        var safety = @case.Meeting.Safety;
        return children.Count == 0 ? new NoChildMeant()
            : TooLong(name) is { } refused ? refused
            : text.Length > FormCard.LongText ? new TooLong(FormCard.LongText)
            : children.FirstOrDefault(child => safety.Positions.GetValueOrDefault(child.Id)?.Fact.IsAgreement != true) is { } other
                ? new CannotBe($"{other.Number} is not where they are by an agreement, so there is none to withdraw.") { Field = "child" }
            : name.Length == 0 ? new CannotBe("Say who agrees no more.") { Field = "who" }
            : children.Select(child => safety.Withdrawn.GetValueOrDefault(child.Id))
                .Select(stands => readers.WhyNot("Who agrees no more", stands?.By, stands?.Fact.Audience))
                .FirstOrDefault(no => no is not null) is { } widens ? widens
            : Decision.Of([
                .. children.Select(child => new ConsentWithdrawn(name, text)
                {
                    Meeting = @case.Meeting.Id,
                    Child = child.Id,
                    Audience = readers.Audience,
                }).Where(fact => safety.Withdrawn.GetValueOrDefault(fact.Child!.Value)?.Fact != fact)]);
    }

    private static string? Line(string? typed) => (typed ?? "").Trim() is { Length: > 0 } line ? line : null;

    /// <summary>What a footing stands on (P31): only what its own asks.</summary>
    internal sealed record BasisSaid(
        string? AgreedBy = null, string? AskedBy = null, YesNo? ToldMayWithdraw = null, string? Officer = null, string? Order = null,
        DateTimeOffset? OrderEnds = null);

    /// <param name="by">Who confirms it; where that isn't who types, the fact says both.</param>
    public static Decision Confirm(
        Case @case, Participant me, IReadOnlyList<Child> children, Participant? by, string? how, Readers? readers = null)
    {
        var text = (how ?? "").Trim();
        return children.Count == 0 ? new NoChildMeant()
            : by is null ? new CannotBe("Choose who confirms that the child is safe.")
            : text.Length > FormCard.LongText ? new TooLong(FormCard.LongText)
            : children.Select(child => @case.Meeting.Safety.Confirmed.GetValueOrDefault(child.Id))
                .Select(stands => readers?.WhyNot("How it is known", stands?.By, stands?.Fact.Audience))
                .FirstOrDefault(no => no is not null) is { } widens ? widens
            : Decision.Of([
                .. children.Select(
                    child => new ChildConfirmedSafe(text)
                    {
                        Meeting = @case.Meeting.Id,
                        Child = child.Id,
                        OnBehalfOf = by.Id == me.Id ? null : by.Id,
                        Audience = readers?.Audience ?? @case.Meeting.Safety.Confirmed.GetValueOrDefault(child.Id)?.Fact.Audience
                            ?? Audience.Professionals,
                    })
                .Where(fact => IsNew(@case.Meeting.Safety.Confirmed.GetValueOrDefault(fact.Child!.Value)?.Fact, fact))]);
    }

    /// <summary>An empty <em>how</em> takes no words away: <em>all children</em> may mean some that are confirmed already.</summary>
    private static bool IsNew(ChildConfirmedSafe? stands, ChildConfirmedSafe fact) =>
        stands != fact && (fact.How.Length > 0 || stands is not { How.Length: > 0 });

    /// <param name="holder">Who holds the child until the outcome is known; nobody where <paramref name="nobody"/>.</param>
    public static Decision Hold(Case @case, IReadOnlyList<Child> children, Participant? holder, bool nobody) =>
        children.Count == 0 ? new NoChildMeant()
        : holder is null && !nobody ? new CannotBe("Choose who holds the child until the outcome is known, or Nobody.")
        : Decision.Of([
            .. children.Where(child =>
                !@case.Meeting.Safety.Holders.TryGetValue(child.Id, out var stands) || stands.Fact.Holder != holder?.Id
                    || stands.Fact.Place is not null)
            .Select(child => new HolderNamed(holder?.Id) { Meeting = @case.Meeting.Id, Child = child.Id })]);

    /// <summary>By when a child's position must be decided: what was said, and never after police protection or the order ends; gone
    /// once the child is confirmed safe.</summary>
    public static DateTimeOffset? DecideBy(Case @case, Child child) => @case.Meeting.Safety.Confirmed.ContainsKey(child.Id)
        ? null
        : (@case.Meeting.Safety.Positions.GetValueOrDefault(child.Id)?.Fact.DecideBy,
            ProtectionEnds(@case, child)?.At ?? OrderEnds(@case, child)) switch
        {
            ({ } said, { } ends) => said < ends ? said : ends,
            (var said, var ends) => said ?? ends,
        };

    /// <summary>When the order ends that a child is where they are by.</summary>
    public static DateTimeOffset? OrderEnds(Case @case, Child child) =>
        @case.Meeting.Safety.Positions.GetValueOrDefault(child.Id)?.Fact is { Basis: SafetyBasis.Order } position
            ? position.OrderEnds
            : null;

    /// <summary>When police protection of a child runs out, in clock hours (P4 (k)).</summary>
    public static Deadline? ProtectionEnds(Case @case, Child child) =>
        @case.Meeting.Safety.Positions.GetValueOrDefault(child.Id)?.Fact is { } position
            && ProtectionClocks.Since(@case, position) is { } since ? Ends(@case, child, since.From) : null;

    /// <summary>Since when it holds is not certain, so that it runs from the earliest possible.</summary>
    public static bool IsSinceToConfirm(Case @case, Child child) =>
        @case.Meeting.Safety.Positions.GetValueOrDefault(child.Id)?.Fact is { } position
            && ProtectionClocks.Since(@case, position) is { IsToConfirm: true };

    private static Deadline? Ends(Case @case, Child child, DateTimeOffset? from) =>
        from is { } since && @case.Meeting.Safety.Positions.GetValueOrDefault(child.Id)?.Fact.Basis == SafetyBasis.PoliceProtection
            ? SafetyLimits.PoliceProtectionEnds(@case.Clocks, @case.Profile, since)
            : null;

    /// <param name="me">Who types.</param>
    private static Decision ForEach(
        Case @case, IReadOnlyList<Child> children, Func<PositionRecorded, PositionRecorded> change, Participant? me) =>
        children.Count == 0
            ? new NoChildMeant()
            : Decision.Of([.. children.Select(child =>
                {
                    var stands = @case.Meeting.Safety.Positions.GetValueOrDefault(child.Id)?.Fact;
                    var next = change(stands ?? Blank).TypedBy(me, stands ?? Blank) with { Meeting = @case.Meeting.Id, Child = child.Id };
                    return next == stands ? null : next;
                }).OfType<PositionRecorded>()]);

    private static TooLong? TooLong(params IReadOnlyList<string> lines) =>
        lines.Any(line => line.Length > FormCard.Line) ? new TooLong(FormCard.Line) : null;
}
