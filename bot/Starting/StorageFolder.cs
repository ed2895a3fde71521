namespace StrategyBot.Starting;

/// <summary>The folder of whatever is kept in files: <c>Storage__Path</c>, else <c>.data</c> beside the bot.</summary>
internal static class StorageFolder
{
    public static string Of(IConfiguration configuration, IHostEnvironment environment) =>
        Path.Combine(environment.ContentRootPath, configuration["Storage:Path"] is { Length: > 0 } path ? path : ".data");

    /// <exception cref="StartRefusedException">It can't be made or written to.</exception>
    public static string Open(IConfiguration configuration, IHostEnvironment environment)
    {
        var folder = Of(configuration, environment);
        try
        {
            Directory.CreateDirectory(folder);
            using var probe =
                new FileStream(Path.Combine(folder, Path.GetRandomFileName()),
                    new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            return folder;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException("Storage__Path can't be used: the folder that it names can't be made or written to.", failure);
        }
    }
}
