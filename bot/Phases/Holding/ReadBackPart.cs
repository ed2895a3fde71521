namespace StrategyBot.Phases.Holding;

/// <summary>The read-back before the end: what the record holds, cut to its reader, in a minute's reading (P15).</summary>
internal sealed class ReadBackPart : IPart<ReadBackPart.Form>
{
    private const string Title = "Read-back", Agreed = "Agreed", Different = "Not what I said", AndMine = "Agreed, and I accept mine";

    private const string NotDecided = "not decided";

    private const int MostChildren = 6;
    private const int MostActions = 10;
    private const int MostEntries = 4;
    private const int MostObjections = 5;
    private const int Line = 160;
    private const int ShortLine = 60;

    /// <param name="Accepts">With what is theirs to do, as it is shown.</param>
    /// <param name="AtOnce">Opened in the place of the person's own part.</param>
    public sealed record Form(
        string Case, bool? Agrees = null, string? Objection = null, string? Marking = null, bool? Accepts = null, bool? AtOnce = null)
        : ICaseForm;

    public static PartId Id => new("holding/read-back");

    /// <summary>Read by everybody who reads; answered by whoever was invited.</summary>
    public static Capability Needs => Capability.ReadContent;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Drawn Draw(FormPage page, Form asked)
    {
        var (@case, isAsked) = (page.Case, page.Me.May(Capability.AnswerInvitation));
        return new(Title,
        [
            .. Told(@case),
            .. @case.Children.Take(MostChildren).SelectMany(child => Decisions(@case, child)),
            .. Actions(page),
            .. Own(page),
            .. page.Me.May(Capability.Lead) ? Objections(@case) : [],
            .. !isAsked ? (IReadOnlyList<CardElement>)[] :
            [
                new TextInput("objection", "If it is not what you said: what is different?")
                {
                    IsMultiline = true,
                    MaxLength = FormCard.LongText,
                    Value = @case.Meeting.Attendance.ReadBack.GetValueOrDefault(page.Me.Id)?.Fact.Objection,
                    Separator = true,
                },
                MarkingInput.For(@case, page.Me.Agency, @case.Meeting.Attendance.ReadBack.GetValueOrDefault(page.Me.Id)?.Fact.Audience,
                    @case.Chair.Agency, "Who may read it, beside the chair"),
            ],
        ])
        {
            Preselected = @case.Meeting.Attendance.ReadBack.ContainsKey(page.Me.Id) ? [] : [MarkingInput.Id],
            Beside = asked.AtOnce == true ? [OwnPart.Button(@case)] : [],
            Saves = !isAsked ? [] :
            [
                .. MayAccept(page) ? (IReadOnlyList<Save>)[new(AndMine, new { Agrees = true, Accepts = true })] : [],
                new(Agreed, new { Agrees = true }),
                new(Different, new { Agrees = false }),
            ],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        if (MarkingInput.Said(page, typed.Marking,
            page.Whole.Meeting.Attendance.ReadBack.GetValueOrDefault(page.Me.Id)?.Fact.Audience, typed.Objection) is not { } readers)
        {
            return MarkingInput.NotSaid;
        }

        var said = ReadBackRule.Answer(page.Whole, page.Me, typed.Agrees, typed.Objection ?? "", readers.With(page.Whole.Chair.Agency));
        return said is Decision.Accepted { Facts: var facts } && typed.Accepts == true && MayAccept(page)
            ? Decision.Of([.. facts, .. OwnActions.Unanswered(page.Whole, page.Me).Where(action => action.Changed <= page.Seen)
                .Select(action => OwnActions.Accepted(page.Whole, action))])
            : said;
    }

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        page.Case.Meeting.Attendance.ReadBack.GetValueOrDefault(page.Me.Id) is { Fact: { Agreed: false } answer }
            ? new("not what you said; the chair sees it", new PlainText(answer.Objection))
            : new(kept.Typed.Accepts != true ? "agreed"
                : OwnActions.Unanswered(page.Case, page.Me).Count == 0 ? "agreed, and your actions are accepted"
                : "agreed, and your actions are accepted, but for what was changed or added since that card");

    /// <summary>What is theirs to do is told once the plan is agreed, and stands on this card.</summary>
    private static bool MayAccept(FormPage page) => page.Me.May(Capability.Act) && page.Whole.Meeting.Plan.AgreedAt is not null
        && OwnActions.Unanswered(page.Whole, page.Me).Count is > 0 and <= MostActions;

    /// <summary>What a discussion by telephone was written down in short (P36).</summary>
    private static IEnumerable<CardElement> Told(Case @case) =>
        !@case.IsByTelephone ? [] :
        from line in ((string What, string Said)[])
        [
            .. @case.Children.Take(MostChildren).Select(child => ($"Where {child.Number} is", child.Now?.Fact.Where ?? "")),
            ("What happened", @case.Circumstances?.Reason ?? ""),
            ("What is done now", @case.WhatNow?.Fact.Text ?? ""),
        ]
        where line.Said.Length > 0
        select new PlainText($"{line.What}: {Shortened.To(FormCard.Line, line.Said)}");

    private static IEnumerable<CardElement> Decisions(Case @case, Child child)
    {
        var plan = @case.Meeting.Plan;
        yield return new PlainText(Shortened.To(Line, $"{child.Number}: {child.Details.Name}")) { Weight = TextWeight.Bolder };
        var (cause, enquiry, conference) =
            (plan.ReasonableCause.GetValueOrDefault(child.Id), plan.Section47.GetValueOrDefault(child.Id),
                plan.Conference.GetValueOrDefault(child.Id));
        yield return new TextBlock(string.Join(" · ",
            $"Reasonable cause: {(cause is null ? NotDecided : WordTables.ReasonableCause.InMinutes(cause.Fact.Answer))}",
            $"Section 47: {(enquiry is null ? NotDecided : WordTables.InMinutes(enquiry.Fact))}",
            $"Conference: {(conference is null ? NotDecided : WordTables.Conference.InMinutes(conference.Fact.Answer))}"));
    }

    private static IEnumerable<CardElement> Actions(FormPage page)
    {
        // One's own are always shown.
        var open = page.Case.Meeting.Plan.Open.OrderByDescending(action => OwnActions.IsOwn(page.Me, action)).ToList();
        yield return Heading(open.Count == 0 ? "No action is agreed yet." : "Actions");
        foreach (var action in open.Take(MostActions).Select(action => action.Fact))
        {
            var owner = Shortened.To(ShortLine, page.Case.Find(action.Owner)?.Name ?? "");
            yield return new PlainText($"{owner}, by {page.Words.When(action.DueAt)}: {Shortened.To(Line, Readable(action.What))}");
        }

        if (open.Count > MostActions)
        {
            yield return new TextBlock($"And {open.Count - MostActions} more.");
        }
    }

    /// <summary>The reader's own words, as those are what only they can answer for.</summary>
    private static IEnumerable<CardElement> Own(FormPage page)
    {
        var (assessment, me) = (page.Case.Meeting.Assessment, page.Me.Id);
        var theirs = page.Case.Meeting.Attendance.Telephone.Values.Select(call => call.Fact).Where(call =>
            page.Case.Find(call.Who) is { } who && AskSaidDuty.AnswersFor(page.Me, who)).ToList();
        var mine = assessment.Information.Where(entry => entry.Participant == me || theirs.Exists(call => call.Who == entry.Participant))
            .ToList();
        var views = page.Case.Children.Where(child => assessment.Views.ContainsKey((me, child.Id))).Take(MostChildren).ToList();
        foreach (var call in theirs)
        {
            yield return new PlainText($"Call with {page.Case.Find(call.Who)!.Name}, {page.Words.When(call.HappenedAt!.Value)} to "
                + $"{page.Words.Time(call.EndedAt)}, {call.Number}");
        }

        if (mine.Count + views.Count > 0)
        {
            yield return Heading("Recorded as yours");
        }

        foreach (var child in views)
        {
            var given = assessment.Views[(me, child.Id)];
            yield return new PlainText(
                $"Reasonable cause, {child.Number}: {WordTables.ReasonableCause.InMinutes(given.View)}. "
                    + $"{Shortened.To(Line, given.Rationale)}");
        }

        foreach (var entry in mine.Take(MostEntries))
        {
            yield return new PlainText(entry.Participant == me ? Shortened.To(2 * Line, entry.Text)
                : $"{page.Case.Find(entry.Participant)!.Name}: {Shortened.To(2 * Line, entry.Text)}");
        }

        if (mine.Count > MostEntries)
        {
            yield return new TextBlock($"And {mine.Count - MostEntries} more entries of yours.");
        }
    }

    private static IEnumerable<CardElement> Objections(Case @case)
    {
        var answers = @case.Meeting.Attendance.ReadBack.Values.Select(said => said.Fact);
        var different = answers.Where(answer => !answer.Agreed).ToList();
        yield return Heading($"Agreed: {answers.Count() - different.Count}. Not what they said: {different.Count}.");
        foreach (var answer in different.Take(MostObjections))
        {
            var who = Shortened.To(ShortLine, @case.Find(answer.Participant)?.Name ?? "");
            yield return new PlainText($"{who}: {Shortened.To(2 * Line, Readable(answer.Objection))}");
        }
    }

    private static TextBlock Heading(string text) => new(text) { Weight = TextWeight.Bolder, Separator = true };

    private static string Readable(string text) => text.Length == 0 ? "(kept from your agency by its marking)" : text;
}

/// <summary>The rule of the read-back before the end (P15). Answering again replaces. Pure.</summary>
internal static class ReadBackRule
{
    public static Decision Answer(Case @case, Participant me, bool? agreed, string objection, Readers? readers = null)
    {
        var (words, stands) = (objection.Trim(), @case.Meeting.Attendance.ReadBack.GetValueOrDefault(me.Id)?.Fact);
        if (!me.May(Capability.AnswerInvitation))
        {
            return new NotYourPart();
        }

        if (agreed is not { } agrees)
        {
            return new CannotBe("Press Agreed, or Not what I said.");
        }

        var fact = new ReadBackAnswered(me.Id, agrees, agrees ? "" : words)
        {
            Meeting = @case.Meeting.Id,
            Audience = agrees ? Audience.Professionals : readers?.Audience ?? stands?.Audience ?? Audience.Professionals,
        };
        return @case is { Meeting.Attendance.StartedAt: null, HappenedAlready: false } && AskSaidDuty.Last(@case, me) is null
                ? new NotStarted()
            : words.Length > FormCard.LongText ? new TooLong(FormCard.LongText) { Field = "objection" }
            // An objection that stands is settled by agreeing; one that was only typed now contradicts it.
            : agrees && words.Length > 0 && words != stands?.Objection
                ? Not("You wrote what is different, and pressed Agreed. Press Not what I said, or take the words away.")
            : !agrees && words.Length == 0
                ? Not("Say in a few words what is not as you said it, so that the chair can put it right.")
            : fact == stands ? Decision.Already
            // It was asked of what stood in the meeting; of what the minutes say, their readers are asked (P15).
            : @case.Meeting.Minutes.Approved is not null
                ? Not("The minutes are approved, so the read-back is over. Open the minutes, and say there what is not as you said it: "
                    + "the chair must answer it.")
            : fact;

        static CannotBe Not(string sentence) => new(sentence) { Field = "objection" };
    }
}
