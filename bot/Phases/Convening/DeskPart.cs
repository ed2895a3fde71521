namespace StrategyBot.Phases.Convening;

/// <summary>A case that begins by a call at night is written down by the out-of-hours team: whoever is on duty gets a personal link to it
/// (P36).</summary>
internal sealed class DeskPart : IPart<DeskPart.Form>
{
    public const string Title = "The out-of-hours team writes it down";

    public sealed record Form(string Case, string? Name = null, string? Mail = null) : ICaseForm;

    public static PartId Id => new("convening/desk");

    public static Capability Needs => Capability.Arrange;

    public static IReadOnlyList<CardAction> Offered(FormPage page) => page.Case.Meeting.IsConvened || OutOfHoursDesk.IsOf(page.Me) ? []
        : [Id.Send(Title, new Form(page.Case.Ref.Value))];

    public Refusal? Bars(FormPage page, Form asked) => OutOfHoursDesk.IsOf(page.Me) ? new NotYourPart()
        : page.Case.Meeting.IsConvened ? new CannotBe("The meeting is called already. Hand the case over instead.")
        : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var (team, sent) = (page.Case.Profile.OutOfHours, OutOfHoursDesk.On(page.Case).LastOrDefault());
        return ConveningDrawing.Of(page, Step.Now,
        [
            new PlainText($"{team.Title}: {team.Phone}") { Weight = TextWeight.Bolder },
            new TextBlock("Ask who is on duty, and for their own work address. They get a personal link to this case alone, and a code at "
                + "the same address. Until they have called it, its limit is yours."),
            ConveningDrawing.Line("name", "Who is on duty?", sent?.Name),
            ConveningDrawing.Line("mail", "Their own work address", sent?.Mail),
            .. sent is null ? (IReadOnlyList<CardElement>)[]
                : [new TextBlock("Another name takes the way in away from who had it before.") { IsSubtle = true }],
        ]) with
        {
            Title = Title,
            Saves = [new("Send them a link")],
        };
    }

    public Decision Decide(FormPage page, Form typed) => NightRule.Send(page.Whole, typed.Name, typed.Mail);

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new($"a link of their own is on its way to {Shortened.Name(AsTyped.Line(kept.Typed.Name))}");
}
