using StrategyBot.Conversations;

namespace StrategyBot.PartnerLinks;

/// <summary>Asks a duty inbox who of its agency will attend; whoever is named gets a link of their own.</summary>
/// <remarks>Everybody who reads that inbox may see it, so it holds the reference and the time (P11).</remarks>
internal sealed class WhoAttendsPart : IPart<WhoAttendsPart.Form>, IAsksAbout<WhoAttendsPart.Form>
{
    private const string Title = "Who will attend?";

    private Form? sent;

    /// <param name="IsRight">The address is theirs, though somebody else has it here.</param>
    public sealed record Form(
        string Case, string? Name = null, string? Mail = null, string? JobTitle = null, string? Phone = null,
        bool? IsRight = null) : ICaseForm;

    public static PartId Id => new("links/who-attends");

    public static Capability Needs => Capability.NameAttendee;

    public Task AskAboutAsync(Form typed, Patience patience, CancellationToken cancellationToken)
    {
        sent = typed;
        return Task.CompletedTask;
    }

    public Drawn Draw(FormPage page, Form asked)
    {
        var when = page.Case.Meeting.Room.Convened is { } convened ? $" · {page.Words.When(convened.StartsAt)}" : "";
        return new(Title,
        [
            new TextBlock($"{page.Case.Id} {page.Case.CheckWord}{when}"),
            // Whoever was named has taken the inbox's place.
            new TextBlock(page.Me.IsInvited
                ? "Name the person of your agency who will take part. What it is about opens to them alone."
                : "Name somebody else too, if two of you will take part.") { IsSubtle = true },
            new TextInput("name", "Their name") { MaxLength = FormCard.Line },
            new TextInput("mail", "Their own mail address") { MaxLength = FormCard.Line },
            new TextInput("jobTitle", "Their job title") { MaxLength = FormCard.Line },
            new TextInput("phone", "Their telephone number") { MaxLength = FormCard.Line },
        ])
        {
            Saves =
            [
                new("Send them their own link"),
                .. WhoAttendsRule.IsTaken(page.Whole, page.Me, sent)
                    ? (IReadOnlyList<Save>)[new("The address is right: ask the chair", new { IsRight = true })]
                    : [],
            ],
        };
    }

    public Decision Decide(FormPage page, Form typed) => WhoAttendsRule.Name(page.Whole, page.Me, typed);

    public Echo Saved(FormPage page, Kept<Form> kept) => kept.Facts.OfType<UnknownAnswered>().Any()
        ? new($"the chair is asked about {WhoAttendsRule.Line(kept.Typed.Name)}")
        : new($"a link of their own is on its way to {WhoAttendsRule.Line(kept.Typed.Name)}");

    /// <summary>For somebody else, if two of them come.</summary>
    public PartButton Next(FormPage page, Kept<Form> kept) => Id.Button(Title, CaseForm.Of(page.Case));
}
