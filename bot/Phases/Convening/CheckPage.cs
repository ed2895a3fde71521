using System.Security.Cryptography;
using System.Text;

namespace StrategyBot.Phases.Convening;

/// <summary>Every answer before anybody is invited, with the way to change each, and the button that calls the meeting.</summary>
internal sealed class CheckPage : IPage<CaseForm>
{
    // So many names stand on a card; the lists have all.
    private const int MostNames = 12;

    public static PartId Id => new("convening/check");

    public static Capability Needs => Capability.Arrange;

    public Refusal? Bars(FormPage page, CaseForm asked) => TimeRule.Uncallable(page.Case);

    public Drawn Draw(FormPage page, CaseForm asked)
    {
        var @case = page.Case;
        var open = StepRule.All(@case).FirstOrDefault(one => one.IsOpen && one.Step is not Step.Check);
        return ConveningDrawing.Of(page, Step.Check,
        [
            new TextBlock("Nobody is invited yet."),
            .. @case.IsFurther ? Group("Why, and by when", Again(page))
                :
                [
                    .. Group(page, "Why, and by when", Step.Urgent, Why(page)),
                    .. Group(page, "How it is held, and the cause", Step.Setting, Setting(@case)),
                ],
            .. Group(page, "Children, adults, social worker", Step.People, People(@case, page.Words)),
            .. Group(page, "Who is invited, and when", Step.Invitees, Invited(page)),
        ]) with
        {
            Saves = [],
            Beside = @case.Meeting.Room.Planned is null
                ? [open.Step.Part(@case).Send($"Next: {open.Step.Title()}", asked)]
                : [CallMeeting.Button(page)],
        };
    }

    /// <summary>Every answer as one word: whoever calls the meeting names the answers that they checked.</summary>
    public static string Checked(FormPage page)
    {
        var whole = page with { View = page.View with { Case = page.Whole } };
        IEnumerable<(string What, string Said)> lines =
        [
            .. page.Whole.IsFurther ? Again(whole) : [.. Why(whole), .. Setting(page.Whole)],
            .. People(page.Whole, page.Words), .. Invited(whole),
        ];
        var people = page.Whole.Invited.Select(person => $"{person.Id.Value} {person.Mail}");
        var text = string.Join('\n', lines.Select(line => $"{line.What}: {line.Said}").Concat(people));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    private static IReadOnlyList<CardElement> Group(string title, IEnumerable<(string What, string Said)> lines) =>
    [
        new TextBlock(title) { Weight = TextWeight.Bolder, Separator = true },
        .. lines.Where(line => line.Said.Length > 0).Select(line =>
            new PlainText($"{line.What}: {Shortened.To(FormCard.Line, line.Said)}") { Spacing = Spacing.None }),
    ];

    private static IReadOnlyList<CardElement> Group(
        FormPage page, string title, Step first, IEnumerable<(string What, string Said)> lines) =>
    [
        .. Group(title, lines),
        new ActionSet(first.Part(page.Case).Send($"Change: {title.ToLowerInvariant()}", CaseForm.Of(page.Case))),
    ];

    /// <summary>Of a further meeting: what it is for.</summary>
    private static IEnumerable<(string What, string Said)> Again(FormPage page)
    {
        var opened = page.Case.Meeting.Opened?.Fact;
        yield return ("What it is", opened?.Purpose is { } purpose ? WordTables.MeetingPurpose.InForm(purpose) : "");
        yield return ("Why you meet again", opened?.Reason ?? "");
        yield return ("To be held by", opened?.By is { } by ? page.Words.Date(by) : "");
        yield return ("Who chairs", Shortened.Name(page.Case.Chair.Name));
    }

    private static IEnumerable<(string What, string Said)> Why(FormPage page)
    {
        var (@case, words) = (page.Case, page.Words);
        var (given, questions) = (@case.Circumstances!, @case.Profile.Questions);
        yield return ("First question", @case.Urgent switch
        {
            { Answer: YesNo.No } no => $"No. {no.Reason}",
            { Answer: YesNo.Yes } yes =>
                $"Yes. {string.Join(" ", questions.Urgent.Where(one => yes.Which.Contains(one.Id)).Select(one => one.Text))}",
            _ => "Not answered, so the same day",
        });
        yield return ("What has come up", string.Join("; ",
            questions.Circumstances.Where(one => given.Circumstances.Contains(one.Id)).Select(one => one.Text).Append(given.Other)
                .Where(text => text.Length > 0)));
        yield return ("Concern first identified", Said(given.ConcernIdentifiedAt, given.ConcernToConfirm, words));
        yield return ("Referral received", Said(given.ReferralReceivedAt, given.ReferralToConfirm, words));
        yield return ("Referred by", given.Referrer?.Name()
            ?? (given.ReferredPrivately is { } one ? WordTables.PrivateReferrer.InForm(one) : "Not known"));
        yield return ("Category", Headings.All.First(heading => heading.Id == "category").Options
            .FirstOrDefault(option => option.Id == given.Category)?.Label ?? "");
        yield return ("What changes the limit", string.Join("; ",
            Features.About.Concat(Features.Actions).Where(one => given.Has(one.Id)).Select(one => one.Text)));
        yield return ("Immediate action", given.ImmediateActionAt is { } acted ? Said(acted, given.ActionToConfirm, words) : "");
        yield return ("The longer limit, because", given.LimitReason);
    }

    private static string Said(DateTimeOffset at, bool? toConfirm, Words words) =>
        toConfirm == true ? $"{words.Date(words.LocalDate(at))}, time to be confirmed" : words.When(at);

    private static IEnumerable<(string What, string Said)> Setting(Case @case)
    {
        var given = @case.Circumstances!;
        yield return ("Who decides to hold it, and chairs", string.Join(", ", new[] { @case.Chair.Name, @case.Chair.JobTitle }
            .Where(part => part.Length > 0).Select(Shortened.Name)));
        yield return ("How it is held", WordTables.MeetingMode.InForm(given.Mode));
        yield return ("Area", string.Join(", ", new[] { given.Area, given.Authority ?? "" }.Where(part => part.Length > 0)));
        yield return ("Reasonable cause", given.Reason.Length > 0 ? given.Reason : "Not written yet");
        yield return ("Done at once", @case.WhatNow?.Fact.Text ?? "");
    }

    private static IEnumerable<(string What, string Said)> People(Case @case, Words words)
    {
        yield return ("Children", Names(@case.Children.Select(child => Shortened.Name(child.Details.Name)
            + (child.Details.BornOrDue is { } on ? $" ({(child.Details.Unborn ? "due" : "born")} {words.Date(on)})" : ""))));
        yield return ("Adults", Names(@case.Adults.Select(adult => Shortened.Name(adult.Details.Name)
            + (adult.Details.Relation.Length > 0 ? $" ({Shortened.Name(adult.Details.Relation)})" : ""))));
        yield return ("Social worker", Names(@case.Invited.Where(one => one.Roles.Contains(Role.SocialWorker)).Select(one =>
            Shortened.Name(one.Name))) is { Length: > 0 } known ? known : "Not known yet");
    }

    private static IEnumerable<(string What, string Said)> Invited(FormPage page)
    {
        var (@case, words) = (page.Case, page.Words);
        foreach (var agency in @case.Invited.GroupBy(person => person.Agency).OrderBy(group => group.Key))
        {
            yield return (agency.Key.Name(), Names(agency.Select(person => Shortened.Name(person.Name))));
        }

        if (@case.Meeting.Room.Planned is not { } planned)
        {
            yield return ("When", "Not said yet");
            yield break;
        }

        yield return ("When", $"{words.When(planned.StartsAt)} to {words.Time(planned.EndsAt)}");
        yield return ("Later than the limit, because", WordTables.Late(planned.LateCause, planned.LateReason));
        yield return ("This chair, because", planned.ChairReason ?? "");
    }

    private static string Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join(", ", all.Take(MostNames)) + (all.Count > MostNames ? $" and {all.Count - MostNames} more" : "");
    }
}

/// <summary>Calls the meeting as it was checked: from here the invitations are owed.</summary>
internal sealed class CallMeeting : IAct<CallMeeting.Form>
{
    private static readonly CannotBe Changed = new("Somebody changed an answer while you checked. Look again, and then call it.");

    /// <param name="Checked">The answers that were shown; a card of an earlier release says none.</param>
    public sealed record Form(string Case, string? Checked = null) : ICaseForm;

    public static string Verb => "convening/call";

    public static Capability Needs => Capability.Arrange;

    public static SubmitAction Button(FormPage page) =>
        Actions.Send("Call the meeting and invite", Verb, new Form(page.Case.Ref.Value, CheckPage.Checked(page))) with
        {
            AssociatedInputs = AssociatedInputs.None,
        };

    public Decision Decide(FormPage page, Form pressed) =>
        HasChanged(page, pressed) ? Changed : TimeRule.Call(page.Whole, page.Now, page.Words);

    /// <summary>What was called: when, by which limit, and who is told.</summary>
    public Echo Saved(FormPage page, Kept<Form> kept)
    {
        var (convened, words, count) = (page.Case.Meeting.Room.Convened!, page.Words, page.Case.Invited.Count());
        var (limit, due) = (words.When(convened.HoldBy), MeetingDue.Of(page.Whole, page.Now).Due);
        // As it was judged when it was called: the rule, and behind the stroke who set it.
        var rule = CardText.Plain(convened.HoldByRule.Replace($" – {due.Source.Guide}", "", StringComparison.Ordinal));
        return new("the meeting is called",
        [
            new TextBlock($"**{words.When(convened.StartsAt)}** to {words.Time(convened.EndsAt)}. Hold by {limit} ({rule})."),
            new TextBlock(page.Case.HappenedAlready
                ? $"{count} people are on the list. They are told that it is being written down."
                : $"{count} people are invited by calendar and mail now. Nothing in it says what it is about."),
            .. SourceNote.Of(due),
        ]);
    }

    public PartButton? Back(FormPage page, Form pressed) => page.Case.Meeting.IsConvened ? null
        : HasChanged(page, pressed) ? Step.Check.Button(page.Case)
        : (page.Case.Children.Count == 0 ? Step.People : Step.Time).Button(page.Case);

    private static bool HasChanged(FormPage page, Form pressed) =>
        !page.Case.Meeting.IsConvened && pressed.Checked is { } seen && seen != CheckPage.Checked(page);
}
