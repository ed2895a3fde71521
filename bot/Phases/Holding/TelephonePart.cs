namespace StrategyBot.Phases.Holding;

/// <summary>A call of a meeting that is held by telephone: with whom, the number, from when to when, and what they said (P13, P36).
/// </summary>
internal sealed class TelephonePart : IPart<TelephonePart.Form>
{
    public const string Title = "Note a call";

    private const int MostShown = 6;
    private const int Line = 120;

    /// <param name="Call">Which is put right; <c>null</c>: another one.</param>
    /// <param name="For">Whom one spoke to, named as <em>Enter for this agency</em> names it.</param>
    /// <param name="More">Another call follows.</param>
    /// <param name="Gone">There was no such call.</param>
    public sealed record Form(
        string Case, int? Call = null, string? For = null, TimeOnly? From = null, TimeOnly? To = null, string? Number = null,
        string? Text = null, string? Marking = null, bool? More = null, bool? Gone = null) : ICaseForm;

    public static PartId Id => new(PartIds.Telephone);

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<string> Unmeasured => ["text"];

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public static IEnumerable<HubEntry> Entries(CaseView view)
    {
        var (@case, noted) = (view.Case, view.Case.Meeting.Attendance.Telephone.Count);
        if (view.Reader.May(Needs) && @case.IsByTelephone && @case.Meeting is { IsConvened: true, Minutes.Approved: null } meeting)
        {
            var isAsked = noted == 0 && !@case.HappenedAlready && meeting.Attendance.EndedAt is null;
            yield return new(PartIds.Telephone, HubSection.Before, Title,
                noted switch { 0 => "none noted", 1 => "1 noted", _ => $"{noted} noted" }, Button(@case), isAsked)
            {
                IsOffered = !isAsked,
            };
        }
    }

    public Refusal? Bars(FormPage page, Form asked) =>
        !page.Case.Meeting.IsConvened ? new NotConvened()
        : asked.Call is { } call && !page.Case.Meeting.Attendance.Telephone.ContainsKey(call)
            ? new CannotBe("That call is not noted any more.")
        : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var (@case, others) = (page.Case, TelephoneRule.Others(page.Case, page.Me));
        var stands = asked.Call is { } call ? @case.Meeting.Attendance.Telephone[call].Fact : null;
        var (from, to) = stands is null ? TelephoneRule.Proposed(@case, page.Now) : (stands.HappenedAt!.Value, stands.EndedAt);
        var whom = others.FirstOrDefault(person => person.Id == stands?.Who || person.Id.Value == asked.For);
        return new(Title,
        [
            .. others.Count > 0 ? (IReadOnlyList<CardElement>)[]
                : [new TextBlock("Nobody else is on the list yet. Say first whom you spoke to.") { Weight = TextWeight.Bolder }],
            PersonChoice.AtAGlance("for", "Whom did you speak to?", others, whom?.Id.Value),
            new TimeInput("from", "From") { Value = page.Words.LocalTime(from) },
            new TimeInput("to", "To") { Value = page.Words.LocalTime(to) },
            new TextInput("number", "Number, where it is not the one on the list") { MaxLength = FormCard.Line, Value = stands?.Number },
            .. stands is not null ? (IReadOnlyList<CardElement>)[] :
            [
                new TextInput("text", "What did they say?")
                {
                    IsMultiline = true,
                    MaxLength = FormCard.MostText,
                    Placeholder = "They are asked whether it is what they said.",
                },
                MarkingInput.For(@case, page.Me.Agency, alsoOf: whom?.Agency),
            ],
            .. stands is null ? Noted(page) : [],
        ])
        {
            Preselected = stands is null ? ["for", "from", "to", MarkingInput.Id] : [],
            Saves = stands is null ? [new("Save the call") { MayGoOn = true }, new("Save, and note another", new { More = true })]
                : [new("Save the call"), new("There was no such call", new { Gone = true })],
            Beside = stands is not null ? [] : [new PartId(PartIds.Speaker).Send("Somebody who is not on the list", CaseForm.Of(@case))],
        };
    }

    public Decision Decide(FormPage page, Form typed) => typed is { Gone: true, Call: { } call }
        ? TelephoneRule.Gone(page.Whole, call)
        : TelephoneRule.Note(page.Whole, page.Me, typed, page.Now, page.Words,
            who => MarkingInput.Read(page, typed.Marking, null, page.Me.Agency, who.Agency));

    public Echo Saved(FormPage page, Kept<Form> kept)
    {
        var call = kept.Facts.OfType<CallNoted>().FirstOrDefault();
        return new(call is null ? "the call" : call.IsGone == true ? "there was no such call" : Say(page, call))
        {
            Notes = call is null || TelephoneRule.NotAsked(page.Case).All(who => who.Id != call.Who) ? [] :
            [
                new PlainText($"Nobody of {page.Case.Find(call.Who)!.Agency.Name()} is on the list, so nobody is asked whether it is "
                    + "what they said. Read it back to them.") { Weight = TextWeight.Bolder },
            ],
        };
    }

    public PartButton? Next(FormPage page, Kept<Form> kept) => kept.Typed.More == true ? Button(page.Case) : null;

    /// <summary>What is noted, each with the way to put it right.</summary>
    private static IEnumerable<CardElement> Noted(FormPage page)
    {
        var calls = page.Case.Meeting.Attendance.Telephone.Values.TakeLast(MostShown).Select(call => call.Fact).ToList();
        if (calls.Count > 0)
        {
            yield return new TextBlock("Noted so far. Press one to put it right.") { IsSubtle = true, Separator = true };
            yield return new ActionSet([.. calls.Select(call =>
                Id.Send(Say(page, call), new Form(page.Case.Ref.Value, call.Call)))]);
        }
    }

    private static string Say(FormPage page, CallNoted call) => Shortened.To(Line,
        $"{page.Case.Find(call.Who)?.Name ?? "somebody"}, {page.Words.Time(call.HappenedAt!.Value)} to {page.Words.Time(call.EndedAt)}");
}
