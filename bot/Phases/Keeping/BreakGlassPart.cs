namespace StrategyBot.Phases.Keeping;

/// <summary>They have what they need: the case is shut to them again (P17).</summary>
internal sealed class CloseGlass : IAct<CaseForm>
{
    public static string Verb => "keeping/close-glass";

    public static Capability Needs => Capability.BreakGlass;

    public static PartButton Button(Case @case) => new("I have what I need", Verb, CaseForm.Of(@case));

    public Decision Decide(FormPage page, CaseForm pressed) => GlassRule.Close(page.Whole, page.Me, page.Now);

    public Echo Saved(FormPage page, Kept<CaseForm> kept) => new("the case is shut to you again");
}

/// <summary>An auditor says why they have to read a case, and for how long; then it is open to them, to read alone (P17).</summary>
internal sealed class BreakGlassPart : IPart<BreakGlassPart.Form>
{
    public const string Title = "Read this case as an auditor";

    public sealed record Form(string Case, GlassCause? Cause = null, string? Why = null, GlassTime? Time = null) : ICaseForm;

    public static PartId Id => new("keeping/break-glass");

    public static Capability Needs => Capability.BreakGlass;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Drawn Draw(FormPage page, Form asked)
    {
        var open = BrokenGlass.Of(page.Whole, page.Me.Id, page.Now);
        return new(Title,
        [
            .. open is null ? (IReadOnlyList<CardElement>)[]
                : [new PlainText($"It is open to you until {page.Words.When(open.Until)}.") { Weight = TextWeight.Bolder }],
            new TextBlock($"{GlassRule.SayTold(page.Whole, page.Me)} Whatever you open is logged. You read and change nothing."),
            Choices.Radios("cause", "Why do you have to read it?", WordTables.GlassCause, null),
            new TextInput("why", "What for, in a line: which complaint, whose inspection. No child's name") { MaxLength = FormCard.Line },
            Choices.Radios("time", "For how long?", GlassRule.Times, null),
        ])
        {
            Saves = [new("Open it to me")],
            Beside = open is null ? [] : [CloseGlass.Button(page.Case).Send()],
        };
    }

    public Decision Decide(FormPage page, Form typed) => GlassRule.Break(page.Whole, page.Me, typed, page.Now, page.Words);

    public Echo Saved(FormPage page, Kept<Form> kept) => new(
        kept.Facts.OfType<GlassBroken>().FirstOrDefault() is { } opened
            ? $"the case is open to you until {page.Words.When(opened.Until)}" : "");
}
