using System.Globalization;

namespace StrategyBot.Phases.Family;

/// <summary>The rules of the family's copies. A copy holds what was typed for its reader and nothing else (P33); there is none, and none is
/// given, while contact with them is held (P5). Pure.</summary>
internal static class FamilyRule
{
    public const int MostWorry = 600, MostWhat = 300;

    /// <summary>Family's words are for social care alone, whoever else may fill the meeting's forms.</summary>
    public static bool MayMake(Participant me) => me.Agency == Agency.SocialCare && me.May(Capability.FillForm);

    public static bool MayDecide(Participant me) => me.Agency == Agency.SocialCare && me.May(Capability.Decide);

    public static bool MaySee(Participant me) => MayMake(me) || MayDecide(me);

    private static Audience Readers { get; } = Audience.Only(Agency.SocialCare);

    /// <summary>There are rows to be told of, or a copy that was begun.</summary>
    public static bool HasPlan(Case @case) => RowRules.HasSafetyPlan(@case) || !@case.FamilyCopies.IsEmpty;

    /// <summary>The plan was agreed, or its meeting is over: a copy is owed from then on.</summary>
    public static bool IsAgreed(Case @case) =>
        @case.Meetings.Exists(meeting => meeting.Plan.AgreedAt is not null || meeting.Attendance.EndedAt is not null);

    /// <summary>Somebody whose copy can be made: of the case, old enough, or begun before.</summary>
    public static bool IsKnown(Case @case, string? reader, DateOnly today) =>
        @case.Adults.Exists(adult => adult.Id.Value == reader)
        || @case.Children.Exists(child => child.Id.Value == reader && Ages.CanBeTold(child, today))
        || @case.FamilyCopies.Exists(copy => copy.Reader == reader);

    /// <summary>Why there is no copy now, and whom to ring.</summary>
    public static Refusal? Held(Case @case, string reader, string? name) => CopyOwed.HoldOn(@case, reader, name) is not { } hold ? null
        : new CannotBe($"Contact with them is held, so they get no copy: it could warn somebody too early. "
            + $"Ask {HoldLines.Ask(@case, hold).TrimEnd(',')} first. {HoldLines.NotDelayed}");

    /// <summary>Whether a row of the plan may be told to somebody: it is for everybody at the meeting, or names them (P33).</summary>
    public static bool MayTell(PlannedAction row, string reader) =>
        row.Fact.Audience.IsForAll || row.Fact.Audience.SharedWith?.Contains(reader) == true;

    /// <summary>Adults with whom contact is held and whom a copy names: whoever reads it may tell them.</summary>
    public static IEnumerable<string> NamesHeld(Case @case, FamilyCopy copy)
    {
        var words = CopyOwed.WordsOf(string.Join(' ', Typed(copy)));
        return StandingHold.Of(@case).Where(hold => hold.Adult is not null && CopyOwed.Names(@case, hold.Whom).Any(words.Contains))
            .Select(hold => StandingHold.Named(@case, hold.Adult));
    }

    /// <summary>What a family may not know (R79): <c>CIN</c>, <c>LADO</c>.</summary>
    public static IEnumerable<string> Abbreviations(FamilyCopy copy) => Typed(copy)
        .SelectMany(text => text.Split([' ', '\n', '.', ',', ';', ':', '(', ')', '/', '“', '”', '"']))
        .Where(word => word.Length > 1 && word.All(char.IsUpper)).Distinct();

    /// <summary>A refuge's or a placement's address stands on no paper (P33).</summary>
    public static bool HoldsAddress(Case @case, FamilyCopy copy)
    {
        var text = Letters(string.Join(' ', Typed(copy)));
        return @case.Children.Where(child => child.Address.IsConfidential)
            .SelectMany(child => new[] { child.Details.Address, child.Details.Postcode })
            .Concat(@case.Adults.Where(adult => adult.Address.IsConfidential).Select(adult => adult.Details.Address))
            .Select(address => Letters((address ?? "").Split(',', '\n')[0]))
            .Any(line => line.Length >= LeastOfAnAddress && text.Contains(line, StringComparison.Ordinal));
    }

    // A house's name or number and its street, or a postcode.
    private const int LeastOfAnAddress = 5;

    private static string Letters(string text) => new string([.. text.Where(char.IsLetterOrDigit)]).ToUpperInvariant();

    /// <summary>All that was typed to be read.</summary>
    private static IEnumerable<string> Typed(FamilyCopy copy) =>
    [
        .. copy.Rows.SelectMany(row => new[] { row.Fact.Who, row.Fact.What, row.Fact.When }),
        .. copy.Words is { Fact: var words } ? (IEnumerable<string>)[words.Worry, words.With] : [],
        .. copy.For is { Fact: var said } ? (IEnumerable<string>)[said.Relation, said.About] : [],
    ];

    /// <summary>The plan's rows that were changed since they were typed for the reader, and those that may be told no more.</summary>
    public static IEnumerable<(int Row, bool IsGone)> Overtaken(Case @case, FamilyCopy copy) =>
        from typed in copy.Rows
        let row = RowRules.Find(@case, ActionKind.SafetyPlan, typed.Fact.Action.Value)
        let isGone = row is null || !MayTell(row, copy.Reader)
        where isGone || row.Changed > typed.Seq
        select (copy.Rows.IndexOf(typed) + 1, isGone);

    /// <summary>When the plan is reviewed.</summary>
    public static DateOnly? ReviewOn(Case @case) =>
        @case.Meetings.Select(meeting => meeting.Safety.Review).OfType<Decided<SafetyReviewSet>>().MaxBy(set => set.Seq)?.Fact.On;

    /// <summary>Why there is nothing to print, to preview or to give yet; all of it at once.</summary>
    public static Refusal? WhyNoPaper(Case @case, string reader)
    {
        var copy = CopyOwed.Find(@case, reader);
        if (Held(@case, reader, copy.Name(@case)) is { } held)
        {
            return held;
        }

        var unsaid = new Unsaid().If(copy.For is null, "", "Say whom the copy is for.")
            .If(copy.Words is not { Fact.Worry.Length: > 0 }, "", WorryMissing)
            .If(copy.Rows.IsEmpty, "", "Type at least one row for them.")
            .If(HoldsAddress(@case, copy), "", "It holds an address that is confidential: take it out.");
        return Overtaken(@case, copy).Aggregate(unsaid, (all, one) => all.If(true, "", one.IsGone
            ? $"Row {one.Row} is no longer on the plan, or is marked for others now: leave it out."
            : $"The plan changed since row {one.Row} was typed: open it, read it, and save it again.")).Why;
    }

    /// <summary>Whom a copy is for.</summary>
    public static Decision Reader(Case @case, Participant me, FamilyReaderSaid typed, DateOnly today)
    {
        var (isNew, isOther) = (typed.Reader == FamilyCopy.Other, CopyOwed.IsOther(typed.Reader));
        var isChild = @case.Children.Exists(child => child.Id.Value == typed.Reader);
        var said = typed with
        {
            Reader = isNew ? NextOther(@case) : typed.Reader,
            Name = isOther ? typed.Name.Trim() : "",
            Kind = isChild ? FamilyReaderKind.Child : typed.Kind,
            Relation = typed.Relation.Trim(),
            About = isChild ? "you" : typed.About.Trim(),
            Language = typed.Language.Trim() is var language && language.Equals("English", StringComparison.OrdinalIgnoreCase)
                ? "" : language,
            Audience = Readers,
        };
        var name = isOther ? said.Name : @case.NameOf(said.Reader);
        var why = Guard(@case, me, typed.Reader, name, isNew || IsKnown(@case, said.Reader, today))
            ?? new Unsaid()
                .Text("name", said.Name, isOther ? "Type their name." : null, FormCard.Line)
                .Text("relation", said.Relation, isOther ? "Type how they are related." : null, FormCard.Line)
                .Text("about", said.About, "Type which children it is about.", FormCard.Line)
                .Text("language", said.Language, null, FormCard.Line).Why;
        return why is not null ? why
            : @case.FamilyCopies.Exists(one => one.For is { } stands && stands.Fact == said with { Reader = one.Reader }
                && (isNew ? me.Is(stands.By) : one.Reader == said.Reader)) ? Decision.Already
            : said;
    }

    /// <summary>What we are worried about, and when it is looked at again.</summary>
    public static Decision Words(Case @case, Participant me, FamilyWordsTyped form, DateOnly today)
    {
        var copy = CopyOwed.Find(@case, form.Reader);
        var typed = form with { Worry = form.Worry.Trim(), With = form.With.Trim(), Audience = Readers };
        var why = Guard(@case, me, typed.Reader, copy.Name(@case), copy.For is not null)
            ?? new Unsaid()
                .Text("worry", typed.Worry, WorryMissing, MostWorry)
                .If(typed.On < today && typed.On != copy.Words?.Fact.On, "day", "That day has passed. Choose one that lies ahead.")
                .If(typed is { On: null, At: not null }, "day", "Choose the day too, or leave the time out.")
                .Text("with", typed.With, null, FormCard.Line).Why;
        return why is not null ? why
            : copy.Words?.Fact == typed ? Decision.Already
            : typed;
    }

    /// <summary>A row in words for the reader.</summary>
    /// <param name="chosen">A row of the copy, <c>row-2</c>, or of the plan, <c>action-3</c>.</param>
    public static Decision Row(Case @case, Participant me, string reader, string? chosen, string? who, string? what, string? when)
    {
        var copy = CopyOwed.Find(@case, reader);
        var (row, stands) = RowOf(@case, copy, chosen);
        var typed = new FamilyRowTyped(reader, stands?.Fact.Row ?? (copy.LastRow + 1), row?.Id ?? default, (who ?? "").Trim(),
            (what ?? "").Trim(), (when ?? "").Trim())
        {
            Audience = Readers,
        };
        var why = Guard(@case, me, reader, copy.Name(@case), copy.For is not null)
            ?? (row is null || !MayTell(row, reader) ? MarkedForOthers : null)
            ?? new Unsaid()
                .Text("who", typed.Who, "Type who does it: “You”, or a name they know.", FormCard.Line)
                .Text("what", typed.What, "Type what happens.", MostWhat)
                .Text("when", typed.When, "Type when.", FormCard.Line).Why;
        return why is not null ? why
            // Read again after the plan changed, the same words stand anew.
            : copy.Rows.Exists(one => one.Fact with { Row = typed.Row } == typed && (stands is null || one == stands)
                && row!.Changed <= one.Seq) ? Decision.Already
            : typed;
    }

    public static CannotBe MarkedForOthers { get; } =
        new("That row is no longer on the plan, or is marked for some agencies only. "
            + "Ask whoever marked it before anybody of the family hears of it.");

    /// <summary>The row of the plan that was chosen, and how it stands in the copy where it does.</summary>
    public static (PlannedAction? Row, Decided<FamilyRowTyped>? Typed) RowOf(Case @case, FamilyCopy copy, string? chosen)
    {
        var typed = (chosen ?? "").Split('-') is ["row", var number] && int.TryParse(number, CultureInfo.InvariantCulture, out var row)
            ? copy.Row(row) : null;
        return (RowRules.Find(@case, ActionKind.SafetyPlan, typed?.Fact.Action.Value ?? chosen), typed);
    }

    public static Decision LeaveOut(Case @case, Participant me, string reader, int row)
    {
        var copy = CopyOwed.Find(@case, reader);
        return !MayMake(me) ? new NotYourPart()
            : copy.Row(row) is null ? Decision.Already
            : new FamilyRowLeftOut(reader, row) { Audience = Readers };
    }

    /// <summary>It was given; what was given is kept as it stands now.</summary>
    /// <param name="at">When; <c>null</c> = now.</param>
    public static Decision Given(
        Case @case, Participant me, string reader, ParticipantId? giver, GivenHow? how, DateTimeOffset? at, DateTimeOffset now)
    {
        var copy = CopyOwed.Find(@case, reader);
        var given = new FamilyCopyGiven(reader, giver ?? me.Id, how ?? GivenHow.ByHand, SafetyPlan.VersionNow(@case))
        {
            HappenedAt = at,
            Audience = Readers,
        };
        var stands = copy.LastGiven?.Said.Fact == given && CopyOwed.Outdated(@case, copy) is null;
        var why = Guard(@case, me, reader, copy.Name(@case), copy.For is not null)
            ?? (stands ? null : WhyNoPaper(@case, reader))
            ?? new Unsaid()
                .If(giver is null || @case.Find(giver.Value) is null, "giver", "Say who gave it.")
                .If(how is null, "how", "Say how it was given.")
                .If(at > now, "time", "That lies ahead. Say when it was given.").Why;
        return why is not null ? why
            : stands ? Decision.Already
            : given;
    }

    private static string NextOther(Case @case) =>
        $"{FamilyCopy.Other}-{@case.NextNumber(@case.FamilyCopies.Select(copy => copy.Reader).Where(CopyOwed.IsOther))}";

    /// <summary>A manager's rationale why somebody who is owed a copy gets none.</summary>
    public static Decision NotShared(Case @case, Participant me, string reader, string? because, DateOnly today)
    {
        var (copy, text) = (CopyOwed.Find(@case, reader), (because ?? "").Trim());
        return !MayDecide(me) || !IsKnown(@case, reader, today) ? new NotYourPart()
            : copy.NotShared?.Fact.Because == text && text.Length > 0 ? Decision.Already
            : new Unsaid().Text("because", text, "Say why it is not shared, and how the child is safe without.").Why is { } why ? why
            : new FamilyCopyNotShared(reader, text) { Audience = Readers };
    }

    private static Refusal? Guard(Case @case, Participant me, string reader, string? name, bool isKnown) =>
        !MayMake(me) || !isKnown ? new NotYourPart() : Held(@case, reader, name);

    private const string WorryMissing = "Type what we are worried about, for them.";
}
