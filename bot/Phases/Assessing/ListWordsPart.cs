namespace StrategyBot.Phases.Assessing;

/// <summary>What is answered for a whole list, in words: which records were checked, what is awaited, why it is not known.</summary>
internal sealed class ListWordsPart : IPart<ListWordsPart.Form>, IOnPaper
{
    public sealed record Form(string Case, string? Heading = null, string? Answer = null, string? Text = null, string? Marking = null)
        : ICaseForm;

    public static PartId Id => new("assessing/list-words");

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["answer", "text"]];

    public static SubmitAction Send(Case @case, Heading heading) => Id.Send("Say more", new Form(@case.Ref.Value, heading.Id));

    public string? Reading(Form asked) => Headings.Find(asked.Heading ?? "")?.Id;

    public Refusal? Bars(FormPage page, Form asked) => RowLists.Has(asked.Heading) || RowLists.Find(asked.Heading) is not null
        ? null
        : new NoSuchCase();

    public Drawn Draw(FormPage page, Form asked)
    {
        var heading = Headings.Find(asked.Heading!)!;
        var stands = HeadingsRule.Readable(page.Case, page.Me, heading.Id);
        return new(heading.Title,
        [
            new ChoiceSetInput("answer", "For the whole list",
                [.. Offered(heading).Select(option => new Choice(option.Label, option.Id))])
            {
                Style = ChoiceSetStyle.Expanded,
                Value = stands?.Answer.Kind switch
                {
                    AnswerKind.NothingHeld => Heading.NothingHeld,
                    AnswerKind.NotKnownYet => Heading.NotKnownYet,
                    _ => null,
                },
            },
            new TextInput("text", "Which records were checked, or what is awaited and from whom")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = stands?.Answer.Kind is AnswerKind.Known ? null : stands?.Answer.Text,
            },
            MarkingInput.For(page.Case, page.Me.Agency, stands?.Audience),
        ])
        {
            Preselected = stands is null ? [MarkingInput.Id] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        HeadingsRule.Readable(page.Whole, page.Me, typed.Heading!)?.Audience is var stands
        && MarkingInput.Said(page, typed.Marking, stands, typed.Text) is { } readers
            ? ListRowRule.Whole(page.Whole, page.Me, typed.Heading, typed.Answer, typed.Text ?? "", page.Seen, readers.Audience)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => EchoOf(page, kept.Typed.Heading!);

    public static Echo EchoOf(FormPage page, string id)
    {
        var heading = Headings.Find(id)!;
        return new(heading.Title,
        [
            .. page.Case.Meeting.Assessment.Of(id).Standing.Where(given => HeadingsRule.MayRead(page.Me, given))
                .Select(given => new PlainText(Shortened.To(FormCard.LongText, AnswerWords.Say(heading, given.Answer)))),
            new ActionSet(Send(page.Case, heading)),
        ]);
    }

    internal static IEnumerable<Heading.Option> Offered(Heading heading) =>
        heading.Options.Where(option => option.Id is Heading.NothingHeld or Heading.NotKnownYet);
}
