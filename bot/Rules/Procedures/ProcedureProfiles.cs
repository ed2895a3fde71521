using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StrategyBot.Rules.Procedures;

/// <summary>The procedures that travel with the program, and an authority's own file.</summary>
internal static class ProcedureProfiles
{
    /// <summary>The names that <c>StrategyBot__Profile</c> may give instead of a file.</summary>
    public static ImmutableArray<string> Names { get; } = ["default", "bedford", "herefordshire", "devon", "newcastle", "worcestershire"];

    public static ProcedureProfile Default { get; } = Named("default");

    /// <summary>A procedure that travels with the program.</summary>
    public static ProcedureProfile Named(string name) => Load(name).Match(
        profile => profile, faults => throw new InvalidOperationException(string.Join("; ", faults)));

    /// <summary>Loads a procedure by name, or an authority's own file, laid over <c>default</c>.
    /// A broken one names every fault by its path.</summary>
    public static ProfileLoad Load(string nameOrFile)
    {
        if (Names.Contains(nameOrFile))
        {
            return Read(EmbeddedText.Read($"Procedures.{nameOrFile}.json"));
        }

        try
        {
            return Read(File.ReadAllText(nameOrFile));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Faulty("It", $"must be {string.Join(", ", Names)}, or a file that can be read");
        }
    }

    /// <summary>Reads the text of an authority's file, laid over <c>default</c>.</summary>
    public static ProfileLoad Read(string json)
    {
        JsonObject over;
        try
        {
            over = ProfileJson.Parse(json);
        }
        catch (JsonException broken)
        {
            return Faulty("The file", $"is not JSON at line {(broken.LineNumber ?? 0) + 1}");
        }
        catch (InvalidOperationException)
        {
            return Faulty("The file", "must be a group of values in { }");
        }

        // The schema's address is for editors only.
        over.Remove("$schema");
        var whole = ProfileJson.Merge(ProfileJson.Default, over);
        whole.Remove("$schema");
        var faults = ProfileSchema.Check(whole).Concat(ProfileJson.WithoutSource(ProfileJson.Default, over)).ToValueList();
        return faults.Count > 0 ? new ProfileLoad.Faulty(faults) : Consistent(ProfileJson.Bind(whole));
    }

    private static ProfileLoad Consistent(ProcedureProfile profile) => profile switch
    {
        { Conference: { FirstSlot.Day: var first, LastSlot.Day: var last } } when first > last =>
            Faulty("conference.lastSlot.day", "must not be earlier than conference.firstSlot.day"),
        { Issued: { } issued, ReviewBy: { } review } when review < issued => Faulty("reviewBy", "must not be earlier than issued"),
        { SafetyPlan.Layout.IsWhole: false } =>
            Faulty("safetyPlan.layout.sections", "must show the rows, and nothing twice"),
        { Enquiry.Besides: { } besides } when WrongStep(profile, besides) is { } wrong => wrong,
        _ => new ProfileLoad.Loaded(profile),
    };

    /// <summary>A step that nobody could find, or that has no day.</summary>
    private static ProfileLoad.Faulty? WrongStep(ProcedureProfile profile, ValueList<PipelineStep> besides)
    {
        var ids = Pipeline.Of(profile).Select(step => step.Id).ToList();
        foreach (var (index, step) in besides.Index())
        {
            var path = $"enquiry.besides[{index}]";
            if (ids.Count(id => id == step.Id) > 1 || step.Id == Pipeline.Held)
            {
                return Faulty($"{path}.id", "must be no other step's");
            }

            if (step.Day is null == step.BeforeConference is null)
            {
                return Faulty($"{path}.day", "must be there, or beforeConference, and not both");
            }

            if (step.After is { } after && !ids.Contains(after))
            {
                return Faulty($"{path}.after", "must be the id of a step");
            }
        }

        return null;
    }

    private static ProfileLoad.Faulty Faulty(string path, string sentence) => new([new ProfileFault(path, sentence)]);

    /// <summary>What came of loading a profile: the profile, or every fault that was found.</summary>
    public abstract record ProfileLoad
    {
        private ProfileLoad()
        {
        }

        public sealed record Loaded(ProcedureProfile Profile) : ProfileLoad;

        public sealed record Faulty(ValueList<ProfileFault> Faults) : ProfileLoad;

        public TResult Match<TResult>(Func<ProcedureProfile, TResult> loaded, Func<ValueList<ProfileFault>, TResult> faulty) => this switch
        {
            Loaded whole => loaded(whole.Profile),
            Faulty broken => faulty(broken.Faults),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
