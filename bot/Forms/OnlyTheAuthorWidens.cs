namespace StrategyBot.Forms;

/// <summary>Someone else than the author would let more people read a paragraph (P6).</summary>
/// <param name="What">The heading or the part that it stands under.</param>
internal sealed record OnlyTheAuthorWidens(string What, Audience Audience) : Refusal
{
    public override string Say(Words words) =>
        $"{What} is marked “{Audience.Say()}”, and only its author may let more people read it. Choose that marking or a narrower one.";
}
