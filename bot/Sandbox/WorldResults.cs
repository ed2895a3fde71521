using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox;

/// <summary>How the world's routes answer.</summary>
internal static class WorldResults
{
    public static IResult Json<T>(T body, int status = StatusCodes.Status200OK) =>
        Results.Json(body, WorldJson.Options, statusCode: status);

    /// <summary>A refusal in a sentence, on the people's side.</summary>
    public static IResult Refuse(int status, string sentence) => Json(new { error = sentence }, status);
}
