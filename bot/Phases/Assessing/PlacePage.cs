namespace StrategyBot.Phases.Assessing;

/// <summary>What the agencies brought, one entry after the other, each put under a heading in one tap (P14). The entry stays where it is
/// and keeps its author; the heading has it beside its own answer.</summary>
internal sealed class PlacePage : IPage<PlacePage.Form>
{
    private const string Title = "Put under a heading";

    // As many buttons as a card shows side by side.
    private const int MostInARow = 5;

    /// <param name="Entry">Number of an entry; the first that stands under no heading where it is empty.</param>
    public sealed record Form(string Case, int? Entry = null) : ICaseForm;

    public static PartId Id => new("assessing/place");

    public static Capability Needs => Capability.Lead;

    public static IEnumerable<SubmitAction> Beside(FormPage page) =>
        page.Me.May(Needs) && PlacingRule.Entries(page).Any() ? [Id.Send($"{Title} …", new Form(page.Case.Ref.Value))] : [];

    public static PartButton Button(Case @case, int? entry = null) => Id.Button(Title, new Form(@case.Ref.Value, entry));

    public Drawn Draw(FormPage page, Form asked)
    {
        var entries = PlacingRule.Entries(page).ToList();
        var shown = entries.FirstOrDefault(item => item.Seq == asked.Entry)
            ?? entries.FirstOrDefault(item => !PlacingRule.Under(page.Case, item.Seq).Any())
            ?? entries.FirstOrDefault();
        return new(Title, shown is null ? [new TextBlock("Nothing is written yet that you may read.")] : Entry(page, entries, shown))
        {
            Beside =
            [
                .. shown is not null && entries.Count > 1
                    ? (IReadOnlyList<CardAction>)[Id.Send("Next entry", new Form(page.Case.Ref.Value, After(entries, shown).Seq))] : [],
                InformationPage.Send("What everyone knows", page.Case),
            ],
        };
    }

    private static List<CardElement> Entry(FormPage page, List<Information> entries, Information shown)
    {
        var under = PlacingRule.Under(page.Case, shown.Seq).ToList();
        return
        [
            new TextBlock($"Entry {entries.IndexOf(shown) + 1} of {entries.Count}. It stays where it is, under its author's name.")
            {
                IsSubtle = true,
            },
            new PlainText(PlacingRule.Author(page.Case, shown)) { Weight = TextWeight.Bolder },
            new PlainText(shown.Text),
            new TextBlock(CardText.Plain(shown.Audience.Say(page.Case))) { IsSubtle = true, Size = TextSize.Small },
            .. under.Select(heading => new ActionSet(
                PlaceInformation.Button($"Take it away from: {heading.Title}", page.Case, shown.Seq, heading, isTaken: true))),
            new TextBlock("Put it under:") { Weight = TextWeight.Bolder, Separator = true },
            .. PlacingRule.Headings(page.Case).Except(under).Chunk(MostInARow).Select(row => new ActionSet(
                [.. row.Select(heading => PlaceInformation.Button(heading.Title, page.Case, shown.Seq, heading, isTaken: false))])),
        ];
    }

    private static Information After(List<Information> entries, Information shown) =>
        entries[(entries.IndexOf(shown) + 1) % entries.Count];
}

/// <summary>Puts one entry under one heading, or takes it away from there.</summary>
internal sealed class PlaceInformation : IAct<PlaceInformation.Form>
{
    /// <param name="Taken">It is taken away again.</param>
    public sealed record Form(string Case, int? Entry = null, string? Heading = null, bool Taken = false) : ICaseForm;

    public static string Verb => "assessing/place-entry";

    public static Capability Needs => Capability.Lead;

    public static SubmitAction Button(string title, Case @case, int entry, Heading heading, bool isTaken) =>
        Actions.Send(title, Verb, new Form(@case.Ref.Value, entry, heading.Id, isTaken)) with { AssociatedInputs = AssociatedInputs.None };

    public Decision Decide(FormPage page, Form pressed) =>
        PlacingRule.Place(page.Whole, page.Me, pressed.Entry ?? 0, pressed.Heading, pressed.Taken);

    public Echo Saved(FormPage page, Kept<Form> kept)
    {
        var (typed, heading) = (kept.Typed, Headings.Find(kept.Typed.Heading!)!);
        return typed.Taken
            ? new($"no longer under {heading.Title}") { Done = "Taken away" }
            : new(heading.Title)
            {
                Done = "Put under",
                Notes = [new ActionSet(Button("Undo", page.Case, typed.Entry!.Value, heading, isTaken: true))],
            };
    }

    /// <summary>The next entry that stands nowhere; the same one after an undo.</summary>
    public PartButton? Next(FormPage page, Kept<Form> kept) => PlacePage.Button(page.Case, kept.Typed.Taken ? kept.Typed.Entry : null);

    public PartButton? Back(FormPage page, Form pressed) => PlacePage.Button(page.Case, pressed.Entry);
}

/// <summary>The rules of putting an agency's entry under a heading. Pure.</summary>
internal static class PlacingRule
{
    /// <summary>Headings that are answered in words, and not by rows.</summary>
    public static IEnumerable<Heading> Headings(Case @case) => Cases.Headings.Of(@case)
        .Where(heading => heading.Kind == HeadingKind.Words && !RowLists.Has(heading.Id) && heading.Where?.Holds(@case) != false);

    /// <summary>Those that this reader may read, an agency after the other.</summary>
    public static IEnumerable<Information> Entries(FormPage page) => page.Case.Meeting.Assessment.Information
        .Where(item => item.Text.Length > 0 && InformationRule.MayRead(page.Me, item))
        .OrderBy(item => item.Agency).ThenBy(item => item.Seq);

    public static IEnumerable<Heading> Under(Case @case, int entry) =>
        Cases.Headings.All.Where(heading => @case.Meeting.Assessment.Of(heading.Id).Placed.Any(one => one.Entry == entry));

    /// <summary>Whose words they are.</summary>
    public static string Author(Case @case, Information item) => (@case.Find(item.Participant)?.Described ?? item.Agency.Name())
        + PersonChoice.TypedBy(@case, item.Participant, item.By);

    public static Decision Place(Case @case, Participant me, int entry, string? heading, bool isTaken)
    {
        var item = @case.Meeting.Assessment.Information.FirstOrDefault(one => one.Seq == entry && InformationRule.MayRead(me, one));
        return item is null ? new EntryGone()
            : Headings(@case).All(one => one.Id != heading) && Under(@case, entry).All(one => one.Id != heading)
                ? new CannotBe("That isn't offered. Choose a heading from the list.")
            : Under(@case, entry).Any(one => one.Id == heading) != isTaken ? Decision.Already
            : new InformationPlaced(entry, heading!)
            {
                Meeting = @case.Meeting.Id,
                Audience = item.Audience,
                IsTakenAway = isTaken ? true : null,
            };
    }
}
