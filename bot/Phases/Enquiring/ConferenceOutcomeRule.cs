namespace StrategyBot.Phases.Enquiring;

/// <summary>What a conference decided (R113). Pure.</summary>
internal static class ConferenceOutcomeRule
{
    /// <summary>Waits for somebody to say it.</summary>
    public static bool IsAsked(ChildEnquiry enquiry) => enquiry.Work is { Held: not null, Outcome: null };

    public static Refusal? WhyNot(Case @case, string? child) => EnquiryStepRule.WhyNot(@case, child)
        ?? (EnquiryStepRule.Meant(@case, child).Any(one => one.Work.Held is not null) ? null
            : new CannotBe("Say first that the conference was held."));

    public static Decision Say(Case @case, string? child, YesNo? plan, string? category, string? words)
    {
        if (WhyNot(@case, child) is { } not)
        {
            return not;
        }

        var text = words?.Trim() ?? "";
        var chosen = HarmCategory.Read(category);
        return new Unsaid().If(plan is null, "plan", "Say whether the child has a child protection plan.")
            .If(plan == YesNo.Yes && chosen.Length == 0, "category", "Choose the category of harm.")
            .If(plan == YesNo.No && chosen.Length > 0, "category", "Without a plan there is no category: leave it out.")
            .Text("words", text, plan == YesNo.No ? "Say what follows without a plan." : "Say how the family gets the outline plan.",
                FormCard.Line).Why
            ?? (Decision)Decision.Of(
            [
                .. from enquiry in EnquiryStepRule.Meant(@case, child)
                   where enquiry.Work.Held is not null
                   let said = new ConferenceOutcomeSaid(plan!.Value, chosen, text)
                   {
                       Child = enquiry.Child.Id,
                       Audience = EnquiryStepRule.Readers,
                   }
                   where enquiry.Work.Outcome?.Fact != said
                   select (Fact)said,
            ]);
    }

    /// <summary><c>A child protection plan, under neglect.</c></summary>
    public static string Words(ConferenceOutcomeSaid said) => said.Plan == YesNo.No ? "No child protection plan."
        : $"A child protection plan, under {HarmCategory.InList(said.Category)}.";
}
