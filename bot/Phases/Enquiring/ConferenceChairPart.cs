using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Rules;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Enquiring;

/// <summary>Who chairs the conference (R101): found by name among our own people, or by address. They are on the case from then on, and
/// read minutes, plan and report (P40).</summary>
internal sealed class ConferenceChairPart(Users users) : IPart<ConferenceChairPart.Form>, IAsksAbout<ConferenceChairPart.Form>
{
    private const string Nobody = "Nobody of our own organisation is called so. Check the name, or give the mail address.";

    private FoundPeople found = FoundPeople.NotAsked;

    public sealed record Form(
        string Case, string? Child = null, string? Name = null, string? Mail = null, string? Whom = null) : ICaseForm;

    public static PartId Id => new("enquiring/conference-chair");

    public static Capability Needs => Capability.KeepEnquiry;

    public static IReadOnlyList<string> Keys => ["child"];

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["name", "whom", "mail"]];

    public static PartButton Button(Case @case, string child) => Id.Button("Assign the conference chair", new Form(@case.Ref.Value, child));

    public async Task AskAboutAsync(Form typed, Patience patience, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(typed.Mail) && PersonName.Words(typed.Name).Count > 0)
        {
            found = await patience.AskAsync(
                async token => new FoundPeople(
                    [.. (await users.FindAsync(typed.Name!, token)).Select(user =>
                        new FoundPerson(user.ObjectId, user.Name, user.JobTitle, user.Department, user.Mail))],
                    IsKnown: true),
                () => FoundPeople.NotAsked, cancellationToken);
        }
    }

    public Refusal? Bars(FormPage page, Form asked) => EnquiryStepRule.WhyNot(page.Whole, asked.Child, Pipeline.Chair)
        ?? (Step(page) is { } step && !StepHolders.MayDo(page.Whole, page.Me, step)
            ? new AnothersStep(step, StepHolders.Say(page.Whole, step)) : null);

    public Drawn Draw(FormPage page, Form asked) => new($"Who is the {Called(page)}?",
    [
        .. ChildChoice.For(page.Case, asked.Child),
        new TextInput("name", "Their name, or a part of it")
        {
            MaxLength = FormCard.Line,
            Value = Stands(page, asked)?.Name,
        },
        .. found.Choice(),
        new TextInput("mail", "Or their mail address, if the name isn't found") { MaxLength = FormCard.Line },
    ])
    {
        Saves = [new("Assign")],
        Frame = "Conference chair",
    };

    public Decision Decide(FormPage page, Form typed)
    {
        if (string.IsNullOrWhiteSpace(typed.Mail))
        {
            if (PersonName.Words(typed.Name).Count == 0)
            {
                return new CannotBe("Give their name.") { Field = "name" };
            }

            if (string.IsNullOrEmpty(typed.Whom) && typed.Name!.Trim() == Stands(page, typed)?.Name)
            {
                return Decision.Already;
            }

            var (one, why) = found.Meant(typed.Name!.Trim(), typed.Whom, Nobody);
            return one is null ? why!
                : EnquiryStepRule.Assign(page.Whole, page.Me, typed.Child, one.Name, one.Mail, Titled(page));
        }

        return EnquiryStepRule.Assign(page.Whole, page.Me, typed.Child, typed.Name, typed.Mail, Titled(page));
    }

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new($"{Shortened.Name(Stands(page, kept.Typed)?.Name ?? "they")}: {Called(page)}, told in the morning");

    public PartButton? Next(FormPage page, Kept<Form> kept) => EnquiryPage.Button(page.Case);

    private static string Called(FormPage page) => page.Whole.Profile.Labels.ConferenceChair.Text;

    private static string Titled(FormPage page) => Called(page) is var title ? char.ToUpperInvariant(title[0]) + title[1..] : "";

    private static PipelineStep? Step(FormPage page) =>
        Pipeline.Of(page.Whole.Profile).FirstOrDefault(step => step.Id == Pipeline.Chair);

    private static Participant? Stands(FormPage page, Form asked) =>
        EnquiryStepRule.Meant(page.Case, asked.Child).Select(one => one.Work.Chair?.Fact.Participant).Distinct().ToList()
            is [{ } only] ? page.Case.Find(only) : null;
}
