using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace StrategyBot.Phases.Assessing;

/// <summary>The form of one block of headings: a text each or an answer and a text, one question for whatever is not known, and who may
/// read it. Six inputs at most.</summary>
internal class HeadingsPart : IPart<HeadingsPart.Form>, IOnPaper
{
    // A card has five buttons (design §5.7): a form that comes back takes two of them, whom it may be shared with takes one.
    private const int MostContests = 2;

    // Three of the longest answers, and the person's own part below them, still fit on a card.
    private const int LongestShown = 700;

    /// <summary>The one input for what is not held, or not known yet.</summary>
    private const string HeldId = "held";

    // Cards of the first release named the inputs by their place in the block, as it was then: never add to it.
    private static readonly IReadOnlyDictionary<string, string[]> FirstRelease = new Dictionary<string, string[]>
    {
        ["assessments"] = ["risk-assessments", "existing-plan"],
        ["concern"] = ["cause", "seriousness"],
        ["pattern"] = ["recurring", "vulnerability"],
        ["family"] = ["strengths", "weaknesses"],
        ["context"] = ["context", "protection-needs"],
        ["adults"] = ["parents", "carers"],
        ["factors"] = ["risk-factors", "category"],
        ["referrals"] = ["marac", "mappa"],
        ["intelligence"] = ["intelligence"],
        ["criminal"] = ["criminal", "leads"],
        ["enquiry"] = ["enquiry-plan", "medical"],
        ["hospital"] = ["discharge", "abe"],
        ["seen"] = ["seen-alone", "wishes"],
        ["culture"] = ["culture", "interpreter"],
        ["others"] = ["other-children", "family-told"],
        ["legal"] = ["legal", "review-meeting"],
    };

    /// <param name="Held">The other two answers of P14, of all headings in words: <c>recurring:nothing-held</c>.</param>
    /// <param name="Share">Whom it may be shared with: cards of earlier releases asked here, today <see cref="SharingPart"/> does.</param>
    public sealed record Form(
        string Case, string? Block = null, IReadOnlyList<string>? Held = null, string? Marking = null, string? Share = null) : ICaseForm
    {
        /// <summary>What was put under each heading, by <see cref="TicksOf(string)"/> and <see cref="TextOf(string)"/>.</summary>
        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Answers { get; init; }

        public TypedAnswer Of(Heading heading) => new(
            heading.Id,
            heading.Kind == HeadingKind.Words
                ? [.. heading.Options.Select(option => option.Id).Where(tick => Held?.Contains(HeldAs(heading.Id, tick)) == true)]
                : Typed(TicksOf(heading.Id)).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Typed(TextOf(heading.Id)));

        private string Typed(string field) =>
            Answers?.GetValueOrDefault(field) is { ValueKind: JsonValueKind.String } typed ? typed.GetString()! : "";
    }

    // What is told to the family stands there.
    private static readonly string[] FamilyFacing = ["family-told", "abe", "no-enquiry"];

    public static PartId Id => new("assessing/headings");

    public static Capability Needs => Capability.AnswerHeadings;

    public static bool KeepsBoth => true;

    public static PartButton Button(Case @case, HeadingBlock block) => Id.Button(block.Title, new Form(@case.Ref.Value, block.Id));

    public static string TicksOf(string heading) => $"ticks-{heading}";

    public static string TextOf(string heading) => $"text-{heading}";

    /// <summary>The input under which a heading's answer is ticked.</summary>
    public static string TicksOf(Heading heading) => heading.Kind == HeadingKind.Words ? HeldId : TicksOf(heading.Id);

    /// <summary>Names the inputs of a card of an earlier release as they are named today, and says which version it showed.</summary>
    /// <returns>The verb that takes it back.</returns>
    public static string OfEarlierRelease(JsonObject sent)
    {
        foreach (var (heading, place) in (FirstRelease.GetValueOrDefault(sent["block"]?.ToString() ?? "") ?? [])
            .Select((heading, place) => (heading, place)))
        {
            Rename(sent, $"ticks{place}", TicksOf(heading));
            Rename(sent, $"text{place}", TextOf(heading));
        }

        if (!sent.ContainsKey(FormState.Key) && sent.Remove("seen", out var seen))
        {
            sent[FormState.Key] = new JsonObject { ["seen"] = seen?.DeepClone() };
        }

        TickTogether(sent);
        if (sent.Remove(MarkingInput.ShareId, out var share))
        {
            var state = sent[FormState.Key] as JsonObject ?? [];
            sent[FormState.Key] = state;
            state["with"] = new JsonObject { [MarkingInput.ShareId] = share?.DeepClone() };
        }

        return Id.Save;
    }

    /// <summary>Each heading in words had ticks of its own.</summary>
    private static void TickTogether(JsonObject sent)
    {
        var ticked = Headings.All.Where(heading => heading.Kind == HeadingKind.Words && sent.ContainsKey(TicksOf(heading.Id)))
            .SelectMany(heading => (Field.Text(sent[TicksOf(heading.Id)]) ?? "").Split(',')
                .Select(tick => (Input: TicksOf(heading.Id), Tick: HeldAs(heading.Id, tick.Trim())))).ToList();
        foreach (var (input, _) in ticked)
        {
            sent.Remove(input);
        }

        if (ticked.Count > 0)
        {
            sent[HeldId] = string.Join(',', ticked.Select(one => one.Tick).Where(IsOffered));
        }
    }

    private static bool IsOffered(string held) =>
        held.EndsWith($":{Heading.NothingHeld}", StringComparison.Ordinal)
            || held.EndsWith($":{Heading.NotKnownYet}", StringComparison.Ordinal);

    private static string HeldAs(string heading, string tick) => $"{heading}:{tick}";

    public string? Reading(Form asked) => Find(asked.Block)?.Id;

    public Refusal? Bars(FormPage page, Form asked) =>
        Find(asked.Block)?.In(page.Whole) is not { Headings.Count: > 0 } block ? new NoSuchCase()
        : AskedOf.MayFill(page.Me, block) ? null : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked)
    {
        var headings = Find(asked.Block)!.In(page.Whole).Headings;
        var stands = headings.Select(heading => HeadingsRule.Readable(page.Case, page.Me, heading.Id)).ToList();
        var audience = HeadingsRule.AudienceOf(page.Case, page.Me, headings.Select(heading => heading.Id));
        return new(Find(asked.Block)!.Title,
        [
            .. FamilyFacing.Contains(Find(asked.Block)!.Id) ? HoldLines.On(page.Case) : [],
            .. Theirs(page, Find(asked.Block)!),
            .. Prompts(page, headings),
            .. FromTheWard(page, headings),
            .. headings.Zip(stands).SelectMany((one, place) => Asked(page, one.First, one.Second, place)),
            .. NotHeld([.. headings.Zip(stands)]),
            MarkingInput.For(page.Case, page.Me.Agency, audience),
            .. headings.SelectMany(heading => Standing(page, heading, audience)),
        ])
        {
            Preselected = stands.All(given => given is null) ? [MarkingInput.Id] : [],
            Beside =
            [
                .. SharingPart.Beside(page, Find(asked.Block)!),
                .. headings.Where(heading => page.Me.May(ContestPage.Needs) && page.Case.Meeting.Assessment.Of(heading.Id).IsContested)
                    .Take(MostContests).Select(heading => ContestPage.Send(page.Case, heading)),
            ],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Read(page, typed.Marking, typed.Share, page.Me.Agency) is { } audience
        ? HeadingsRule.Save(page.Whole, page.Me, [.. Find(typed.Block)!.In(page.Whole).Headings.Select(typed.Of)], page.Seen, audience,
            saysSharing: typed.Share is not null)
        : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept)
    {
        var block = Find(kept.Typed.Block)!;
        var answered = kept.Facts.OfType<HeadingAnswered>().FirstOrDefault();
        return new(block.Title,
        [
            .. block.Headings.SelectMany(heading => (IReadOnlyList<CardElement>)
            [
                .. Several(page, heading),
                .. page.Case.Meeting.Assessment.Of(heading.Id).Standing
                    .Where(given => HeadingsRule.MayRead(page.Me, given)).SelectMany(given => Given(page, heading, given)),
            ]),
        ])
        {
            Notes =
            [
                .. kept.Facts.OfType<HeadingAnswered>().Select(fact => (Heading: Headings.Find(fact.Heading)!, fact.Answer))
                    .Where(one => Headings.Binds(page.Case, one.Heading) && one.Heading.Unsaid(one.Answer) is not null)
                    .Select(one => new TextBlock(
                        $"{one.Heading.Title}: before the record is complete you are asked to say {one.Heading.Unsaid(one.Answer)}.")),
            ],
            Asks = answered is null ? [] : MarkingInput.Unsaid(kept.Typed.Marking, answered.Audience,
                Id.Send("Choose who may read this", new Form(page.Case.Ref.Value, block.Id))),
        };
    }

    /// <summary>Whose words they are, and who typed them where that is another.</summary>
    public static string AuthorOf(Case @case, GivenAnswer given)
    {
        var typist = @case.Find(given.By)?.Described ?? "someone no longer on the case";
        return given.OnBehalfOf is { } other && @case.Find(other) is { } author ? $"{author.Described} (marked by {typist})" : typist;
    }

    protected virtual HeadingBlock? Find(string? block) => Headings.FindBlock(block ?? "");

    private static void Rename(JsonObject sent, string former, string today)
    {
        if (!sent.ContainsKey(today) && sent.Remove(former, out var value))
        {
            sent[today] = value;
        }
    }

    /// <summary>For whoever fills in another's form: whose it is, and whose name it will have.</summary>
    private static IEnumerable<CardElement> Theirs(FormPage page, HeadingBlock block) =>
        AskedOf.Is(page.Me, block.WhoFills) || AskedOf.Now(page.Whole, block.WhoFills) != block.WhoFills
        ? []
        : [new TextBlock(
            $"Asked of {WordTables.WhoFills.InList(block.WhoFills).ToLowerInvariant()}. What you save here stands under your name.")
        {
            IsSubtle = true,
        }];

    /// <summary>What the procedure has asked of a baby's injury (P21).</summary>
    private static IEnumerable<CardElement> Prompts(FormPage page, IReadOnlyList<Heading> headings) =>
        headings.Any(heading => heading.PromptsOfABaby) && page.Case.Children.Any(child => Ages.IsABaby(child, Today(page)))
            && page.Case.Profile.Questions.InfantInjury is { Count: > 0 } prompts
        ? [new TextBlock($"Of a baby, say also:\n{string.Join("\n", prompts.Select(prompt => $"- {CardText.Plain(prompt)}"))}")]
        : [];

    /// <summary>What the ward said already, so that nobody types it again: where the child is, and what health holds.</summary>
    private static IEnumerable<CardElement> FromTheWard(FormPage page, IReadOnlyList<Heading> headings) =>
        headings.All(heading => heading.Id != "discharge") ? [] :
        [
            .. from child in page.Case.Children
               let stands = page.Case.Meeting.Safety.Positions.GetValueOrDefault(child.Id)
               where stands?.Fact.Where.Length > 0
               select From(
                   $"{page.Case.NameOf(child.Id.Value)}: {stands.Fact.Where}", $"where the child is safe, {page.Words.Time(stands.At)}"),
            .. page.Case.Meeting.Assessment.Information
                .Where(item => item.Text.Length > 0 && item.Agency is Agency.Health or Agency.Midwifery)
                .TakeLast(3).Select(item => From(
                    item.Text, $"{page.Case.Find(item.Participant)?.Name ?? item.Agency.Name()}, {page.Words.Time(item.At)}")),
        ];

    /// <summary>What stands elsewhere, and where.</summary>
    private static PlainText From(string text, string source) =>
        new($"“{Shortened.To(LongestShown / 2, text)}” – {Shortened.To(FormCard.Line, source)}") { IsSubtle = true };

    private static DateOnly Today(FormPage page) => page.Words.LocalDate(page.Now);

    /// <summary>What is for a baby alone comes first where each child is one, last where some are, and stays where it was ticked.</summary>
    private static IEnumerable<Heading.Option> Offered(FormPage page, Heading heading, GivenAnswer? stands)
    {
        var ofABaby = heading.Options.Where(option => option.IsOfABaby && (stands?.Answer.Choices.Contains(option.Id) == true
            || page.Case.Children.Any(child => Ages.IsABaby(child, Today(page))))).ToList();
        var others = heading.Options.Where(option => !option.IsOfABaby);
        return Ages.AreAllBabies(page.Case, Today(page)) ? [.. ofABaby, .. others] : [.. others, .. ofABaby];
    }

    private static string Label(FormPage page, Heading heading) => heading.OfABaby is not { } ofABaby ? heading.AsksInWords
        : Ages.AreAllBabies(page.Case, Today(page)) ? ofABaby
        : page.Case.Children.Any(child => Ages.IsABaby(child, Today(page)))
            ? $"{heading.AsksInWords}. Of the baby: {char.ToLowerInvariant(ofABaby[0])}{ofABaby[1..]}"
        : heading.AsksInWords;

    private static IEnumerable<CardElement> Asked(FormPage page, Heading heading, GivenAnswer? stands, int place)
    {
        if (heading.Kind != HeadingKind.Words)
        {
            yield return new ChoiceSetInput(
                TicksOf(heading.Id), heading.Prompt,
                [.. Offered(page, heading, stands).Select(option => new Choice(option.Label, option.Id))])
            {
                IsMultiSelect = heading.Kind == HeadingKind.Choices,
                Style = ChoiceSetStyle.Expanded,
                Value = HeadingsRule.IsOneToChoose(heading, stands) ? null : Ticks(stands?.Answer),
                Separator = place > 0,
            };
        }

        if (heading.IsWordless)
        {
            yield break;
        }

        yield return new TextInput(TextOf(heading.Id), Label(page, heading))
        {
            IsMultiline = true,
            MaxLength = FormCard.LongText,
            Placeholder = heading.Kind == HeadingKind.Words ? heading.Prompt : null,
            Value = stands?.Answer.Text,
            Separator = place > 0 && heading.Kind == HeadingKind.Words,
        };
    }

    /// <summary>The other two answers of P14 for every heading in words: each one tap, none in bulk.</summary>
    private static IEnumerable<CardElement> NotHeld(IReadOnlyList<(Heading Heading, GivenAnswer? Stands)> asked)
    {
        var words = asked.Where(one => one.Heading.Kind == HeadingKind.Words).ToList();
        if (words.Count == 0)
        {
            yield break;
        }

        yield return new ChoiceSetInput(HeldId, "Nothing held, or not known yet",
            [.. words.SelectMany(one => one.Heading.Options.Where(option => option.Id != Heading.Known).Select(
                option => new Choice(Named(one.Heading, option), HeldAs(one.Heading.Id, option.Id))))])
        {
            IsMultiSelect = true,
            Style = ChoiceSetStyle.Expanded,
            Value = string.Join(',', words.Where(one => one.Stands is { Answer.Kind: not AnswerKind.Known })
                .Select(one => HeldAs(one.Heading.Id, Ticks(one.Stands!.Answer)!))),
            Separator = true,
        };
    }

    /// <summary><c>Recurring events: checked – nothing held (write which records …)</c>.</summary>
    private static string Named(Heading heading, Heading.Option option)
    {
        var write = heading.Asked([option.Id]) is { } say ? $" (write {say})" : "";
        return $"{heading.Title}: {char.ToLowerInvariant(option.Label[0])}{option.Label[1..]}{write}";
    }

    private static string? Ticks(Answer? answer) => answer switch
    {
        null => null,
        { Kind: AnswerKind.NothingHeld } => Heading.NothingHeld,
        { Kind: AnswerKind.NotKnownYet } => Heading.NotKnownYet,
        _ => string.Join(',', answer.Choices),
    };

    /// <summary>Whose words stand there, and, where two contest, both of them (design §5.4).</summary>
    /// <param name="audience">The marking that the form shows; an answer that has another says so.</param>
    private static IEnumerable<CardElement> Standing(FormPage page, Heading heading, Audience audience)
    {
        foreach (var line in Several(page, heading))
        {
            yield return line;
        }

        if (HeadingsRule.Readable(page.Case, page.Me, heading.Id) is { } read && HeadingsRule.IsOneToChoose(heading, read))
        {
            var ticked = HeadingsRule.Named(HeadingsRule.Ticked(heading, read));
            yield return Bold($"{heading.Title}: {ticked} stand there, and exclude each other. Choose one.");
        }

        foreach (var item in Placed(page, heading))
        {
            yield return From(item.Text, $"{PlacingRule.Author(page.Case, item)}, under {heading.Title}");
        }

        foreach (var given in page.Case.Meeting.Assessment.Of(heading.Id).Standing)
        {
            var kept = !HeadingsRule.MayRead(page.Me, given) ? " It is not marked for you; what you save stands beside it."
                : given.Audience != audience ? $" {CardText.Plain(given.Audience.Say(page.Case))}." : "";
            var author = CardText.Plain(AuthorOf(page.Case, given));
            yield return new TextBlock($"{heading.Title}: saved {page.Words.Time(given.At)} by {author}.{kept}")
            {
                IsSubtle = true,
                Size = TextSize.Small,
            };
        }
    }

    /// <summary>Entries of agencies that stand here too, as far as this reader may read them.</summary>
    private static IEnumerable<Information> Placed(FormPage page, Heading heading) =>
        from placed in page.Case.Meeting.Assessment.Of(heading.Id).Placed
        let item = placed.In(page.Case)
        where item is { Text.Length: > 0 } && InformationRule.MayRead(page.Me, item)
        select item;

    private static IReadOnlyList<CardElement> Several(FormPage page, Heading heading) =>
        page.Case.Meeting.Assessment.Of(heading.Id) is { IsContested: true, Standing.Count: var count }
            ? [Bold($"{heading.Title}: {count} answers stand. The chair chooses one; all are kept.")]
            : [];

    private static TextBlock Bold(string text) => new(text) { Weight = TextWeight.Bolder };

    private static IEnumerable<CardElement> Given(FormPage page, Heading heading, GivenAnswer given)
    {
        yield return new TextBlock(heading.Title) { Weight = TextWeight.Bolder, Separator = true };
        yield return new PlainText(Shortened.To(LongestShown, AnswerWords.Say(heading, given.Answer)));
        yield return new TextBlock(CardText.Plain(
            $"{AuthorOf(page.Case, given)} · {page.Words.Time(given.At)} · {given.Audience.Say(page.Case)}"))
        {
            IsSubtle = true,
            Size = TextSize.Small,
        };
    }
}
