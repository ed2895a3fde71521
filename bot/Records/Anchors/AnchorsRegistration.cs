using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using StrategyBot.Rules;
using StrategyBot.Starting;

namespace StrategyBot.Records.Anchors;

internal static class AnchorsRegistration
{
    private const string PathSetting = "Anchor__Path", ContainerSetting = "Anchor__Container";

    /// <summary>What vouches for the record from outside it, where the settings name a place and a key.</summary>
    /// <exception cref="StartRefusedException">Only one of the two is named, or they lie beside the record.</exception>
    public static void AddAnchors(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var place = Place(configuration, environment);
        var key = Key(configuration, environment);
        if (place is null && key is null)
        {
            return;
        }

        services
            .AddSingleton<IAnchorPlace>(place ?? throw new StartRefusedException(
                $"{PathSetting} and {ContainerSetting} are missing: one of them says where anchors are kept, outside the record."))
            .AddSingleton(key ?? throw new StartRefusedException(
                $"{FileKey.Setting} and {VaultKey.Setting} are missing: one of them names the key that anchors are signed with."))
            .AddSingleton(at => new AnchorNotes(at.GetRequiredService<IAnchorPlace>(), key, at.GetRequiredService<WallClock>().Time))
            .AddHostedService(at => new AnchorWriter(at.GetRequiredService<IRecord>(), at.GetRequiredService<IAnchorPlace>(), key,
                at.GetRequiredService<RecordSignal>(), at.GetRequiredService<WallClock>().Time,
                at.GetRequiredService<ILogger<AnchorWriter>>()));
    }

    // What is wrong in the settings is found at once, also where the place itself is made later.
    private static Func<IServiceProvider, IAnchorPlace>? Place(IConfiguration configuration, IHostEnvironment environment) =>
        (configuration["Anchor:Path"], configuration["Anchor:Container"]) switch
        {
            ({ Length: > 0 }, { Length: > 0 }) =>
                throw new StartRefusedException($"{PathSetting} and {ContainerSetting} are both set: take one away."),
            ({ Length: > 0 } path, _) => In(Folder(path, configuration, environment)),
            (_, { Length: > 0 } container) => In(Container(container, configuration)),
            _ => null,
        };

    private static Func<IServiceProvider, IAnchorPlace> In(string folder) => _ => new FileAnchors(Path.Combine(folder, "anchors.jsonl"));

    private static Func<IServiceProvider, IAnchorPlace> In(BlobContainerClient container) =>
        at => new BlobAnchors(container, at.GetRequiredService<WallClock>().Time);

    private static IAnchorKey? Key(IConfiguration configuration, IHostEnvironment environment) =>
        (configuration["Anchor:KeyFile"], configuration["Anchor:KeyId"]) switch
        {
            ({ Length: > 0 }, { Length: > 0 }) =>
                throw new StartRefusedException($"{FileKey.Setting} and {VaultKey.Setting} are both set: take one away."),
            ({ Length: > 0 } file, _) => new FileKey(Apart(file, FileKey.Setting, configuration, environment)),
            (_, { Length: > 0 } id) => VaultKey.Open(id, Identity(configuration)),
            _ => null,
        };

    private static string Folder(string path, IConfiguration configuration, IHostEnvironment environment)
    {
        var folder = Apart(path, PathSetting, configuration, environment);
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{PathSetting} can't be used: the folder that it names can't be made.", failure);
        }
    }

    /// <summary>Beside the record it would prove nothing: whoever has the one has the other.</summary>
    private static string Apart(string path, string setting, IConfiguration configuration, IHostEnvironment environment)
    {
        var full = Path.GetFullPath(path, environment.ContentRootPath);
        var storage = Path.TrimEndingDirectorySeparator(Path.GetFullPath(StorageFolder.Of(configuration, environment)));
        var slash = Path.DirectorySeparatorChar;
        return $"{full}{slash}".StartsWith($"{storage}{slash}", StringComparison.Ordinal)
            ? throw new StartRefusedException($"{setting} lies in the record's own folder, where it proves nothing: keep it elsewhere.")
            : full;
    }

    private static BlobContainerClient Container(string text, IConfiguration configuration) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "https", AbsolutePath.Length: > 1 }
            ? new(address, Identity(configuration))
            : throw new StartRefusedException(
                $"{ContainerSetting} must be a container's https address: https://account.blob.core.windows.net/anchors.");

    private static TokenCredential Identity(IConfiguration configuration) => configuration["AZURE_CLIENT_ID"] is { Length: > 0 } clientId
        ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
        : new DefaultAzureCredential();
}
