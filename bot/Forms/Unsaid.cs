namespace StrategyBot.Forms;

/// <summary>All that is missing on a form, or too long, said at once.</summary>
internal sealed class Unsaid
{
    private readonly List<Refusal> all = [];

    /// <summary>Why it can't be saved; <c>null</c> where nothing is missing.</summary>
    public Refusal? Why => all switch { [] => null, [var one] => one, _ => new Several([.. all]) };

    public Unsaid If(bool isSo, string field, string says)
    {
        if (isSo)
        {
            all.Add(new CannotBe(says) { Field = field });
        }

        return this;
    }

    /// <param name="says">What is said where it is empty; <c>null</c> where it may be.</param>
    /// <param name="most">Letters.</param>
    public Unsaid Text(string field, string text, string? says, int most = FormCard.LongText)
    {
        if (text.Length > most)
        {
            all.Add(new TooLong(most) { Field = field });
        }

        return says is null ? this : If(text.Length == 0, field, says);
    }
}
