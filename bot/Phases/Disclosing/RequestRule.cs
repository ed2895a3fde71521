using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Disclosing;

/// <summary>The rules of giving the record out (P19, P41). Pure.</summary>
internal static class RequestRule
{
    /// <summary>How many months a subject waits longer, once it was said why (UK GDPR, article 12).</summary>
    public const int MoreMonths = 2;

    public static RecordRequest? Find(Case @case, int? request) => @case.Keeping.Requests.Find(one => one.Said.Seq == request);

    public static IReadOnlyList<RecordRequest> Open(Case @case) => [.. @case.Keeping.Requests.Where(one => one.Answered is null)];

    /// <summary>The day by which it is answered: of a subject a month from when it came, or the next working day after that (ICO); of
    /// others as they say. <c>null</c>: nobody said.</summary>
    public static DateOnly? Until(Case @case, RecordRequest request) => request.Said.Fact.Asker != WhoAsks.Subject ? request.Said.Fact.By
        : @case.Clocks.Days.OnOrAfter(request.Said.Fact.On.AddMonths(request.Extended is null ? 1 : 1 + MoreMonths));

    /// <summary>Whose words stand on the case beside our own.</summary>
    public static IReadOnlyList<Agency> Owners(Case @case, IReadOnlyList<Entry> entries) =>
    [
        .. entries.Where(entry => CaseCodec.WordsOf(entry.Fact).Count > 0).Select(entry => @case.AuthorOf(entry)?.Agency).OfType<Agency>()
            .Where(agency => agency != Agency.SocialCare).Distinct().Order(),
    ];

    /// <param name="sent">As a form names it; <c>null</c>: none of those.</param>
    public static Agency? Owner(Case @case, IReadOnlyList<Entry> entries, string? sent) =>
        Owners(@case, entries).Where(agency => WordTables.ValueOf(agency) == sent).Cast<Agency?>().FirstOrDefault();

    public static Decision Ask(Case @case, AskedForPart.Form typed, DateTimeOffset now, Words words)
    {
        var (who, what, today) = ((typed.Who ?? "").Trim(), (typed.What ?? "").Trim(), words.LocalDate(now));
        var child = @case.Children.FirstOrDefault(one => one.Id.Value == typed.Whose);
        var adult = @case.Adults.FirstOrDefault(one => one.Id.Value == typed.Whose);
        var on = typed.Day ?? today;
        return new Unsaid()
                .If(typed.Asker is null, "asker", "Choose who asks.")
                .If(typed.Asker == WhoAsks.Subject && child is null && adult is null, "whose", "Choose whose data they ask for.")
                .If(on > today, "day", "That day lies ahead.")
                .If(typed.By < on, "by", "That is before they asked.")
                .Text("who", who, "Say who asks.", FormCard.Line)
                .Text("what", what, "Say what they ask for, and under which number.").Why
            ?? Once(@case, new RecordAsked(typed.Asker!.Value, who, what, on)
            {
                Adult = adult?.Id,
                Child = child?.Id,
                By = typed.Asker == WhoAsks.Subject ? null : typed.By,
                Audience = Audience.Only(Agency.SocialCare),
            });
    }

    private static Decision Once(Case @case, RecordAsked asked) =>
        Open(@case).Any(one => one.Said.Fact == asked) ? Decision.Already : asked;

    public static Decision AskAgencies(
        Case @case, IReadOnlyList<Entry> entries, AskAgenciesPart.Form typed, DateTimeOffset now, Words words)
    {
        var request = Find(@case, typed.Request)!;
        var chosen = Chosen(@case, entries, typed.Agencies);
        return new Unsaid()
                .If(chosen.Count == 0, "agencies", "Tick who is asked.")
                .If(typed.By is null, "by", "Say by when they answer.")
                .If(typed.By < words.LocalDate(now), "by", "That day has passed.").Why
            ?? (chosen.All(agency => request.Asked.TryGetValue(agency, out var asked) && asked.Fact.By == typed.By) ? Decision.Already
                : new AgenciesAsked(request.Said.Seq, [.. chosen], typed.By!.Value) { Audience = Audience.Only(Agency.SocialCare) });
    }

    public static Decision Answer(Case @case, Participant me, AgencyWordsPart.Form typed)
    {
        var (request, why) = (Find(@case, typed.Request)!, (typed.Why ?? "").Trim());
        return new Unsaid().If(typed.MayGo is null, "mayGo", "Choose one.")
                .Text("why", why, typed.MayGo == YesNo.No ? "Say which words, and why not." : null).Why
            ?? new AgencyAnswered(request.Said.Seq, me.Agency, typed.MayGo!.Value, why)
            {
                Audience = Audience.Only(Agency.SocialCare, me.Agency),
            } switch
            {
                var answer when request.Answers.GetValueOrDefault(me.Agency)?.Fact == answer => Decision.Already,
                var answer => answer,
            };
    }

    public static Decision Decide(Case @case, IReadOnlyList<Entry> entries, DecideWordsPart.Form typed)
    {
        var (request, why) = (Find(@case, typed.Request)!, (typed.Why ?? "").Trim());
        if (Owner(@case, entries, typed.Agency) is not { } agency)
        {
            return new CannotBe("That agency has no words on this case.");
        }

        var ids = Choices.Ticked(typed.LeftOut);
        var leftOut = DisclosedWords.Of(@case, entries, agency).Where(entry => ids.Contains(DisclosedWords.IdOf(entry)))
            .Select(entry => entry.Seq).ToValueList();
        return new Unsaid()
                .If(typed.Given is null, "given", "Choose one.")
                .If(typed.Given == GivenWords.AllBut && leftOut.Count == 0, "leftOut", "Tick what is left out.")
                .If(typed.Given != GivenWords.AllBut && ids.Count > 0, "given", "You ticked words: choose “All but those ticked below”.")
                .Text("why", why, typed.Given == GivenWords.All
                    && request.Answers.GetValueOrDefault(agency)?.Fact.MayGo != YesNo.No ? null : "Say why.").Why
            ?? new WordsDecided(request.Said.Seq, agency, typed.Given!.Value, leftOut, why) { Audience = Audience.Only(Agency.SocialCare) }
            switch
            {
                var decided when request.Decisions.GetValueOrDefault(agency)?.Fact == decided => Decision.Already,
                var decided => decided,
            };
    }

    public static Decision Extend(Case @case, ExtendPart.Form typed, DateTimeOffset now, Words words)
    {
        var (request, why) = (Find(@case, typed.Request)!, (typed.Why ?? "").Trim());
        return new Unsaid().Text("why", why, "Say why it takes longer, as they were told.").Why
            ?? (request.Said.Fact.Asker != WhoAsks.Subject ? new CannotBe("Only a month that a child or an adult waits can be longer.")
            : words.LocalDate(now) > Until(@case, request) && request.Extended is null
                ? new CannotBe("The month is over: they had to be told within it.")
            : request.Extended?.Fact.Why == why ? Decision.Already
            : new AnswerExtended(request.Said.Seq, why) { Audience = Audience.Only(Agency.SocialCare) });
    }

    public static Decision Close(Case @case, AnswerRequestPart.Form typed, DateTimeOffset now, Words words)
    {
        var (request, how, today) = (Find(@case, typed.Request)!, (typed.How ?? "").Trim(), words.LocalDate(now));
        var on = typed.Day ?? today;
        return new Unsaid()
                .If(typed.Given is null, "given", "Say whether it was given.")
                .If(on > today, "day", "That day lies ahead.")
                .If(on < request.Said.Fact.On, "day", "That is before they asked.")
                .Text("how", how, typed.Given == YesNo.No ? "Say why nothing was given, as they were told." : "Say to whom, and how.").Why
            ?? new RequestAnswered(request.Said.Seq, typed.Given!.Value, on, how) { Audience = Audience.Only(Agency.SocialCare) } switch
            {
                var answered when request.Answered?.Fact == answered => Decision.Already,
                var answered => answered,
            };
    }

    private static List<Agency> Chosen(Case @case, IReadOnlyList<Entry> entries, string? ticked)
    {
        var values = Choices.Ticked(ticked);
        return [.. Owners(@case, entries).Where(agency => values.Contains(WordTables.ValueOf(agency)))];
    }
}

/// <summary>How a request stands, in lines. Pure.</summary>
internal static class RequestLines
{
    /// <summary><c>Request 1, for a criminal case: by Wed 30 Dec 2026.</c></summary>
    public static string Head(Case @case, RecordRequest request, Words words) =>
        $"Request {request.Number}, for {WordTables.WhoAsks.InMinutes(request.Said.Fact.Asker)}"
            + (request.Answered is { } answered
                ? $": {(answered.Fact.Given == YesNo.Yes ? "given" : "nothing was given")}, {words.Date(answered.Fact.On)}."
                : RequestRule.Until(@case, request) is { } until ? $": by {words.Date(until)}." : ": no day was said.");

    /// <summary>How it stands with each agency's words.</summary>
    public static IEnumerable<string> Agencies(RecordRequest request, IReadOnlyList<Agency> owners, DateOnly today, Words words) =>
        from agency in owners
        select $"{agency.Name()}: " + (request.Decisions.GetValueOrDefault(agency) is { } decided
                ? $"decided, {WordTables.GivenWords.InMinutes(decided.Fact.Given)}"
            : request.Answers.GetValueOrDefault(agency) is { } answer
                ? $"{(answer.Fact.MayGo == YesNo.Yes ? "all may be given" : "not all may be given")}, they say. You decide"
            : request.Asked.GetValueOrDefault(agency) is { } asked
                ? asked.Fact.By < today ? $"no answer by {words.Date(asked.Fact.By)}. You decide without it"
                    : $"asked, by {words.Date(asked.Fact.By)}"
            : "not asked") + ".";
}
