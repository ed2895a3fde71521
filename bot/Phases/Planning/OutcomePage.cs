namespace StrategyBot.Phases.Planning;

/// <summary>The outcome for the children that this person holds.</summary>
internal sealed class OutcomePage : IPage<CaseForm>
{
    private const int MostOwn = 5;

    public static PartId Id => new("planning/outcome");

    public static Capability Needs => Capability.ReadContent;

    public static PartButton Button(Case @case) => Id.Button("The outcome for the child you hold", CaseForm.Of(@case));

    public Refusal? Bars(FormPage page, CaseForm asked) =>
        AgreementRule.Holders(page.Case).Any(held => held.Holder.Id == page.Me.Id) ? null : new NotYourPart();

    public Drawn Draw(FormPage page, CaseForm asked) => Of(page.Case, page.Me, page.Words) with { Frame = "The outcome" };

    /// <summary>The same for their own chat.</summary>
    public static Drawn Of(Case @case, Participant holder, Words words)
    {
        var children = AgreementRule.Holders(@case).FirstOrDefault(held => held.Holder.Id == holder.Id).Children ?? [];
        var own = @case.Meeting.Plan.Open.Where(action => action.Fact.Owner == holder.Id && action.Fact.Audience.Admits(holder.Agency))
            .OrderBy(action => action.Fact.DueAt).ToList();
        var more = @case.Meeting.Plan.Open.Count(action => action.Fact.Owner == holder.Id) - Math.Min(own.Count, MostOwn);
        return new($"{@case.Id} {@case.CheckWord}",
        [
            new TextBlock(Telling.OfOutcome(@case, children) is null
                ? "You hold a child until the outcome of the meeting is known. This is it:"
                : "The outcome for the child you hold was changed. This is how it stands now:") { Weight = TextWeight.Bolder },
            .. HoldLines.On(@case),
            .. children.SelectMany(child => About(@case, holder, child, words)),
            .. own.Take(MostOwn)
                .Select(action =>
                    new PlainText($"Yours, by {words.When(action.Fact.DueAt)}: {Shortened.To(FormCard.Line, action.Fact.What)}")),
            .. more > 0 ? (IReadOnlyList<CardElement>)[new TextBlock($"And {more} more, in your actions.")] : [],
            new TextBlock(
                CardText.Plain(
                    $"Questions, or if anything changes: ring {@case.Chair.Described}"
                        + $"{(@case.Chair.Phone.Length == 0 ? "" : $", {@case.Chair.Phone}")}. "
                        + $"Out of hours: {@case.Profile.OutOfHours.Title}, {@case.Profile.OutOfHours.Phone}."))
                    {
                        Separator = true,
                    },
        ])
        {
            Beside = Telling.IsConfirmed(@case, holder.Id, children)
                ? []
                : [AcknowledgeOutcome.Button(@case, Telling.OfOutcome(@case, children)?.Number)],
        };
    }

    private static IEnumerable<CardElement> About(Case @case, Participant holder, Child child, Words words)
    {
        yield return new PlainText(Shortened.To(FormCard.Line, ChildChoice.Named(child))) { Weight = TextWeight.Bolder };
        if (@case.Meeting.Plan.Section47.GetValueOrDefault(child.Id)?.Fact is { } enquiry)
        {
            yield return new TextBlock($"Section 47 enquiry: {WordTables.InList(enquiry)}");
        }

        if (@case.Meeting.Safety.Positions.GetValueOrDefault(child.Id)?.Fact is not { } position
            || !position.Audience.Admits(holder.Agency))
        {
            yield return new TextBlock("Where the child is safe is not recorded for you yet: ring the chair before the child leaves.");
            yield break;
        }

        foreach (var (label, text) in new[] { ("Where: ", position.Where), ("With whom: ", position.WithWhom),
            ("Contact supervised by: ", position.Supervision), ("If someone tries to take the child, ring: ", position.IfTakenRing) }.Where(
                line => line.Item2.Length > 0))
        {
            yield return new PlainText(label + Shortened.To(FormCard.Line, text));
        }

        if (position.DecideBy is { } decideBy)
        {
            yield return new TextBlock($"To be decided by {words.When(decideBy)}") { Weight = TextWeight.Bolder };
        }
    }
}

/// <summary>Whoever holds a child confirms that they know the outcome (R53).</summary>
internal sealed class AcknowledgeOutcome : IAct<AcknowledgeOutcome.Form>
{
    /// <param name="Number">What the card showed, as <see cref="Telling"/> counts it.</param>
    public sealed record Form(string Case, int? Number = null) : ICaseForm;

    public static string Verb => "planning/acknowledge-outcome";

    public static Capability Needs => Capability.ReadContent;

    public static SubmitAction Button(Case @case, int? number) =>
        Actions.Send("I have read this", Verb, new Form(@case.Ref.Value, number));

    public Decision Decide(FormPage page, Form pressed) => AgreementRule.Acknowledge(page.Whole, page.Me, pressed.Number);

    public PartButton Back(FormPage page, Form pressed) => OutcomePage.Button(page.Case);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("thank you") { Done = "Confirmed" };
}
