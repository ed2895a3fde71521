using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>Opens the form of one child or adult: empty, or to correct.</summary>
internal sealed class OpenPerson(Clerk clerk, Words words, TimeProvider clock) : IVerb<OpenPerson.Form>
{
    private const string Child = "child", Unborn = "unborn", Adult = "adult";

    public static string Verb => "convening/person";

    /// <param name="Person">Whom to correct.</param>
    /// <param name="New">Whom to add instead.</param>
    public sealed record Form(string Case, string? Person = null, string? New = null);

    public static SubmitAction AddChild(Case @case) => Add(@case, "Add a child", Child);

    public static SubmitAction AddUnborn(Case @case) => Add(@case, "Add an unborn child", Unborn);

    public static SubmitAction AddAdult(Case @case) => Add(@case, "Add an adult", Adult);

    public static SubmitAction Correct(Case @case) => Actions.Send("Correct the chosen one", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        if (await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Arrange, Verb, cancellationToken) is not { } view)
        {
            return new Reply.Say(new NoSuchCase().Say(words));
        }

        var page = new Page(view, words, clock.GetUtcNow());
        var child = view.Case.Children.FirstOrDefault(child => child.Id.Value == form.Person);
        var adult = view.Case.Adults.FirstOrDefault(adult => adult.Id.Value == form.Person);
        return new Reply.Show(Step.People.Title(), form.New switch
        {
            Child or Unborn => ChildCard.For(page, null, new(null, null, null, form.New == Unborn, Known(view.Case), null, null)),
            Adult => AdultCard.For(page, null, new(null, null, null, null, Known(view.Case))),
            _ when child is not null => ChildCard.For(page, child.Id, ChildCard.Stands(child.Details)),
            _ when adult is not null => AdultCard.For(page, adult.Id, AdultCard.Stands(adult.Details)),
            _ => PeopleCard.For(page),
        });
    }

    /// <summary>Most of a household live at one address.</summary>
    private static string? Known(Case @case) => @case.Children.Select(child => child.Details.Address).Concat(@case.Adults.Select(adult => adult.Details.Address)).FirstOrDefault(address => address.Length > 0);

    private static SubmitAction Add(Case @case, string title, string kind) => Actions.Send(title, Verb, new { Case = @case.Id.Value, New = kind }) with { AssociatedInputs = AssociatedInputs.None };
}
