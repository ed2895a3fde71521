using System.Text.Json.Nodes;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Convening;
using StrategyBot.Phases.Planning;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Forms;

/// <summary>Cards that were open when their form was made shorter: nothing that stands in them is lost without a word.</summary>
public sealed class OldCardTests : IDisposable
{
    private readonly PartHost host = new(PartHost.FakeOutside);

    public void Dispose() => host.Dispose();

    [Theory]
    [InlineData("person", "nhsNumber", "943 476 5919", "Nhs number")]
    [InlineData("why", "other", "A neighbour rang.", "Other")]
    [InlineData("action", "ifThisFails", "The aunt is rung.", "If this fails")]
    [InlineData("position", "sinceDate", "2026-11-24", "Since date")]
    [InlineData("position", "sinceTime", "08:15", "Since time")]
    public async Task What_a_form_asked_in_the_last_release_comes_back_with_what_it_was(string form, string id, string typed, string name)
    {
        var opened = await OpenAsync(form);

        var answer = await opened.PressAsync(Walk.Saving(opened)!.Title, (id, typed));

        Assert.Contains($"“{name}” is not asked on this form any more.", answer.Text);
        Assert.Contains(typed, answer.Text);
        Assert.DoesNotContain("not asked on this form any more", (await answer.PressAsync(Walk.Saving(answer)!.Title)).Text);
    }

    [Theory]
    [InlineData("person", "nhsNumber", "9434765919")]
    [InlineData("why", "other", "A neighbour rang.")]
    [InlineData("action", "ifThisFails", "The aunt is rung.")]
    [InlineData("position", "sinceDate", "2026-11-24")]
    [InlineData("limit", "sinceDate", "2026-11-24")]
    public async Task What_a_card_of_before_all_forms_were_parts_brings_is_saved_or_comes_back(string form, string id, string typed)
    {
        var opened = await OpenAsync(form);
        var sent = opened.Sent(Walk.Saving(opened)!.Title,
            ("name", "Ash Lindley"), ("what", "Ring the ward."), ("owner", Tom.Id.Value), ("due", "other"), ("at", "tomorrow 12:00"),
            ("purpose", "To know."), ("where", "Ward 4"), (id, typed));
        var state = sent[FormState.Key]!;
        sent.Remove(FormState.Key);
        foreach (var (key, value) in state["asked"]!.AsObject())
        {
            sent[key] ??= value?.DeepClone();
        }

        foreach (var gone in sent.Where(field => !opened.Inputs.Any(input => input.Id == field.Key) && field.Key != id
            && !state["asked"]!.AsObject().ContainsKey(field.Key)).Select(field => field.Key).ToList())
        {
            sent.Remove(gone);
        }

        var answer = await host.PressAsync(Priya, Walk.Saving(opened)!.Verb!, sent);

        var stands = FoldedCase.Text(await host.Clerk.LoadAsync(Id, default));
        Assert.True(
            stands.Contains(typed, StringComparison.Ordinal) || answer.Text.Contains(typed, StringComparison.Ordinal), answer.Text);
    }

    [Fact]
    public async Task What_its_button_brought_along_is_nobodys_words()
    {
        await host.Cases.HaveAsync(AConvenedCase());

        var saved = await host.PostAsync(Priya, ContingencyPart.Id.Save, ("text", "The aunt takes them."), ("half", 1), ("seen", "12"),
            ("marking", "professionals"), ("page", 2), ("handover", "false"));

        Assert.DoesNotContain("not asked on this form any more", saved.Text);
        Assert.Equal("The aunt takes them.", (await host.Clerk.LoadAsync(Id, default)).Meeting.Plan.Contingency!.Fact.Text);
    }

    [Fact]
    public async Task A_card_that_is_sent_twice_is_answered_alike_and_writes_once()
    {
        var opened = await OpenAsync("action");
        JsonObject Sent() => opened.Sent("Save", ("ifThisFails", "The aunt is rung."));
        var one = await host.PressAsync(Priya, opened.Verb("Save"), Sent(), "same");
        var other = await host.PressAsync(Priya, opened.Verb("Save"), Sent(), "same");
        Assert.Equal(one.Text, other.Text);

        JsonObject Again() => one.Sent("Save", ("what", "Ring the ward."), ("owner", Tom.Id.Value), ("due", "other"),
            ("at", "tomorrow 12:00"), ("purpose", "To know."));
        Assert.Contains("Saved 14:05", (await host.PressAsync(Priya, one.Verb("Save"), Again(), "again")).Text);
        var version = (await host.Clerk.LoadAsync(Id, default)).Version;
        Assert.Contains("Saved 14:05", (await host.PressAsync(Priya, one.Verb("Save"), Again(), "again")).Text);
        Assert.Equal(version, (await host.Clerk.LoadAsync(Id, default)).Version);
    }

    [Fact]
    public void The_first_question_brings_it_back_too()
    {
        var sent = CardJson.Read<FirstQuestion.Form>(CardJson.Data(FirstQuestion.Verb,
            new { Ticket = "ticket", Answer = "no", Reason = "Seen by the GP.", Marking = "professionals", Other = "A neighbour rang." }));

        Assert.Equal(("other", "A neighbour rang."), sent.Gone.Select(text => (text.Key, text.Value)).Single());
        var back = FirstQuestion.Ask(ProcedureProfiles.Default, sent, "“Other” is not asked.").Card;
        var carried = Field.All(back.Body).Single(field => field.Shown == "A neighbour rang.");
        Assert.Empty(GoneInputs.Said([KeyValuePair.Create<string, JsonNode?>(carried.Id, carried.Shown)]));
    }

    private async Task<PartHost.Screen> OpenAsync(string form)
    {
        await host.Cases.HaveAsync(form is "person" or "why"
            ? Begun.ACaseWithAChild()
            : AConvenedCase().By(Priya).Fact(new PositionRecorded(
                "Ward 4", "Nurses", "", SafetyBasis.PoliceProtection, Dates.Local("2026-11-25 10:00"), null, "")
            {
                Meeting = FirstMeeting,
                Child = Child1,
            }));
        var @case = await host.Clerk.LoadAsync(Id, default);
        return await host.OpenAsync(Priya, form switch
        {
            "person" => PersonPart.Id.Button("", new PersonPart.Form(Id.Value, New: PersonPart.Child)),
            "why" => WhyPart.Id.Button("", new WhyPart.Form(Id.Value)),
            "action" => new PartButton("", "planning/action", CaseForm.Of(@case)),
            "position" => PositionPart.Button(@case, @case.Children[0]),
            _ => LimitPart.Button(@case, @case.Children[0]),
        });
    }
}
