using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace StrategyBot.Tests.Architecture;

/// <summary>Keeps the arrows of bot/README.md true. Reads the assembly, and the sources for what the compiler leaves no trace of.</summary>
public sealed partial class ArrowsTests
{
    // Phases stand alone: a phase names no other phase, so that it can be changed or deleted as a unit.
    private static readonly string[] PhaseMayUse =
    [
        "Cases", "Rules", "Records", "Conversations", "Obligations",
        "Protocols.Cards", "Graph", "Documents", "Phases", "Reaching", "Starting", "Forms", "Returns", "Oversight",
    ];

    [Theory]
    [InlineData("Starting")]
    [InlineData("Rules")]
    [InlineData("Cases", "Rules")]
    [InlineData("Protocols.Json")]
    [InlineData("Protocols.Cards", "Protocols.Json")]
    [InlineData("Protocols.Teams", "Protocols.Json")]
    [InlineData("Conversations", "Protocols.Json", "Protocols.Cards", "Protocols.Teams", "Rules", "Starting")]
    [InlineData("Records", "Cases", "Rules", "Starting")]
    [InlineData("Obligations", "Cases", "Rules", "Records", "Conversations", "Starting")]
    [InlineData("Graph", "Cases", "Rules", "Starting")]
    [InlineData("Documents", "Cases", "Rules")]
    [InlineData("Returns", "Cases", "Rules")]
    [InlineData("Oversight", "Cases", "Rules", "Returns")]
    [InlineData("Reaching", "Cases", "Rules", "Records", "Conversations", "Obligations", "Protocols.Cards", "Graph")]
    [InlineData("Forms", "Cases", "Records", "Conversations", "Protocols.Cards", "Rules")]
    [InlineData("Phases", "Forms", "Cases", "Records", "Conversations", "Obligations", "Protocols.Cards", "Rules", "Reaching", "Oversight")]
    [InlineData("Hub", "Forms", "Cases", "Rules", "Records", "Conversations", "Obligations", "Protocols.Cards", "Phases", "Reaching")]
    // It stands in the hub's list as the phases do, and writes letters as they do; of them it knows none.
    [InlineData("PartnerLinks", "Forms", "Conversations", "Records", "Cases", "Protocols.Cards", "Rules", "Phases", "Obligations",
        "Reaching", "Starting", "Pages")]
    [InlineData("Pages", "Cases", "Records", "Conversations", "Protocols.Cards", "Rules")]
    [InlineData("Panel", "Cases", "Rules", "Records", "Conversations", "Forms", "Phases", "Oversight", "Protocols.Cards", "Protocols.Teams",
        "Pages")]
    [InlineData("Checking", "Cases", "Documents", "Obligations", "Records", "Graph", "Rules", "Starting", "PartnerLinks")]
    [InlineData("Sandbox", "Protocols.Cards", "Protocols.Teams", "Conversations", "Starting")]
    public void A_room_uses_only(string room, params string[] allowed)
    {
        var outside = Uses().Concat(Named())
            .Where(u => u.From == room && u.To != room && !allowed.Contains(u.To))
            .Select(u => $"{u.Type} -> {u.To}").Distinct();

        Assert.Empty(outside);
    }

    /// <summary>Whatever has a folder there is one.</summary>
    public static TheoryData<string> Phases => [.. PhaseNames()];

    private static IEnumerable<string> PhaseNames() =>
        Directory.EnumerateDirectories(Path.Combine(FilesTests.Root(), "bot", "Phases")).Select(folder => Path.GetFileName(folder)!);

    [Theory]
    [MemberData(nameof(Phases))]
    public void A_phase_uses_no_other_phase(string phase) => A_room_uses_only($"Phases.{phase}", PhaseMayUse);

    [Fact]
    public void Every_room_has_its_arrows_written_down()
    {
        var known = new HashSet<string>(
            from method in typeof(ArrowsTests).GetMethods()
            from row in method.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>()
            select (string)row.GetData(method).Single()[0]!);
        known.UnionWith(PhaseNames().Select(phase => $"Phases.{phase}"));

        Assert.Equal([], Types().Select(type => type.Room).Distinct().Where(room => room != Root && !known.Contains(room)));
    }

    [Fact]
    public void In_the_root_are_only_the_program_and_its_rooms() =>
        Assert.Equal(["Program", "Rooms"], Types().Where(type => type.Room == Root).Select(type => type.Name).Order());

    /// <summary>
    /// What a source names. A constant of another room, an enum's member too, is a bare value once compiled;
    /// but its room is named where it is
    /// used: by a <c>using</c> (one that nothing needs is an error of the build), or before the type.
    /// </summary>
    private static IEnumerable<(string From, string To, string Type)> Named()
    {
        var bot = Path.Combine(FilesTests.Root(), "bot") + Path.DirectorySeparatorChar;
        foreach (var file in FilesTests.Sources().Where(f => f.StartsWith(bot, StringComparison.Ordinal)))
        {
            var source = Unsaid().Replace(File.ReadAllText(file), " ");
            var from = Place().Match(source) is { Success: true } place ? RoomOf(place.Groups["in"].Value) : Root;
            foreach (Match used in Using().Matches(source))
            {
                yield return (from, RoomOf(used.Groups["of"].Value), Path.GetFileName(file));
            }

            foreach (Match before in Before().Matches(source).Where(before => Rooms.Contains(before.Groups["room"].Value)))
            {
                yield return (from, RoomOf($"StrategyBot.{before.Groups["of"].Value}"), Path.GetFileName(file));
            }
        }
    }

    private static readonly HashSet<string> Rooms =
        [.. Directory.EnumerateDirectories(Path.Combine(FilesTests.Root(), "bot")).Select(folder => Path.GetFileName(folder)!)];

    // Comments and texts name rooms freely.
    [GeneratedRegex(@"//[^\n]*|\$?""(?:\\.|[^""\\\n])*""")]
    private static partial Regex Unsaid();

    [GeneratedRegex(@"^namespace (?<in>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Place();

    [GeneratedRegex(@"^using (?:static |\w+ = )?(?<of>StrategyBot(?:\.\w+)*);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"(?<![\w.])(?:StrategyBot\.)?(?<of>(?<room>[A-Z]\w+)(?:\.[A-Z]\w*)+)")]
    private static partial Regex Before();

    private static IReadOnlyList<(string Room, string Name)> Types()
    {
        using var pe = new PEReader(File.OpenRead(System.Reflection.Assembly.Load("StrategyBot").Location));
        var md = pe.GetMetadataReader();
        return
        [
            .. md.TypeDefinitions.Where(handle => !md.GetTypeDefinition(handle).IsNested && Room(md, handle) is not null)
                .Select(handle => (Room(md, handle)!, md.GetString(md.GetTypeDefinition(handle).Name))),
        ];
    }

    private static IEnumerable<(string From, string To, string Type)> Uses()
    {
        using var pe = new PEReader(File.OpenRead(System.Reflection.Assembly.Load("StrategyBot").Location));
        var md = pe.GetMetadataReader();
        var uses = new List<(string, string, string)>();
        foreach (var handle in md.TypeDefinitions)
        {
            var type = md.GetTypeDefinition(handle);
            var from = Room(md, handle);
            if (from is null)
            {
                continue;
            }

            foreach (var target in Signatures(md, type).Concat(type.GetMethods().SelectMany(m => Body(pe, md, m))))
            {
                if (Room(md, target) is { } to)
                {
                    uses.Add((from, to, md.GetString(type.Name)));
                }
            }
        }

        return uses;
    }

    private static IEnumerable<TypeDefinitionHandle> Signatures(MetadataReader md, TypeDefinition type)
    {
        var found = new Collector();
        foreach (var f in type.GetFields())
        {
            md.GetFieldDefinition(f).DecodeSignature(found, null);
        }

        foreach (var m in type.GetMethods())
        {
            md.GetMethodDefinition(m).DecodeSignature(found, null);
        }

        var bases = type.GetInterfaceImplementations().Select(i => md.GetInterfaceImplementation(i).Interface).Append(type.BaseType);
        return found.Types.Concat(bases.Where(b => !b.IsNil).SelectMany(b => Named(md, b)));
    }

    private static IEnumerable<TypeDefinitionHandle> Body(PEReader pe, MetadataReader md, MethodDefinitionHandle method)
    {
        var rva = md.GetMethodDefinition(method).RelativeVirtualAddress;
        if (rva == 0)
        {
            yield break;
        }

        var il = pe.GetMethodBody(rva).GetILReader();
        while (il.RemainingBytes > 0)
        {
            var code = il.ReadByte() is var b && b == 0xFE ? Two[il.ReadByte()] : One[b];
            switch (code.OperandType)
            {
                case OperandType.InlineSwitch:
                    // The count is read first: `+=` would take the offset from before it.
                    var targets = il.ReadInt32();
                    il.Offset += 4 * targets;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR: il.Offset += 8; break;
                case OperandType.InlineVar: il.Offset += 2; break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar: il.Offset += 1; break;
                case OperandType.InlineNone: break;
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok:
                    foreach (var named in Named(md, MetadataTokens.EntityHandle(il.ReadInt32())))
                    {
                        yield return named;
                    }

                    break;
                default: il.Offset += 4; break;
            }
        }
    }

    private static IEnumerable<TypeDefinitionHandle> Named(MetadataReader md, EntityHandle handle)
    {
        var found = new Collector();
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition: return [(TypeDefinitionHandle)handle];
            case HandleKind.MethodDefinition: return [md.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()];
            case HandleKind.FieldDefinition: return [md.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()];
            case HandleKind.MemberReference: return Named(md, md.GetMemberReference((MemberReferenceHandle)handle).Parent);
            case HandleKind.TypeSpecification:
                md.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(found, null);
                return found.Types;
            case HandleKind.MethodSpecification:
                var method = md.GetMethodSpecification((MethodSpecificationHandle)handle);
                method.DecodeSignature(found, null);
                return found.Types.Concat(Named(md, method.Method));
            default: return [];
        }
    }

    private static string? Room(MetadataReader md, TypeDefinitionHandle handle)
    {
        var type = md.GetTypeDefinition(handle);
        while (type.IsNested)
        {
            type = md.GetTypeDefinition(type.GetDeclaringType());
        }

        // What the compiler and its generators add stands in namespaces of theirs; the program of `Program.cs` stands in none.
        var ns = md.GetString(type.Namespace);
        return ns.StartsWith("StrategyBot", StringComparison.Ordinal) || md.GetString(type.Name) == "Program" ? RoomOf(ns) : null;
    }

    /// <summary>A room is one folder of bot/, or one folder deeper for a protocol or a phase;
    /// what lies below belongs to its room.</summary>
    private static string RoomOf(string ns) => ns.Split('.') switch
    {
        [_, "Protocols", var inner, ..] => $"Protocols.{inner}",
        [_, "Phases", var inner, ..] when Directory.Exists(Path.Combine(FilesTests.Root(), "bot", "Phases", inner)) => $"Phases.{inner}",
        [_, var room, ..] => room,
        _ => Root,
    };

    private const string Root = "the root";

    private static readonly Dictionary<byte, OpCode> One = Codes(size: 1), Two = Codes(size: 2);

    private static Dictionary<byte, OpCode> Codes(int size) => typeof(OpCodes).GetFields()
        .Select(f => (OpCode)f.GetValue(null)!).Where(c => c.Size == size)
        .ToDictionary(c => (byte)(c.Value & 0xFF));

    private sealed class Collector : ISignatureTypeProvider<int, object?>
    {
        public List<TypeDefinitionHandle> Types { get; } = [];

        public int GetTypeFromDefinition(
            MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        { Types.Add(handle); return 0; }
        public int GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => 0;
        public int GetTypeFromSpecification(
            MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => 0;
        public int GetSZArrayType(int elementType) => 0;
        public int GetArrayType(int elementType, ArrayShape shape) => 0;
        public int GetByReferenceType(int elementType) => 0;
        public int GetGenericInstantiation(int genericType, System.Collections.Immutable.ImmutableArray<int> typeArguments) => 0;
        public int GetGenericMethodParameter(object? genericContext, int index) => 0;
        public int GetGenericTypeParameter(object? genericContext, int index) => 0;
        public int GetModifiedType(int modifier, int unmodifiedType, bool isRequired) => 0;
        public int GetPinnedType(int elementType) => 0;
        public int GetPointerType(int elementType) => 0;
        public int GetPrimitiveType(PrimitiveTypeCode typeCode) => 0;
        public int GetFunctionPointerType(MethodSignature<int> signature) => 0;
    }
}
