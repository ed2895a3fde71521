using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace StrategyBot.Tests.Architecture;

/// <summary>Two names that differ by an ending or a letter are taken for each other.</summary>
public sealed partial class NamesTests
{
    // As much of one word as may be another ending.
    private const int MostOfAnEnding = 3;

    // What two words share before their endings are taken for endings of one word.
    private const int LeastOfAStem = 4;

    /// <summary>Those that stay, and why. In one room one and many of it may stand beside each other, and a class beside its interface.
    /// </summary>
    private static readonly Dictionary<(string, string), string> Stay = new()
    {
        [("Activities", "Activity")] = "the sandbox makes them as Teams does",
        [("Agency", "Agenda")] = "two words",
        [("Authorise", "Authors")] = "two words",
        [("Binding", "Finding")] = "two words",
        [("Choice", "Choices")] = "makes them of a table of words",
        [("GraphTime", "GraphTimes")] = "the sandbox reads what the other writes",
        [("PartId", "PartIds")] = "those that rooms share stand with the case",
        [("RoleHolder", "RoleHolders")] = "finds them on a case",
        [("Turn", "Turns")] = "says who asks by one",
    };

    [Fact]
    public void No_two_types_have_one_name() =>
        Assert.Empty(from type in Types() group type by type.Name into same where same.Count() > 1 select string.Join(", ", same));

    [Fact]
    public void No_two_types_differ_by_one_ending_or_one_letter() =>
        Assert.Equal(
            Stay.Keys.Select(pair => $"{pair.Item1}, {pair.Item2}").Order(StringComparer.Ordinal),
            Close().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("AnswerInvitation", "AnsweringInvitation")]
    [InlineData("TellObjectionDuty", "TellObjectorDuty")]
    [InlineData("DeliveryPace", "DeliveryPage")]
    public void These_do(string one, string other) => Assert.True(IsClose(one, other));

    [Theory]
    [InlineData("InformationPage", "InformationPart")]
    [InlineData("StartCommand", "StatusCommand")]
    public void These_do_not(string one, string other) => Assert.False(IsClose(one, other));

    private static IEnumerable<string> Close()
    {
        var types = Types().OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
        return from one in types
               from other in types
               where string.CompareOrdinal(one.Name, other.Name) < 0 && IsClose(one.Name, other.Name)
                   && !IsOneAndMany(one, other) && !IsItsInterface(one, other)
               select $"{one.Name}, {other.Name}";
    }

    private static bool IsClose(string one, string other)
    {
        if (Letters(one, other) == 1)
        {
            return true;
        }

        var (words, others) = (Words(one), Words(other));
        return words.Count == others.Count
            && words.Zip(others).Where(pair => pair.First != pair.Second).ToList() is [var (word, second)]
            && Stem(word, second) is var stem && stem >= LeastOfAStem
            && word.Length - stem <= MostOfAnEnding && second.Length - stem <= MostOfAnEnding;
    }

    private static bool IsOneAndMany(Type one, Type other) =>
        (Many(one.Name).Contains(other.Name) || Many(other.Name).Contains(one.Name))
        && (IsWithin(one.Namespace!, other.Namespace!) || IsWithin(other.Namespace!, one.Namespace!));

    private static string[] Many(string name) => [name + "s", name[..^1] + "ies"];

    private static bool IsWithin(string room, string other) => (room + ".").StartsWith(other + ".", StringComparison.Ordinal);

    private static bool IsItsInterface(Type one, Type other) =>
        (one.IsInterface && one.Name == "I" + other.Name && one.IsAssignableFrom(other))
        || (other.IsInterface && other.Name == "I" + one.Name && other.IsAssignableFrom(one));

    private static List<string> Words(string name) => [.. Word().Matches(name).Select(match => match.Value)];

    private static int Stem(string one, string other) => one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();

    /// <summary>How many letters make one of the other; no more than two are counted.</summary>
    private static int Letters(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
        {
            return 2;
        }

        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        var stem = Stem(shorter, longer);
        return stem == longer.Length ? 0 : shorter[stem..] == longer[(stem + 1)..] || (one.Length == other.Length
            && one[(stem + 1)..] == other[(stem + 1)..]) ? 1 : 2;
    }

    private static IEnumerable<Type> Types() =>
        from type in typeof(Program).Assembly.GetTypes()
        where !type.IsNested && type.Namespace?.StartsWith("StrategyBot", StringComparison.Ordinal) == true
            && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !type.Name.StartsWith('<')
        select type;

    [GeneratedRegex("[A-Z][a-z]*|[0-9]+")]
    private static partial Regex Word();
}
