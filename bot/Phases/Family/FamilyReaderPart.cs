namespace StrategyBot.Phases.Family;

/// <summary>Whom a copy is for, and how they read it.</summary>
internal sealed class FamilyReaderPart : IPart<FamilyReaderPart.Form>
{
    private const string Title = "Whom the copy is for";

    /// <param name="Reader"><c>other</c> for somebody whom the plan alone names and who has no copy yet.</param>
    public sealed record Form(
        string Case, string? Reader = null, string? Name = null, string? Relation = null, string? About = null,
        FamilyReaderKind? Kind = null, string? Language = null, bool Large = false) : ICaseForm;

    public static PartId Id => new("family/reader");

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<string> Keys => ["reader"];

    public static PartButton Button(Case @case, string reader) => Id.Button(Title, new Form(@case.Ref.Value, reader));

    public Refusal? Bars(FormPage page, Form asked) => FamilyCopyPage.Bar(page, asked.Reader);

    public Drawn Draw(FormPage page, Form asked)
    {
        var (@case, reader) = (page.Case, asked.Reader!);
        var stands = CopyOwed.Find(@case, reader).For?.Fact;
        var isChild = @case.Children.Exists(child => child.Id.Value == reader);
        return new(Title,
        [
            CopyOwed.IsOther(reader)
                ? new TextInput("name", "Their name") { MaxLength = FormCard.Line, Value = stands?.Name }
                : new PlainText(@case.NameOf(reader)) { Weight = TextWeight.Bolder },
            new TextInput("relation", isChild ? "What stands beside the name, if anything" : "How they are related, as printed")
            {
                MaxLength = FormCard.Line,
                Placeholder = isChild ? null : "mother of Rowan and Isla",
                Value = stands is null ? Relation(@case, reader) : stands.Relation,
            },
            .. isChild ? (IReadOnlyList<CardElement>)[] :
            [
                new TextInput("about", "Which children, as the family says it. It ends “Keeping … safe”")
                {
                    MaxLength = FormCard.Line,
                    Value = stands is null ? Children(@case) : stands.About,
                },
                Choices.Radios("kind", "Which sentences does it have?", WordTables.FamilyReader, stands?.Kind ?? Kind(@case, reader),
                    FamilyReaderKind.Child),
            ],
            new TextInput("language", "Which language do they ask for? Leave it out for English. Nothing is translated")
            {
                MaxLength = FormCard.Line,
                Value = stands?.Language,
            },
            new ToggleInput("large", "In large type") { Value = stands?.IsLarge == true ? "true" : "false" },
        ])
        {
            Preselected = stands is null ? ["relation", "about", "kind"] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) => FamilyRule.Reader(page.Whole, page.Me,
        new(typed.Reader!, typed.Name ?? "", typed.Kind ?? FamilyReaderKind.Named, typed.Relation ?? "", typed.About ?? "",
            typed.Language ?? "", typed.Large), page.Words.LocalDate(page.Now));

    public Echo Saved(FormPage page, Kept<Form> kept) => new($"{FamilyCopy.Number(Reader(page, kept))}: whom the copy is for");

    /// <summary>What is worried about, where that isn't typed yet.</summary>
    public PartButton? Next(FormPage page, Kept<Form> kept) => Reader(page, kept) is var reader
        && CopyOwed.Find(page.Case, reader).Words is null
            ? FamilyWordsPart.Button(page.Case, reader)
            : FamilyCopyPage.Button(page.Case, reader);

    /// <summary>The one who was given an id, where it was pressed for somebody new.</summary>
    private static string Reader(FormPage page, Kept<Form> kept) =>
        kept.Typed.Reader != FamilyCopy.Other ? kept.Typed.Reader!
        : kept.Facts.OfType<FamilyReaderSaid>().FirstOrDefault()?.Reader
            ?? page.Case.FamilyCopies.FindLast(copy => CopyOwed.IsOther(copy.Reader))?.Reader ?? FamilyCopy.Other;

    private static string? Relation(Case @case, string reader) =>
        @case.Adults.FirstOrDefault(adult => adult.Id.Value == reader)?.Details.Relation is { Length: > 0 } relation ? relation : null;

    private static FamilyReaderKind Kind(Case @case, string reader) =>
        RowLists.Responsible(@case).Contains(reader) ? FamilyReaderKind.Parent : FamilyReaderKind.Named;

    /// <summary><c>Rowan and Isla</c>: first names, to be typed otherwise where the family says otherwise.</summary>
    private static string? Children(Case @case)
    {
        var names = @case.Children.Where(child => !child.Details.Unborn && child.Details.Name.Trim().Length > 0)
            .Select(child => child.Details.Name.Trim().Split(' ')[0]).ToList();
        return names switch
        {
            [] => null,
            [var only] => only,
            _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
        };
    }
}
