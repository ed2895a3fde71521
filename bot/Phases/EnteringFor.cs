namespace StrategyBot.Phases;

/// <summary><em>Enter for this agency</em>: the way from the list of partner links, where it shows who can't, to the forms that are
/// then typed for them.</summary>
internal static class EnteringFor
{
    public const string Title = "Enter for this agency";

    public const string Verb = "assessing/enter-for";

    /// <summary>The input that names the person on a card that offers this.</summary>
    public const string Who = "who";

    public static SubmitAction Button(Case @case) => Actions.Send(Title, Verb, CaseForm.Of(@case));
}
