using StrategyBot.Conversations;
using StrategyBot.Phases;
using StrategyBot.Records;

namespace StrategyBot.Hub;

/// <summary>How cases stand: a line each, or one case in full. In a meeting chat only the stage and the counts (P10).</summary>
internal sealed class StatusCommand(Clerk clerk, CommandCase command, PhaseList phases, Words words, TimeProvider clock) : ICommand
{
    // With all the rest they still fit on a card; the older are found by their reference.
    private const int MostClosed = 10;

    public static string Word => "status";

    public static string Help => "`status` – how your cases stand; `status SB-2026-014 Heron` – one case in full";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken)
    {
        var found = await command.FindAsync(rest, turn, Capability.SeeCase, null, cancellationToken);
        var closed = turn.At.Kind == PlaceKind.MeetingChat || rest.Trim().Length > 0 ? [] : Closed(found.Closed, turn);
        return found switch
        {
            Found.None { Because: NothingFits } when closed.Count > 0 =>
                new Reply.Show("Status", FormCard.Of("Your cases", null, closed)),
            Found.One one when turn.At.Kind == PlaceKind.MeetingChat => new Reply.Show("Status", HubCard.For(one.View.Whole, words)),
            Found.One one => Whole(one.View, turn, closed),
            Found.Several several => new Reply.Show("Status", Overview(several, turn, closed)),
            Found.None none => new Reply.Say(none.Because.Say(words)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private Reply.Show Whole(CaseView view, Turn turn, IReadOnlyList<TextBlock> closed)
    {
        clerk.NoteShown(turn.Asker(), view.Case.Id, "hub/status");
        return new Reply.Show("Status", ClosedCase.Of(view.Case, words) is { } drawn
            ? FormCard.Of(drawn)
            : StatusCard.For(view, phases, words, clock.GetUtcNow(), closed));
    }

    /// <summary>What was considered and closed without a meeting is never lost (P39). What was begun by mistake is in no list.</summary>
    private IReadOnlyList<TextBlock> Closed(IReadOnlyList<CaseView> closed, Turn turn)
    {
        var considered = closed
            .Where(view => view.Case.Closed!.Fact is NoMeetingDecided && view.Reader.May(Capability.ReadContent))
            .OrderByDescending(view => view.Case.Closed!.At).Take(MostClosed).ToList();
        considered.ForEach(view => clerk.NoteShown(turn.Asker(), view.Case.Id, "hub/cases"));
        return
        [
            .. considered.Select((view, at) => new TextBlock(ClosedCase.Line(view.Case, view.Case.Closed!, words))
            {
                IsSubtle = true,
                Separator = at == 0,
            }),
        ];
    }

    private string State(CaseView view) => view.Case.Meeting switch
    {
        { Attendance.CompletedAt: not null } => "record complete",
        { IsConvened: false } => "not called yet",
        _ => $"{phases.Gaps(view.Whole).Count} still to answer",
    };

    private AdaptiveCard Overview(Found.Several several, Turn turn, IReadOnlyList<TextBlock> closed)
    {
        foreach (var view in several.Views)
        {
            clerk.NoteShown(turn.Asker(), view.Case.Id, "hub/cases");
        }

        return FormCard.Of("Your cases", null,
        [
            .. several.Views.Select(view => (View: view, Lines: phases.StatusOfAll(view, clock.GetUtcNow())))
                .OrderBy(row => row.Lines.Count == 0 ? int.MaxValue : row.Lines[0].Urgency)
                .Select(row =>
                    new TextBlock(
                        $"**{row.View.Case.Id} {row.View.Case.CheckWord}** · {HubFace.Of(row.View.Whole, words).Stage} · "
                            + State(row.View))),
            .. LeftOut.Line(several.LeftAlone),
            .. closed,
            new TextBlock("Type **status** with a reference and its word to see one of them.") { IsSubtle = true },
        ]);
    }
}

internal static class StatusCard
{
    // With all the rest they still fit on a card.
    private const int MostReasons = 10;

    /// <param name="besides">Lines of other cases below.</param>
    public static AdaptiveCard For(
        CaseView view, PhaseList phases, Words words, DateTimeOffset now, IReadOnlyList<TextBlock>? besides = null)
    {
        var face = HubFace.Of(view.Whole, words);
        var lines = phases.StatusOfAll(view, now);
        return FormCard.Of(face.Title, null,
            [
                new TextBlock($"{face.Stage} · {face.When}"),
                new TextBlock(face.Core),
                .. lines.Select(line => new TextBlock(CardText.Plain(line.Brief(words)))
                {
                    Weight = line.Urgency == 0 ? TextWeight.Bolder : TextWeight.Default,
                }),
                new TextBlock(MissingDrawing.Said(view, phases, words)) { IsSubtle = true },
                .. ClockLines.For(view, words, now),
                .. SourceNote.Of("sources", lines.Select(line => line.Limit).Concat(CaseClocks.For(view).Select(clock => clock.Due))),
                .. Reasons(phases.Reasons(view)),
                .. Gone(view.Whole, words),
                .. besides ?? [],
            ],
            [
                Actions.Send("Open my part", OpenMyPart.Verb, CaseForm.Of(view.Case)),
                .. TryAgain.Button(view, phases, now),
            ]);
    }

    /// <summary>In short; the minutes have each of them whole.</summary>
    private static IEnumerable<CardElement> Reasons(IReadOnlyList<string> reasons)
    {
        if (reasons.Count > 0)
        {
            yield return new TextBlock("Limit and reasons") { Weight = TextWeight.Bolder, Separator = true };
        }

        foreach (var reason in reasons.Take(MostReasons))
        {
            yield return new PlainText(Shortened.To(2 * FormCard.Line, reason));
        }

        if (reasons.Count > MostReasons)
        {
            yield return new TextBlock($"And {reasons.Count - MostReasons} more: the minutes have them all.") { IsSubtle = true };
        }
    }

    /// <summary>What was sealed or deleted is a gap that everybody sees (P16).</summary>
    private static IEnumerable<TextBlock> Gone(Case @case, Words words) => @case.Gone.IsEmpty ? [] :
    [
        new TextBlock("Entries whose words were sealed or deleted, so that they are missing wherever they stood: "
            + $"{string.Join("; ", @case.Gone.Select(gone => $"line {gone.Seq}, {words.When(gone.At)}"))}.")
        {
            Weight = TextWeight.Bolder,
        },
    ];
}

/// <summary>Has what was refused outside tried again at once: an address was mended, or the administrator says that it works.</summary>
internal sealed class TryAgain(PhaseList phases) : IAct<CaseForm>
{
    public static string Verb => "hub/try-again";

    public static Capability Needs => Capability.Arrange;

    /// <summary>Only where something waits, for whoever may arrange.</summary>
    public static IReadOnlyList<CardAction> Button(CaseView view, PhaseList phases, DateTimeOffset now) =>
        view.Reader.May(Needs) && phases.Refused(view.Whole, now).Count > 0
            ? [Actions.Send("Try again", Verb, CaseForm.Of(view.Case)) with { AssociatedInputs = AssociatedInputs.None }]
            : [];

    public Decision Decide(FormPage page, CaseForm pressed) => Decision.Of(
        phases.Refused(page.Whole, page.Now).Where(refused => !page.Whole.Effects[refused.Key].IsAskedAgain)
            .Select(refused => (Fact)new EffectAskedAgain(refused.Key)).ToArray());

    public Echo Saved(FormPage page, Kept<CaseForm> kept) => new("what was refused is tried again now; status says how it went");
}
