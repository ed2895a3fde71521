namespace StrategyBot.Phases.Assessing;

/// <summary>The rules of an answer that is awaited (P14). Pure.</summary>
internal static class AwaitedRule
{
    /// <summary>Whoever brings it, whoever said that it isn't known, and whoever fills the form.</summary>
    public static bool MaySay(Participant me, Awaited one) => me.May(Capability.FillForm) || me.Id == one.From.Id || me.Is(one.Given.By);

    /// <param name="heading">Under which it is awaited.</param>
    /// <param name="from">Who brings it.</param>
    public static Decision Say(
        Case @case, Participant me, string? heading, AwaitedState? state, string? from, DateTimeOffset? due, string? note,
        DateTimeOffset now, Readers readers)
    {
        var why = (note ?? "").Trim();
        if (Awaited.Find(@case, heading) is not { } one)
        {
            return new NotAwaited();
        }

        if (!MaySay(me, one))
        {
            return new NotYourPart();
        }

        var whom = @case.Participants.FirstOrDefault(person => person.Id.Value == from);
        return state is not { } said ? new CannotBe("Say how it stands.") { Field = "state" }
            : why.Length > FormCard.LongText ? new TooLong(FormCard.LongText) { Field = "note" }
            : said == AwaitedState.NotNeeded && why.Length == 0 ? new CannotBe("Say why it is no longer needed.") { Field = "note" }
            : readers.WhyNot("That note", one.Said?.By, one.Said?.Fact.Audience) is { } widens ? widens
            : said != AwaitedState.Awaited ? new AwaitedSaid(one.Heading.Id, said, why)
            {
                Meeting = @case.Meeting.Id,
                Audience = readers.Audience,
            }
            : whom is null ? new CannotBe("Choose who brings it.") { Field = "from" }
            : due is not { } at ? new CannotBe("Say when it is expected.") { Field = "dueDate" }
            : at < now && at != one.DueAt ? new CannotBe("That has passed. Choose a time that lies ahead.") { Field = "dueDate" }
            : (whom.Id, at, why) == (one.From.Id, one.DueAt, one.Said?.Fact.Note ?? "")
                && readers.Audience == (one.Said?.Fact.Audience ?? readers.Audience) ? Decision.Already
            : new AwaitedSaid(one.Heading.Id, said, why)
            {
                Meeting = @case.Meeting.Id,
                Audience = readers.Audience,
                From = whom.Id,
                DueAt = at,
            };
    }

    /// <summary><c>Awaited from Sam Whitlock, Detective Sergeant, Police by Fri 27 Nov 2026, 17:00</c>.</summary>
    public static string Say(Awaited one, Words words) => $"Awaited from {one.From.Described} by {words.When(one.DueAt)}";

    /// <summary>Where what came is typed.</summary>
    public static PartButton? Answers(FormPage page, Heading heading) =>
        RowLists.Find(heading.Id) is not null && page.Me.May(ListWordsPart.Needs) ? ListPage.Button(page.Case, heading, all: true)
        : heading.Id == RowLists.EnquiryPlan ? EnquiryPlanPage.Button(page.Case)
        : Headings.BlocksOf(page.Whole).FirstOrDefault(block => block.Headings.Contains(heading)) is { } block
            && AskedOf.MayFill(page.Me, block) ? HeadingsPart.Button(page.Case, block)
        : page.Me.May(InformationPart.Needs) ? InformationPart.Button(page.Case)
        : null;
}
