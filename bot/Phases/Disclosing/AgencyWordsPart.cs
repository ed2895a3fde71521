namespace StrategyBot.Phases.Disclosing;

/// <summary>An agency says whether its own words may be given; the authority decides (P41).</summary>
internal sealed class AgencyWordsPart : IPart<AgencyWordsPart.Form>
{
    public const string Title = "May your agency's words be given?";

    public sealed record Form(string Case, int? Request = null, YesNo? MayGo = null, string? Why = null) : ICaseForm;

    public static PartId Id => new("disclosing/agency");

    public static Capability Needs => Capability.Contribute;

    public static IReadOnlyList<string> Keys => ["request"];

    public static PartButton Button(Case @case, RecordRequest request) => Id.Button(Title, new Form(@case.Ref.Value, request.Said.Seq));

    /// <summary>Those that wait for somebody's agency.</summary>
    public static IEnumerable<(RecordRequest Request, Decided<AgenciesAsked> Asked)> For(Case @case, Participant me) =>
        from request in RequestRule.Open(@case)
        let asked = request.Asked.GetValueOrDefault(me.Agency)
        where asked is not null && me.May(Needs)
        select (request, asked);

    public Refusal? Bars(FormPage page, Form asked) => Requested.BarsOpen(page, asked.Request)
        ?? (RequestRule.Find(page.Whole, asked.Request)!.Asked.ContainsKey(page.Me.Agency) ? null : new NotYourPart());

    public Drawn Draw(FormPage page, Form asked)
    {
        var request = RequestRule.Find(page.Whole, asked.Request)!;
        // Marked for their agency: nobody else's answer is shown.
        var stands = RequestRule.Find(page.Case, asked.Request)?.Answers.GetValueOrDefault(page.Me.Agency)?.Fact;
        return new(Title,
        [
            new TextBlock($"The record of this case is asked for, for {WordTables.WhoAsks.InMinutes(request.Said.Fact.Asker)}. "
                + $"Please answer by {page.Words.Date(request.Asked[page.Me.Agency].Fact.By)}; children's social care decides then."),
            Choices.Radios("mayGo", "May all that your agency wrote be given?", WordTables.YesNo, stands?.MayGo),
            new TextInput("why", "If not: which words, and why not")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Why,
            },
        ]);
    }

    public Decision Decide(FormPage page, Form typed) => RequestRule.Answer(page.Whole, page.Me, typed);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("whoever keeps the record reads it");
}
