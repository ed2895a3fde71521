using System.Text.Json;
using System.Text.Json.Nodes;
using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Forms;

/// <summary>Opens, saves and does, the same for every part (design §4):
/// one reading a turn, one way to be refused, nothing guessed, nothing lost.</summary>
internal sealed class PartRuntime(
    Clerk clerk, PartTable parts, IMeetingOrder order, Words words, TimeProvider clock, IServiceProvider services)
{
    public async Task<Reply> OpenAsync<TPage, TForm>(
        string verb, JsonElement data, Turn turn, IReadOnlyList<CardElement> above, CancellationToken cancellationToken)
        where TPage : class, IPage<TForm>
        where TForm : class, ICaseForm
    {
        var page = Make<TPage>();
        var asked = Asked<TForm>(CardJson.Sent(data));
        return await ViewAsync(page, asked, TPage.Needs, verb, turn, cancellationToken) switch
        {
            (_, { } why) => new Reply.Say(why.Say(words)),
            (var view, _) when page.Instead(PageOf(view!), asked) is { } other => parts.Verbs.Contains(other.Verb)
                ? await parts.OpenAsync(other, services, turn, above, cancellationToken)
                : await services.GetRequiredService<Verbs>()
                    .AnswerAsync(other.Verb, services, CardJson.Data(other.Form), turn, cancellationToken),
            (var view, _)
                when (DrawnFields.Of(page, PageOf(view!), asked), order.Of(view!, TPage.Id.Button("", asked))) is var (drawing, place) =>
                FormFrame.Page(drawing, [.. above, .. place.ToSay], drawing.Drawn.LeadsOn ? place.Next : null),
        };
    }

    public async Task<Reply> OpenFormAsync<TPart, TForm>(
        JsonElement data, Turn turn, IReadOnlyList<CardElement> above, CancellationToken cancellationToken)
        where TPart : class, IPart<TForm>
        where TForm : class, ICaseForm
    {
        var part = Make<TPart>();
        var asked = Asked<TForm>(CardJson.Sent(data));
        return await ViewAsync(part, asked, TPart.Needs, TPart.Id.Open, turn, cancellationToken, writes: true) switch
        {
            (_, { } why) => new Reply.Say(why.Say(words)),
            (var view, _) when part.Instead(PageOf(view!), asked) is { } other =>
                await parts.OpenAsync(other, services, turn, above, cancellationToken),
            (var view, _) => Opened<TPart, TForm>(part, view!, asked, above),
        };
    }

    public async Task<Reply> SaveAsync<TPart, TForm>(JsonElement data, Turn turn, CancellationToken cancellationToken)
        where TPart : class, IPart<TForm>
        where TForm : class, ICaseForm
    {
        var part = Make<TPart>();
        var sent = CardJson.Sent(data);
        var state = FormState.TakeFrom(sent);
        var asked = Asked<TForm>(state.Asked ?? sent.DeepClone().AsObject());
        await AskAsync(part, asked, TPart.Needs, SentForm.Read<TForm>(Over(asked, sent), _ => { }), turn, cancellationToken);
        var weighing = new Weighing<TPart, TForm>(part, asked, sent, state, words, clock.GetUtcNow());
        var told = await clerk.SaveAsync(
            turn.Asker(), asked.Ref(), TPart.Needs, turn.Source, state.Seen, LogOf(part, TPart.Id.Open, asked), weighing.Weigh,
            cancellationToken);
        if (told.View is not { } view)
        {
            return Without(told.Decision);
        }

        if (state.Leave is { } leave && weighing.Changed.Count == 0)
        {
            return await services.GetRequiredService<Verbs>()
                .AnswerAsync(leave.Verb, services, CardJson.Data(leave.Form), turn, cancellationToken);
        }

        if (told.IsRepeated)
        {
            // Judged anew it might be refused by what it wrote itself; only its fields are wanted, for the echo.
            weighing.Weigh(new(view, view, []));
        }

        return told.Decision is Decision.Refused { Because: var why }
            ? Refused(part, weighing, why, view, state)
            : await SavedAsync(
                part, weighing, ((Decision.Accepted)told.Decision).Facts, told.IsRepeated, view, state, turn, cancellationToken);
    }

    public async Task<Reply> ActAsync<TAct, TForm>(JsonElement data, Turn turn, CancellationToken cancellationToken)
        where TAct : class, IAct<TForm>
        where TForm : class, ICaseForm
    {
        var act = Make<TAct>();
        var sent = CardJson.Sent(data);
        FormState.TakeFrom(sent);
        var pressed = Asked<TForm>(sent);
        var told = await clerk.SaveAsync(turn.Asker(), pressed.Ref(), TAct.Needs, turn.Source, null, null,
            sitting => act.Decide(PageOf(sitting.Now), pressed), cancellationToken);
        if (told.Decision is Decision.Refused { Because: var why })
        {
            return told.View is { } seen && why is not (NotYourPart or NoSuchCase) && act.Back(PageOf(seen), pressed) is { } back
                ? await parts.OpenAsync(back, services, turn, [FormCard.NotSaved(why.Say(words))], cancellationToken)
                : new Reply.Say(why.Say(words));
        }

        if (told.View is not { } view)
        {
            return Without(told.Decision);
        }

        var page = PageOf(view);
        var kept = new Kept<TForm>(pressed, ((Decision.Accepted)told.Decision).Facts);
        var isWritten = kept.Facts.Count > 0 || told.IsRepeated;
        var next = act.Next(page, kept) ?? (act.Ends(page, pressed) is { } done ? order.Of(view, done).Next : null);
        return await SayAsync(page, act.Saved(page, kept), isWritten, next, turn, cancellationToken);
    }

    private async Task<(CaseView? View, Refusal? Why)> ViewAsync<TForm>(
        IPage<TForm> page, TForm asked, Capability needs, string verb, Turn turn, CancellationToken cancellationToken, bool writes = false)
        where TForm : class, ICaseForm
    {
        await AskAsync(page, asked, needs, null, turn, cancellationToken);
        var told = await clerk.ShowAsync(turn.Asker(), asked.Ref(), needs, LogOf(page, verb, asked), cancellationToken);
        return told.View is not { } view
            ? (null, ((Decision.Refused)told.Decision).Because)
            // Whoever broke the glass only reads: a form of theirs could save nothing.
            : writes && !view.MayWrite(needs) ? (view, new NotYourPart())
            : (view, page.Bars(PageOf(view), asked));
    }

    /// <summary>What is asked outside is asked for those only who may have the part.</summary>
    /// <param name="typed">As it was sent; <c>null</c> while it is opened.</param>
    private async Task AskAsync<TForm>(
        IPage<TForm> page, TForm asked, Capability needs, TForm? typed, Turn turn, CancellationToken cancellationToken)
        where TForm : class, ICaseForm
    {
        var about = typed is null ? null : page as IAsksAbout<TForm>;
        if ((page is not IAsksOutside and not IAsksMyCases && about is null)
            || await clerk.ReadAsync(turn, asked.Ref(), needs, null, cancellationToken) is not { } view)
        {
            return;
        }

        if (page is IAsksOutside outside)
        {
            await outside.AskAsync(view.Case, turn.Patience, cancellationToken);
        }

        if (page is IAsksMyCases mine)
        {
            var read = await clerk.ReadAllAsync(turn.Asker(), Capability.Arrange, null, cancellationToken);
            mine.Mine = [.. read.Views.Where(other => other.Case.Id != view.Case.Id)];
        }

        await (about?.AskAboutAsync(typed!, turn.Patience, cancellationToken) ?? Task.CompletedTask);
    }

    private static JsonObject Over<TForm>(TForm asked, JsonObject sent)
        where TForm : class, ICaseForm
    {
        var all = CardJson.Sent(CardJson.Data(asked));
        foreach (var (id, value) in sent)
        {
            all[id] = value?.DeepClone();
        }

        return all;
    }

    private Reply Refused<TPart, TForm>(TPart part, Weighing<TPart, TForm> weighing, Refusal why, CaseView view, FormState state)
        where TPart : class, IPart<TForm>
        where TForm : class, ICaseForm
    {
        var page = PageOf(view);
        if (why is NotYourPart or NoSuchCase)
        {
            return new Reply.Say(why.Say(words));
        }

        if (part.Bars(page, weighing.Asked) is not null)
        {
            return FormFrame.Gone(why, weighing.Changed, words);
        }

        var drawing = DrawnFields.Of(part, page, weighing.Asked);
        // With both kept, what came between must stay what came after the form was drawn.
        var shown = TPart.KeepsBoth && state.Seen is { } seen ? seen : view.Whole.Version;
        return Frame<TPart, TForm>(part, weighing.Asked, drawing, view, shown)
            .Again(drawing, new(why, weighing.Changed, weighing.Meanwhile, [.. weighing.LeftOut.Select(field => field.Id)]), state, words);
    }

    private async Task<Reply> SavedAsync<TPart, TForm>(
        TPart part, Weighing<TPart, TForm> weighing, IReadOnlyList<Cases.Fact> facts, bool isRepeated, CaseView view, FormState state,
        Turn turn, CancellationToken cancellationToken)
        where TPart : class, IPart<TForm>
        where TForm : class, ICaseForm
    {
        var page = PageOf(view);
        var kept = new Kept<TForm>(weighing.Typed, facts);
        var next = state.Leave is { } leave && parts.Verbs.Contains(leave.Verb) ? new PartButton(leave.Title, leave.Verb, leave.Form)
            : part.Next(page, kept) ?? (state.GoesOn == true ? Place<TPart, TForm>(part, page, weighing.Asked).Next : null);
        return await SayAsync(page, part.Saved(page, kept), facts.Count > 0 || isRepeated, next, turn, cancellationToken);
    }

    private async Task<Reply> SayAsync(
        FormPage page, Echo echo, bool isWritten, PartButton? next, Turn turn, CancellationToken cancellationToken)
    {
        var saved = echo.Say(page, isWritten);
        // Where what follows is closed to this person it would say only that: what was saved is said in their own part.
        return next is not null && echo.Asks.Count == 0
            && await parts.OpenAsync(next, services, turn, [FormCard.Said(saved.Text, isWritten), .. echo.Notes], cancellationToken)
                is Reply.Show shown
                ? shown
                : order.OwnPart(page.View, saved, turn);
    }

    /// <summary>For somebody who doesn't see the case, or not any more.</summary>
    private Reply.Say Without(Decision decision) =>
        new(decision.Match(_ => "Saved. You are not on this case any more.", why => why.Say(words)));

    private Reply.Show Opened<TPart, TForm>(TPart part, CaseView view, TForm asked, IReadOnlyList<CardElement> above)
        where TPart : class, IPart<TForm>
        where TForm : class, ICaseForm
    {
        var drawing = DrawnFields.Of(part, PageOf(view), asked);
        return Frame<TPart, TForm>(part, asked, drawing, view, view.Whole.Version).Open(drawing, above);
    }

    private FormFrame Frame<TPart, TForm>(TPart part, TForm asked, DrawnFields drawing, CaseView view, int seen)
        where TPart : class, IPart<TForm>
        where TForm : class, ICaseForm
    {
        var place = Place<TPart, TForm>(part, PageOf(view), asked);
        return FormFrame.Of(part, asked, drawing, seen) with { GoesOn = place.Next is not null, ToSay = place.ToSay };
    }

    private MeetingPlace Place<TPart, TForm>(TPart part, FormPage page, TForm asked)
        where TPart : class, IPart<TForm>
        where TForm : class, ICaseForm => order.Of(page.View, part.Under(page, asked) ?? TPart.Id.Button("", asked));

    private FormPage PageOf(CaseView view) => new(view, words, clock.GetUtcNow(), view.Whole.Version);

    /// <exception cref="FormFaultException">It names no case: no card of ours.</exception>
    private static TForm Asked<TForm>(JsonObject sent)
        where TForm : class, ICaseForm
    {
        sent.Remove(FormState.Key);
        var asked = SentForm.Read<TForm>(sent, _ => { });
        return asked.Case is { Length: > 0 } ? asked : throw new FormFaultException("case");
    }

    private static string LogOf<TForm>(IPage<TForm> page, string verb, TForm asked)
        where TForm : ICaseForm => page.Reading(asked) is { Length: > 0 } about ? $"{verb}/{about}" : verb;

    private TPart Make<TPart>() => ActivatorUtilities.CreateInstance<TPart>(services);
}
