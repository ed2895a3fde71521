using System.Text.Json;
using System.Text.Json.Nodes;
using StrategyBot.Conversations;

namespace StrategyBot.Forms;

/// <summary>Every part, act and page by its verbs.</summary>
internal sealed class PartTable
{
    private readonly Dictionary<string, Answer> answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Capability> needs = new(StringComparer.Ordinal);
    private readonly HashSet<string> openers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<JsonObject, string>> former = new(StringComparer.Ordinal);

    private delegate Task<Reply> Answer(
        IServiceProvider services, JsonElement data, Turn turn, IReadOnlyList<CardElement> above, CancellationToken cancellationToken);

    /// <summary>Verbs of earlier releases: cards already sent carry them.</summary>
    public IReadOnlyCollection<string> FormerVerbs => former.Keys;

    public IReadOnlyCollection<string> Verbs => answers.Keys;

    /// <summary>What each asks of whoever presses it.</summary>
    public IReadOnlyDictionary<string, Capability> Needs => needs;

    /// <summary>Those that only show.</summary>
    public IReadOnlySet<string> Openers => openers;

    public PartTable Page<TPage, TForm>()
        where TPage : class, IPage<TForm>
        where TForm : class, ICaseForm
    {
        openers.Add(TPage.Id.Open);
        needs.Add(TPage.Id.Open, TPage.Needs);
        answers.Add(TPage.Id.Open, (services, data, turn, above, cancellationToken) =>
            Runtime(services).OpenAsync<TPage, TForm>(TPage.Id.Open, data, turn, above, cancellationToken));
        return this;
    }

    public PartTable Form<TPart, TForm>()
        where TPart : class, IPart<TForm>
        where TForm : class, ICaseForm
    {
        openers.Add(TPart.Id.Open);
        needs.Add(TPart.Id.Open, TPart.Needs);
        needs.Add(TPart.Id.Save, TPart.Needs);
        answers.Add(TPart.Id.Open, (services, data, turn, above, cancellationToken) =>
            Runtime(services).OpenFormAsync<TPart, TForm>(data, turn, above, cancellationToken));
        answers.Add(TPart.Id.Save, (services, data, turn, _, cancellationToken) =>
            Runtime(services).SaveAsync<TPart, TForm>(data, turn, cancellationToken));
        return this;
    }

    public PartTable Act<TAct, TForm>()
        where TAct : class, IAct<TForm>
        where TForm : class, ICaseForm
    {
        needs.Add(TAct.Verb, TAct.Needs);
        answers.Add(TAct.Verb,
            (services, data, turn, _, cancellationToken) => Runtime(services).ActAsync<TAct, TForm>(data, turn, cancellationToken));
        return this;
    }

    /// <summary>A verb of an earlier release; one that is still in use may have opened other parts too.</summary>
    /// <param name="to">Today's verb, by what was sent along; may rename fields in it.</param>
    public PartTable Former(string verb, Func<JsonObject, string> to)
    {
        former.Add(verb, to);
        return this;
    }

    public PartTable Former(string verb, string to) => Former(verb, _ => to);

    /// <exception cref="ArgumentException">Two classes answer the same verb.</exception>
    public void AddTo(Verbs verbs)
    {
        foreach (var (verb, answer) in answers.Where(one => !former.ContainsKey(one.Key)))
        {
            verbs.Add(verb, (services, data, turn, cancellationToken) => answer(services, data, turn, [], cancellationToken));
        }

        foreach (var (verb, to) in former)
        {
            verbs.Add(verb, (services, data, turn, cancellationToken) =>
            {
                var sent = CardJson.Sent(data);
                var today = to(sent);
                return today == verb
                    ? answers[verb](services, CardJson.Data(sent), turn, [], cancellationToken)
                    : verbs.AnswerAsync(today, services, CardJson.Data(sent), turn, cancellationToken);
            });
        }
    }

    /// <summary>Opens a part with something said above it.</summary>
    internal Task<Reply> OpenAsync(
        PartButton button, IServiceProvider services, Turn turn, IReadOnlyList<CardElement> above, CancellationToken cancellationToken) =>
        answers[button.Verb](services, CardJson.Data(button.Form), turn, above, cancellationToken);

    private static PartRuntime Runtime(IServiceProvider services) => ActivatorUtilities.CreateInstance<PartRuntime>(services);
}
