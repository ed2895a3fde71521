using StrategyBot.Rules;

namespace StrategyBot.Phases.Delivering;

/// <summary>The mail address of somebody whom theirs did not reach; what waits for them is sent to the new one.</summary>
internal sealed class AddressPart : IPart<AddressPart.Form>
{
    public const string Title = "Put a mail address right";

    public sealed record Form(string Case, string? Person = null, string? Mail = null) : ICaseForm;

    public static PartId Id => new("delivering/address");

    public static Capability Needs => Capability.Arrange;

    public static IReadOnlyList<string> Keys => ["person"];

    public static PartButton Button(Case @case, ParticipantId whom) => Id.Button(Title, new Form(@case.Ref.Value, whom.Value));

    public Refusal? Bars(FormPage page, Form asked) =>
        NotReached.Of(page.Whole).Count > 0 ? null : new CannotBe("Everybody is reached by the address that they have.");

    public Drawn Draw(FormPage page, Form asked)
    {
        var all = NotReached.Of(page.Whole);
        var meant = all.FirstOrDefault(one => one.Person.Id.Value == asked.Person) ?? all[0];
        return new(Title,
        [
            .. all.Select(one => new PlainText(one.Say())),
            PersonChoice.AtAGlance("person", "Whose", all.Select(one => one.Person), meant.Person.Id.Value),
            new TextInput("mail", "Their work mail address") { MaxLength = FormCard.Line, Value = meant.Person.Mail },
        ])
        {
            Preselected = ["person"],
        };
    }

    public Decision Decide(FormPage page, Form typed) => Decide(page.Whole, typed.Person, typed.Mail);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the address. What waits for them is sent again now");

    internal static Decision Decide(Case @case, string? whom, string? mail)
    {
        var person = NotReached.Of(@case).FirstOrDefault(one => one.Person.Id.Value == whom)?.Person;
        var read = MailAddress.Read(mail)?.Value;
        var other = read is null ? null : @case.Participants.FirstOrDefault(one => !one.IsTakenOff && one.Id != person?.Id
            && MailAddress.Same(one.Mail, read));
        return new Unsaid().If(person is null, "person", "Choose whose address it is.")
            .If(read is null, "mail", "Give a whole mail address.")
            .If(read is not null && MailAddress.Same(person?.Mail ?? "", read), "mail", "That is the address that did not reach them.")
            .If(other is not null, "mail", $"{other?.Name} has that address.").Why
            ?? (Decision)Decision.Of([new ParticipantAdded(person! with { Mail = read! }) { Meeting = @case.Meeting.Id }]);
    }
}
