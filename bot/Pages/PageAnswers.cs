using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using StrategyBot.Conversations;
using StrategyBot.Records;
using StrategyBot.Rules;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Pages;

/// <summary>What a page sends for a button: the verbs and forms of Teams.</summary>
/// <param name="Id">Made by the page for each press, and sent again with a retry: nothing is written twice.</param>
/// <param name="Automatic">The page says that it asks by itself because something changed (<see cref="OpenPages"/>).</param>
internal sealed partial record PagePress(string? Verb = null, JsonElement Data = default, string? Id = null, bool Automatic = false)
{
    /// <summary>Only what the hub shows is asked for by itself; anything else is a use, and logged.</summary>
    public bool SaysItself => Automatic && Verb == PartIds.MyPart;

    /// <summary>Whether a page of this release sent it.</summary>
    public bool Fits(Verbs verbs) => Verb is { } verb && verbs.All.Contains(verb) && IsMadeByAPage(Id)
        && Data.ValueKind == JsonValueKind.Object;

    public static bool IsMadeByAPage(string? id) => id is not null && ClientId().IsMatch(id);

    [GeneratedRegex("^[A-Za-z0-9-]{8,64}$")]
    private static partial Regex ClientId();
}

/// <summary>Answers what a page sends, for a person whom its own door let in.</summary>
internal sealed class PageAnswers(Verbs verbs, Clerk clerk, IServiceProvider services, ILogger<PageAnswers> logger)
{
    // What isn't there is left out: a page asks whether it is there.
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private const string NothingKnown =
        "Something went wrong here, and I can't say whether it was saved. What you typed is kept on this device: try again in a minute.";
    private const string NoOutside = "Teams or Outlook didn't answer just now, and I can't say whether it was saved. What you typed is "
        + "kept on this device: try again in a minute.";
    private const string NoReading = "Nothing can be read just now, because readings can't be logged. Saving works. Try again in a minute.";

    public static IResult OutOfDate => Json(new { text = "This page is out of date. Reload it: what you typed is kept on this device." },
        StatusCodes.Status400BadRequest);

    public bool Fits(PagePress press) => press.Fits(verbs);

    /// <param name="isOver">Whether what was saved shut whoever saved it out.</param>
    /// <param name="folds">What of a card a page may have to fold; <c>null</c> where it folds nothing.</param>
    public async Task<IResult> AnswerAsync(
        PagePress press, Turn turn, CaseId @case, Func<Task<bool>> isOver, CancellationToken cancellationToken,
        Func<JsonNode, Task<IReadOnlyList<string>>>? folds = null) =>
        await ShowAsync(await verbs.AnswerAsync(press.Verb, services, press.Data, turn, cancellationToken), turn, @case, isOver,
            cancellationToken, folds);

    /// <summary>A reply as a page takes it.</summary>
    public async Task<IResult> ShowAsync(
        Reply reply, Turn turn, CaseId @case, Func<Task<bool>> isOver, CancellationToken cancellationToken,
        Func<JsonNode, Task<IReadOnlyList<string>>>? folds = null)
    {
        // The page keeps what was typed until it knows that it stands on the record.
        var saved = await clerk.HasWrittenAsync(@case, turn.Source, cancellationToken);
        return reply switch
        {
            Reply.Show show when CardJson.ToNode(show.Card) is var card => Json(new
            {
                title = show.Title,
                card,
                saved,
                folded = folds is null || card is null ? null : await folds(card),
            }),
            Reply.Say say => Json(new { text = say.Text, saved, over = saved && await isOver() }),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Whatever goes wrong claims nothing that is not known; the page keeps what was typed.</summary>
    /// <param name="who">For the log.</param>
    public async Task<IResult> GuardedAsync(string? who, string? verb, Func<Task<IResult>> answer, CancellationToken cancellationToken)
    {
        try
        {
            return await answer();
        }
        catch (ReadingClosedException)
        {
            return Json(new { text = NoReading }, StatusCodes.Status503ServiceUnavailable);
        }
        catch (LeftAloneException left)
        {
            return LeftAlone(left);
        }
        catch (EffectFailedException failed) when (!cancellationToken.IsCancellationRequested)
        {
            // Not ours: a roster that is silent says of nobody who they are.
            logger.OutsideFailed(LoggedId.Of(who), verb ?? "", failed.Failure, failed.Status);
            return Json(new { text = NoOutside }, StatusCodes.Status424FailedDependency);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            logger.PressFailed(LoggedId.Of(who), verb ?? "", failure.GetType().Name, failure.StackTrace ?? "");
            return Json(new { text = NothingKnown }, StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>The page keeps what was typed, and whoever is signed in stays so.</summary>
    public IResult LeftAlone(LeftAloneException left)
    {
        logger.LeftAlone(left.About, left.Why);
        return Json(new { text = left.ToReader }, StatusCodes.Status503ServiceUnavailable);
    }

    public static IResult Json<T>(T body, int status = StatusCodes.Status200OK) => Results.Json(body, Written, statusCode: status);
}
