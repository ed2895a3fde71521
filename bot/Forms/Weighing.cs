using System.Text.Json.Nodes;
using StrategyBot.Records;

namespace StrategyBot.Forms;

/// <summary>Lays what was sent against what the form showed and what stands now, field by field. Pure but for the part's answers.</summary>
internal sealed class Weighing<TPart, TForm>(TPart part, TForm asked, JsonObject sent, FormState state, Words words, DateTimeOffset now)
    where TPart : class, IPart<TForm>
    where TForm : class, ICaseForm
{
    private readonly TForm opened = asked;
    private readonly bool cannotAsk = state.Part is null || !LongText.FitsACard(sent.Select(field => field.Value?.ToString() ?? ""));
    private readonly List<Refusal> refused = [];
    private readonly Dictionary<string, string> typed = [];
    private readonly Dictionary<string, string> unasked = [];

    /// <summary>Fields where something stood and nothing came.</summary>
    public List<Field> LeftOut { get; } = [];

    /// <summary>What was typed, letter for letter, where it differs from what the form showed.</summary>
    public Dictionary<string, string> Changed { get; } = [];

    /// <summary>What others saved meanwhile in fields that were changed here.</summary>
    public Dictionary<string, string> Meanwhile { get; } = [];

    /// <summary>As it was sent.</summary>
    public TForm Typed { get; private set; } = asked;

    /// <summary>What the form was about when it was sent.</summary>
    public TForm Asked { get; private set; } = asked;

    public Decision Weigh(Sitting sitting)
    {
        Forget();
        var version = sitting.Now.Whole.Version;
        var page = new FormPage(sitting.Now, words, now, Math.Min(state.Seen ?? version, version)) { CannotAsk = cannotAsk };
        var shownPage = page with { View = sitting.Shown };
        if (part.Bars(page, opened) is { } barred)
        {
            Return(shownPage);
            return barred;
        }

        shownPage = part.Bars(shownPage, opened) is null ? shownPage : page;
        var shown = DrawnFields.Of(part, shownPage, opened);
        Read(shown, TPart.Keys);
        if (state.Leave is { } leave)
        {
            foreach (var id in typed.Keys.Where(id => !TPart.Keys.Contains(id) && IsChanged(shown, id)))
            {
                Changed[id] = typed[id];
            }

            if (Changed.Count == 0 || leave.Keeps != true)
            {
                return Changed.Count > 0 ? new WouldBeLost(leave.Title) : Decision.Already;
            }
        }

        Asked = Form(opened, typed.Where(field => TPart.Keys.Contains(field.Key)));
        Typed = Form(opened, [.. typed, .. unasked]);
        var merged = part.Each(page, Typed).Select(target => Merge(target, shownPage, page, sitting)).ToList();
        return refused.Count + LeftOut.Count > 0
            ? new Several([.. refused, .. LeftOut.Count == 0 ? (Refusal[])[] : [CameBackEmpty.Of(LeftOut)]])
            : Decide(page, merged);
    }

    private Decision Decide(FormPage page, IReadOnlyList<TForm> merged)
    {
        var decided = merged.Select(form => part.Decide(page, form)).ToList();
        var no = decided.OfType<Decision.Refused>().Select(one => one.Because).Distinct().ToList();
        return no.Count switch
        {
            0 => Decision.Of([.. SheetStamp.Stamped(part, page, decided.OfType<Decision.Accepted>().SelectMany(yes => yes.Facts))]),
            1 => no[0],
            _ => new Several(no),
        };
    }

    private void Forget()
    {
        refused.Clear();
        typed.Clear();
        unasked.Clear();
        LeftOut.Clear();
        Changed.Clear();
        Meanwhile.Clear();
    }

    /// <summary>The part is gone; what was typed into it as it was shown comes back all the same.</summary>
    private void Return(FormPage shownPage)
    {
        if (part.Bars(shownPage, opened) is null)
        {
            var shown = DrawnFields.Of(part, shownPage, opened);
            Read(shown, shown.Fields.Select(field => field.Id));
        }
    }

    /// <summary>What was typed into each input that was shown.</summary>
    /// <param name="noted">Those that come back, where they were changed, without being merged.</param>
    private void Read(DrawnFields shown, IEnumerable<string> noted)
    {
        // What was asked for outside and is not to be had now: the part itself judges what was sent for it.
        foreach (var id in (state.Shown?.Keys ?? []).Where(id => shown.Find(id) is null))
        {
            unasked[id] = Field.Text(sent[id]) ?? "";
        }

        foreach (var field in shown.Fields.Where(field => IsAnInput(shown, field.Id)))
        {
            var stood = Stood(shown, field.Id);
            var came = field.Sent(sent);
            var isEmptied = state.Emptied?.Contains(field.Id) == true && (came is null || field.IsSame(came, stood));
            var isUnsaid = came is null && cannotAsk && shown.Drawn.Preselected.Contains(field.Id);
            var value = isEmptied || isUnsaid ? "" : came ?? stood;
            var isAnswered = state.Left?.Contains(field.Id) == true || state.Emptied?.Contains(field.Id) == true;
            if (came is null && !isUnsaid && !isAnswered && !field.IsEmpty(stood))
            {
                LeftOut.Add(field);
            }

            if (field.Fault(value, isMeasured: !TPart.Unmeasured.Contains(field.Id)) is { } fault && !field.IsSame(value, stood))
            {
                refused.Add(fault);
                Changed[field.Id] = value;
            }
            else
            {
                typed[field.Id] = value;
            }
        }

        foreach (var id in noted.Where(id => typed.ContainsKey(id) && IsChanged(shown, id)))
        {
            Changed[id] = typed[id];
        }

        var gone = GoneInputs.Of(sent, shown, isOurs: state.Part is not null, typeof(TForm), id =>
            TPart.Takes(id) || state.Asked?.ContainsKey(id) == true || state.Shown?.ContainsKey(id) == true);
        foreach (var (id, text) in gone)
        {
            Changed[id] = text;
        }

        refused.AddRange(gone.Count == 0 ? [] : [new NotAskedAnyMore([.. gone.Keys.Select(GoneInputs.Name)])]);
    }

    /// <summary>One subject's form: what was changed here over what stands now.</summary>
    private TForm Merge(TForm target, FormPage shownPage, FormPage page, Sitting sitting)
    {
        var (before, stands) = (DrawnFields.Of(part, shownPage, target), DrawnFields.Of(part, page, target));
        // Where both are kept, what is withheld is no answer of this person's.
        var merged = stands.Fields.ToDictionary(field => field.Id, field => TPart.KeepsBoth ? field.Shown : stands.Stands(field.Id));
        foreach (var group in Groups())
        {
            var changed = group.Where(id => IsChanged(before, id)).ToList();
            // A form that keeps both comes back as it was sent, so that what was not touched stays what it was then.
            foreach (var id in TPart.KeepsBoth ? group : changed)
            {
                Changed[id] = typed[id];
            }

            if (changed.Count > 0 && changed.All(id => IsSettled(before, stands, id)))
            {
                Take(changed, merged);
            }
            else if (changed.FirstOrDefault(id => !IsAnInput(stands, id)) is { } kept)
            {
                refused.Add(stands.Find(kept) is null
                    ? new CannotBe($"“{before.Find(kept)?.Label ?? kept}” is not asked any more. What you typed there is shown below.")
                    : new CannotBe($"“{stands.Find(kept)!.Label}” is marked for others there, so it can't be changed along with this one.")
                    {
                        Field = kept,
                    });
            }
            else if (changed.Count > 0 && !TPart.KeepsBoth && group.Any(id => IsTaken(before, stands, id)))
            {
                refused.Add(Conflict(group.First(id => IsTaken(before, stands, id)), target, shownPage, stands, sitting));
            }
            else if (changed.Count > 0 || TPart.KeepsBoth)
            {
                Take(group, merged);
            }
            else if (state.Shown is not null && group.All(id => IsAnInput(stands, id) && before.Find(id)?.Shown == stands.Find(id)!.Shown))
            {
                // A proposal that was left as shown is meant as shown, whatever is proposed by now.
                Take(group, merged);
                foreach (var id in group.Where(id => typed[id] != stands.Find(id)!.Shown))
                {
                    Changed[id] = typed[id];
                }
            }
        }

        foreach (var key in TPart.Keys.Where(typed.ContainsKey))
        {
            merged.Remove(key);
        }

        return Form(target, merged);
    }

    private void Take(IReadOnlyList<string> group, Dictionary<string, string> merged)
    {
        foreach (var id in group)
        {
            merged[id] = typed[id];
        }
    }

    private IEnumerable<IReadOnlyList<string>> Groups() =>
    [
        .. TPart.Together.Select(group => group.Where(typed.ContainsKey).ToList()).Where(group => group.Count > 0),
        .. typed.Keys.Where(id => !TPart.Keys.Contains(id) && !TPart.Together.Any(group => group.Contains(id)))
            .Select(id => (IReadOnlyList<string>)[id]),
    ];

    private bool IsChanged(DrawnFields before, string id) =>
        before.Find(id) is not { } field || !field.IsSame(typed[id], Stood(before, id));

    /// <summary>Somebody else changed the field too, to something else. A card that doesn't say what it showed may show all.</summary>
    /// <remarks>Both are drawn from one answer of the outside: another proposal is nobody's change.</remarks>
    private bool IsTaken(DrawnFields before, DrawnFields stands, string id)
    {
        var value = stands.Stands(id);
        return stands.Find(id) is { } field && !field.IsSame(value, typed[id])
            && (state.Seen is not null
                ? !field.IsSame(value, before.Stands(id))
                : !field.IsEmpty(value) && !stands.Drawn.Preselected.Contains(id));
    }

    private bool IsSettled(DrawnFields before, DrawnFields stands, string id) => stands.Find(id) is null
        && stands.Drawn.Settled.TryGetValue(id, out var answer) && before.Find(id)!.IsSame(typed[id], answer);

    private SavedMeanwhile Conflict(string id, TForm target, FormPage shownPage, DrawnFields stands, Sitting sitting)
    {
        var field = stands.Find(id)!;
        Meanwhile[id] = field.Say(field.Shown, words);
        var (who, at) = LastToChange(id, target, shownPage, sitting);
        return new SavedMeanwhile(field.Label, who, at) { Field = id };
    }

    /// <summary>Who changed the field last since the form was drawn, as far as this reader may know.</summary>
    private (string? Who, DateTimeOffset At) LastToChange(string id, TForm target, FormPage shownPage, Sitting sitting)
    {
        var (@case, last) = (shownPage.Case, default(Entry));
        var value = DrawnFields.Of(part, shownPage, target).Find(id)?.Shown;
        foreach (var entry in sitting.Between)
        {
            @case = Case.Evolve(@case, entry);
            var then = shownPage with { View = shownPage.View with { Case = @case } };
            var next = part.Bars(then, target) is null ? part.Draw(then, target).Body : [];
            if (Field.All(next).FirstOrDefault(field => field.Id == id)?.Shown is { } changed && changed != value)
            {
                (value, last) = (changed, entry);
            }
        }

        return last is null ? (null, default) : (sitting.Now.Case.AuthorOf(last)?.Name, last.At);
    }

    private string Stood(DrawnFields shown, string id) => state.Shown?.GetValueOrDefault(id) ?? shown.Find(id)?.Shown ?? "";

    private static bool IsAnInput(DrawnFields drawing, string id) =>
        drawing.Find(id) is not null && (TPart.KeepsBoth || !drawing.Withheld.ContainsKey(id));

    /// <summary>A form with these fields in it; one that its type can't hold is refused as what it is: not offered.</summary>
    private TForm Form(TForm form, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var json = CardJson.Sent(CardJson.Data(form));
        foreach (var (id, value) in fields)
        {
            json[id] = value;
        }

        foreach (var (id, value) in state.With ?? [])
        {
            json[id] = value?.DeepClone();
        }

        return SentForm.Read<TForm>(json, field =>
            refused.Add(new CannotBe("Choose again: that answer is not offered now.") { Field = field }));
    }
}

/// <summary>Somebody saved something else in a field that was changed here; nothing of theirs is replaced unseen (design §5.4).</summary>
/// <param name="Who"><c>null</c> where this reader may not know.</param>
internal sealed record SavedMeanwhile(string Label, string? Who, DateTimeOffset At) : Refusal
{
    public override string Say(Words words) => Who is null
        ? $"“{Label}” holds something else by now; it is shown below. Put together what should stand, and save again."
        : $"{Who} saved something else under “{Label}” at {words.Time(At)}; it is shown below. "
            + "Put together what should stand, and save again.";
}

/// <summary>Something stood in these fields and nothing came: some clients leave out what was emptied, some what wasn't touched.</summary>
internal sealed record CameBackEmpty(params IReadOnlyList<string> Labels) : Refusal
{
    internal static CameBackEmpty Of(IEnumerable<Field> fields) => new([.. fields.Select(field => field.Label)]);

    public override string Say(Words words) =>
        $"Something stood under {string.Join(" and ", Labels.Select(label => $"“{label}”"))}, and it came back empty. Was it meant to be?";
}
