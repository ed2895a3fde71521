namespace StrategyBot.Forms;

/// <summary>How every form looks: what it is, why it was not saved if it was not, what is asked, the buttons.</summary>
internal static class FormCard
{
    /// <summary>A long text, design §5.8: longer information is several entries.</summary>
    public const int LongText = 1_500;

    /// <summary>A line, design §5.8.</summary>
    public const int Line = 200;

    /// <summary>As much as one save keeps, in entries (design §5.8).</summary>
    public const int MostText = 50_000;

    /// <param name="notSaved">Why what was sent was not saved; everything typed stands in the inputs again.</param>
    public static AdaptiveCard Of(
        string title, string? notSaved, IReadOnlyList<CardElement> body, params IReadOnlyList<CardAction> actions) =>
        new([
            new TextBlock(CardText.Plain(title)) { Style = TextBlockStyle.Heading, Size = TextSize.Large, Weight = TextWeight.Bolder },
            .. notSaved is null ? (IReadOnlyList<CardElement>)[] : [NotSaved(notSaved)],
            .. body,
        ])
        {
            FallbackText = "Open this in a newer Teams, or ask the chair for a link.",
            MsTeams = TeamsCardProperties.FullWidth,
            Actions = actions,
        };

    /// <summary>A part as a message shows it, with nothing to fill in.</summary>
    public static AdaptiveCard Of(Drawn drawn) => Of(drawn.Title, null, drawn.Body, drawn.Beside);

    /// <summary>A form whose text is gone the moment the dialog closes says so (design §5.3).</summary>
    public static TextBlock NotSavedYet { get; } = new("Not saved yet: use the button below.") { IsSubtle = true, Size = TextSize.Small };

    /// <summary>In its place on a form that comes back.</summary>
    public static TextBlock StillNotSaved { get; } =
        new("Not saved. Put right what is marked above, and save again.") { Weight = TextWeight.Bolder, Color = TextColor.Attention };

    /// <summary>Whose words stand there, and since when.</summary>
    public static TextBlock SavedBy(string who, DateTimeOffset at, Words words) =>
        new($"Saved {words.Time(at)} by {CardText.Plain(who)}") { IsSubtle = true, Size = TextSize.Small };

    /// <summary>What became of the form before, above the next one.</summary>
    public static TextBlock Said(string sentence, bool isWritten) =>
        new(CardText.Plain(sentence)) { Weight = TextWeight.Bolder, Color = isWritten ? TextColor.Good : TextColor.Default };

    public static Container NotSaved(string why) =>
        new(new TextBlock($"Not saved. {CardText.Plain(why)}") { Weight = TextWeight.Bolder, Color = TextColor.Attention })
        {
            Style = ContainerStyle.Attention,
        };
}
