namespace StrategyBot.Phases.Assessing;

/// <summary>What the agencies brought, one entry after the other, each put under a heading in one tap (P14). The entry stays where it is
/// and keeps its author; the heading has it beside its own answer.</summary>
internal sealed class PlacePage : IPage<PlacePage.Form>
{
    private const string Title = "Put under a heading";

    // As many buttons as a card shows side by side.
    private const int MostInARow = 5;

    // So that the card stays small: of a longer text the rest stands where it was written.
    private const int MostShown = 3_000, MostSentences = 12, MostOfSentence = 120;

    /// <param name="Entry">Number of an entry; the first that stands under no heading where it is empty.</param>
    /// <param name="Update">Whose written update instead.</param>
    public sealed record Form(string Case, int? Entry = null, string? Update = null) : ICaseForm;

    public static PartId Id => new("assessing/place");

    public static Capability Needs => Capability.Lead;

    public static IEnumerable<SubmitAction> Beside(FormPage page) =>
        page.Me.May(Needs) && PlacingRule.Entries(page).Any() ? [Id.Send($"{Title} …", new Form(page.Case.Ref.Value))] : [];

    public static PartButton Button(Case @case, int? entry = null, string? update = null) =>
        Id.Button(Title, new Form(@case.Ref.Value, entry, update));

    public Drawn Draw(FormPage page, Form asked)
    {
        var entries = PlacingRule.Entries(page).ToList();
        var shown = entries.FirstOrDefault(item => PlacingRule.IsMeant(item, asked.Entry, asked.Update))
            ?? entries.FirstOrDefault(item => !PlacingRule.Under(page.Case, item).Any())
            ?? entries.FirstOrDefault();
        return new(Title, shown is null ? [new TextBlock("Nothing is written yet that you may read.")] : Entry(page, entries, shown))
        {
            Beside =
            [
                .. shown is not null && entries.Count > 1
                    ? (IReadOnlyList<CardAction>)[Next(page.Case, After(entries, shown))] : [],
                InformationPage.Send("What everyone knows", page.Case),
            ],
        };
    }

    private static List<CardElement> Entry(FormPage page, List<Information> entries, Information shown)
    {
        var under = PlacingRule.Under(page.Case, shown).ToList();
        var sentences = PlacingRule.Sentences(shown.Text);
        return
        [
            new TextBlock($"{(shown.Update is null ? "Entry" : "Written update,")} {entries.IndexOf(shown) + 1} of {entries.Count}. "
                + "It stays where it is, under its author's name.")
            {
                IsSubtle = true,
            },
            new PlainText(PlacingRule.Author(page.Case, shown)) { Weight = TextWeight.Bolder },
            new PlainText(Shortened.To(MostShown, shown.Text)),
            new TextBlock(CardText.Plain(shown.Audience.Say(page.Case))) { IsSubtle = true, Size = TextSize.Small },
            .. under.Select(one => new ActionSet(PlaceInformation.TakeAway(page.Case, one.Heading, one.Placed))),
            .. sentences.Count < 2 ? (IReadOnlyList<CardElement>)[]
                : [new ChoiceSetInput(PlaceInformation.SentenceInput, "Which words",
                [
                    new("All of it", PlaceInformation.All),
                    .. sentences.Take(MostSentences)
                        .Select(one => new Choice(Shortened.To(MostOfSentence, one), PlacedEntry.KeyOf(one))),
                ])
                {
                    Style = ChoiceSetStyle.Expanded,
                    Value = PlaceInformation.All,
                }],
            new TextBlock("Put it under:") { Weight = TextWeight.Bolder, Separator = true },
            .. PlacingRule.Headings(page.Case).Except(under.Where(one => one.Placed.Sentence is null).Select(one => one.Heading))
                .Chunk(MostInARow).Select(row => new ActionSet(
                [.. row.Select(heading => PlaceInformation.Button(page.Case, shown, heading, asks: sentences.Count > 1))])),
        ];
    }

    private static SubmitAction Next(Case @case, Information item) =>
        Id.Send("Next entry", new Form(@case.Ref.Value, item.Update is null ? item.Seq : null, item.Update?.Value));

    private static Information After(List<Information> entries, Information shown) =>
        entries[(entries.IndexOf(shown) + 1) % entries.Count];
}

/// <summary>Puts one entry under one heading, or takes it away from there.</summary>
internal sealed class PlaceInformation : IAct<PlaceInformation.Form>
{
    /// <summary>The input that says which sentence is meant, and its value for all of it.</summary>
    public const string SentenceInput = "sentence", All = "all";

    /// <param name="Taken">It is taken away again.</param>
    /// <param name="Update">Whose written update it is.</param>
    /// <param name="Sentence">One of its sentences, by <see cref="PlacedEntry.KeyOf"/>.</param>
    public sealed record Form(
        string Case, int? Entry = null, string? Heading = null, bool Taken = false, string? Update = null, string? Sentence = null)
        : ICaseForm;

    public static string Verb => "assessing/place-entry";

    public static Capability Needs => Capability.Lead;

    /// <param name="asks">Whether the card asks which sentence is meant.</param>
    public static SubmitAction Button(Case @case, Information item, Heading heading, bool asks) =>
        Actions.Send(heading.Title, Verb, new Form(@case.Ref.Value, item.Seq, heading.Id, Update: item.Update?.Value)) with
        {
            AssociatedInputs = asks ? AssociatedInputs.Auto : AssociatedInputs.None,
        };

    public static SubmitAction TakeAway(Case @case, Heading heading, PlacedEntry placed, string? title = null) =>
        Actions.Send(
            title ?? $"Take {(placed.Sentence is { } words ? $"“{Shortened.To(MostNamed, words)}”" : "it")} away from: {heading.Title}",
            Verb,
            new Form(@case.Ref.Value, placed.Entry, heading.Id, Taken: true, placed.Update?.Value,
                placed.Sentence is { } meant ? PlacedEntry.KeyOf(meant) : null)) with
        {
            AssociatedInputs = AssociatedInputs.None,
        };

    // As much of a sentence as its button shows.
    private const int MostNamed = 40;

    public Decision Decide(FormPage page, Form pressed) => PlacingRule.Place(page.Whole, page.Me, pressed);

    public Echo Saved(FormPage page, Kept<Form> kept)
    {
        var (typed, heading) = (kept.Typed, Headings.Find(kept.Typed.Heading!)!);
        return typed.Taken
            ? new($"no longer under {heading.Title}") { Done = "Taken away" }
            : new(heading.Title)
            {
                Done = "Put under",
                Notes = [.. PlacingRule.Find(page.Case, typed) is { } placed
                    ? (IReadOnlyList<CardElement>)[new ActionSet(TakeAway(page.Case, heading, placed, "Undo"))] : []],
            };
    }

    /// <summary>The next entry that stands nowhere; the same one after an undo, and while one sentence after the other of it is placed.
    /// </summary>
    public PartButton? Next(FormPage page, Kept<Form> kept) => kept.Typed.Taken || PlacingRule.IsOfASentence(kept.Typed)
        ? Back(page, kept.Typed)
        : PlacePage.Button(page.Case);

    public PartButton? Back(FormPage page, Form pressed) => PlacePage.Button(page.Case, pressed.Entry, pressed.Update);
}

/// <summary>The rules of putting an agency's entry under a heading. Pure.</summary>
internal static partial class PlacingRule
{
    /// <summary>Headings that are answered in words, and not by rows.</summary>
    public static IEnumerable<Heading> Headings(Case @case) => Cases.Headings.Of(@case)
        .Where(heading => heading.Kind == HeadingKind.Words && !RowLists.Has(heading.Id) && heading.Where?.Holds(@case) != false);

    /// <summary>Those that this reader may read, an agency after the other.</summary>
    public static IEnumerable<Information> Entries(FormPage page) => PlacedEntry.All(page.Case)
        .Where(item => item.Text.Length > 0 && InformationRule.MayRead(page.Me, item))
        .OrderBy(item => item.Agency).ThenBy(item => item.Seq);

    /// <summary>Where it stands, or a sentence of it.</summary>
    public static IEnumerable<(Heading Heading, PlacedEntry Placed)> Under(Case @case, Information item) =>
        from heading in Cases.Headings.All
        from placed in @case.Meeting.Assessment.Of(heading.Id).Placed
        where (placed.Entry, placed.Update) == (item.Seq, item.Update)
        select (heading, placed);

    public static bool IsMeant(Information item, int? entry, string? update) =>
        update is { Length: > 0 } ? item.Update?.Value == update : item.Update is null && item.Seq == entry;

    public static bool IsOfASentence(PlaceInformation.Form pressed) => pressed.Sentence is { Length: > 0 } and not PlaceInformation.All;

    /// <summary>What stands there as it was pressed.</summary>
    public static PlacedEntry? Find(Case @case, PlaceInformation.Form pressed) =>
        @case.Meeting.Assessment.Of(pressed.Heading ?? "").Placed.FirstOrDefault(one =>
            (one.Entry, one.Update?.Value) == (pressed.Update is { Length: > 0 } ? 0 : pressed.Entry ?? 0, NullIfEmpty(pressed.Update))
            && (one.Sentence is { } words ? IsOfASentence(pressed) && PlacedEntry.KeyOf(words) == pressed.Sentence
                : !IsOfASentence(pressed)));

    /// <summary>The sentences of a text, letter for letter; titles as <em>Dr</em> end none.</summary>
    public static IReadOnlyList<string> Sentences(string text)
    {
        var sentences = new List<string>();
        foreach (var part in Ends().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            if (sentences.Count > 0 && Titles().IsMatch(sentences[^1])
                && text.Contains($"{sentences[^1]} {part}", StringComparison.Ordinal))
            {
                sentences[^1] = $"{sentences[^1]} {part}";
            }
            else
            {
                sentences.Add(part);
            }
        }

        return [.. sentences.Distinct()];
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"(?<=[.!?])\s+(?=[\p{Lu}\d“""])|\n+")]
    private static partial System.Text.RegularExpressions.Regex Ends();

    [System.Text.RegularExpressions.GeneratedRegex(@"\b(Dr|Mr|Mrs|Ms|Prof|St|No|Insp|Sgt)\.$")]
    private static partial System.Text.RegularExpressions.Regex Titles();

    private static string? NullIfEmpty(string? text) => text is { Length: > 0 } ? text : null;

    /// <summary>Whose words they are.</summary>
    public static string Author(Case @case, Information item) => (@case.Find(item.Participant)?.Described ?? item.Agency.Name())
        + PersonChoice.TypedBy(@case, item.Participant, item.By);

    public static Decision Place(Case @case, Participant me, PlaceInformation.Form pressed)
    {
        var item = PlacedEntry.All(@case).FirstOrDefault(one =>
            IsMeant(one, pressed.Entry, pressed.Update) && InformationRule.MayRead(me, one));
        if (item is null)
        {
            return new EntryGone();
        }

        if (Headings(@case).All(one => one.Id != pressed.Heading) && Under(@case, item).All(one => one.Heading.Id != pressed.Heading))
        {
            return new CannotBe("That isn't offered. Choose a heading from the list.");
        }

        var stands = Find(@case, pressed);
        if (stands is not null != pressed.Taken)
        {
            return Decision.Already;
        }

        var sentence = pressed.Taken ? stands!.Sentence
            : IsOfASentence(pressed) ? Sentences(item.Text).FirstOrDefault(one => PlacedEntry.KeyOf(one) == pressed.Sentence) : null;
        return sentence is null && !pressed.Taken && IsOfASentence(pressed)
            ? new CannotBe("Those words were corrected meanwhile. Choose again.") { Field = PlaceInformation.SentenceInput }
            : new InformationPlaced(item.Seq, pressed.Heading!)
            {
                Meeting = @case.Meeting.Id,
                Audience = item.Audience,
                Update = item.Update,
                Sentence = sentence,
                IsTakenAway = pressed.Taken ? true : null,
            };
    }
}
