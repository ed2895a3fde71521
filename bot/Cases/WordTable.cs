namespace StrategyBot.Cases;

/// <summary>Every answer to one question in words.</summary>
/// <param name="All">In the order in which they are offered.</param>
internal sealed record WordTable<T>(params IReadOnlyList<WordTable<T>.Worded> All)
    where T : struct, Enum
{
    public string InForm(T value) => Find(value).InForm;

    public string InList(T value) => Find(value) is var one ? one.InList ?? one.InForm : "";

    public string InMinutes(T value) => Find(value) is var one ? one.InMinutes ?? one.InList ?? one.InForm : "";

    private Worded Find(T value) => All.First(one => one.Value.Equals(value));

    /// <summary>One answer in words.</summary>
    /// <param name="InForm">As it is chosen.</param>
    /// <param name="InList">As cards, echoes and <c>status</c> say it afterwards; as it is chosen, where left out.</param>
    /// <param name="InMinutes">As the minutes print it; as lists say it, where left out.</param>
    public sealed record Worded(T Value, string InForm, string? InList = null, string? InMinutes = null);
}
