using System.Text.Json;
using StrategyBot.Starting;

namespace StrategyBot.Conversations;

/// <summary>Answers one verb: a button on a card, a dialog that opens, a form that comes back. One class, one verb, one form.</summary>
internal interface IVerb<in TForm>
{
    /// <summary><c>phase/action</c>. Cards already sent keep it, so never reuse one.</summary>
    static abstract string Verb { get; }

    Task<Reply> HandleAsync(TForm form, Turn turn, CancellationToken cancellationToken);
}

/// <summary>Every verb, with the class that answers it. An unknown verb is a card from another release.</summary>
internal sealed class Verbs
{
    private const string OutOfDate = "This card is out of date. Type `help` to me in our own chat, or open your part from the newest card.";

    private readonly Dictionary<string, Func<IServiceProvider, JsonElement, Turn, CancellationToken, Task<Reply>>> answers =
        new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">Two classes answer the same verb.</exception>
    public Verbs Add<TVerb, TForm>()
        where TVerb : class, IVerb<TForm>
    {
        answers.Add(TVerb.Verb, (services, data, turn, cancellationToken) =>
            ActivatorUtilities.CreateInstance<TVerb>(services).HandleAsync(CardJson.Read<TForm>(data), turn, cancellationToken));
        return this;
    }

    /// <exception cref="ArgumentException">Another answers the same verb.</exception>
    public void Add(string verb, Func<IServiceProvider, JsonElement, Turn, CancellationToken, Task<Reply>> answer) =>
        answers.Add(verb, answer);

    public IReadOnlyCollection<string> All => answers.Keys;

    /// <summary>The answer to a button or a form. A field that can't be read is named, and nothing is saved.</summary>
    public async Task<Reply> AnswerAsync(
        string? verb, IServiceProvider services, JsonElement data, Turn turn, CancellationToken cancellationToken)
    {
        var answer = verb is null ? null : answers.GetValueOrDefault(verb);
        using var measure = Measures.Turn(answer is null ? Measures.Unknown : verb!);
        if (answer is null)
        {
            measure?.Outcome = nameof(Reply.Say);
            return new Reply.Say(OutOfDate);
        }

        try
        {
            var reply = await answer(services, data, turn, cancellationToken);
            measure?.Outcome = reply.GetType().Name;
            return reply is Reply.Saved saved ? await services.GetRequiredService<AfterSave>()(saved, turn, cancellationToken) : reply;
        }
        catch (FormFaultException fault)
        {
            measure?.Outcome = nameof(Reply.Say);
            return new Reply.Say(
                $"Nothing was saved: “{fault.Field}” holds something it can't. Open the part again and choose from what is offered.");
        }
    }
}
