using System.Reflection;
using System.Text.Json.Serialization;
using StrategyBot.Cases;

namespace StrategyBot.Tests.Records;

/// <summary>What stands on disk stands there for ever: a fact holds what was said, never what is worked out of it.</summary>
public sealed class StoredFactsTests
{
    /// <summary>Worked out, and on disk since the first releases.</summary>
    private static readonly string[] Since = ["Participant.Described", "Participant.IsInvited"];

    [Fact]
    public void Nothing_that_is_worked_out_is_stored()
    {
        var facts = typeof(Program).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(Fact)) && !type.IsAbstract);
        var (met, open) = (new HashSet<Type>(), new Queue<Type>(facts));
        var workedOut = new List<string>();
        while (open.TryDequeue(out var type))
        {
            // A list is written as what it holds.
            if (type.IsAssignableTo(typeof(System.Collections.IEnumerable)) || !met.Add(type))
            {
                continue;
            }

            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsWritten))
            {
                if (!property.CanWrite)
                {
                    workedOut.Add($"{type.Name}.{property.Name}");
                }

                Parts(property.PropertyType).ToList().ForEach(open.Enqueue);
            }
        }

        Assert.Equal(Since.Order(), workedOut.Order());
    }

    private static bool IsWritten(PropertyInfo property) =>
        property.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always };

    private static IEnumerable<Type> Parts(Type type) => type.IsArray ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Concat(Ours(type))
        : Ours(type);

    private static IEnumerable<Type> Ours(Type type) => type.Assembly == typeof(Program).Assembly && !type.IsEnum ? [type] : [];
}
