using System.Text.Json;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Tests.Protocols.Cards;

/// <summary>What Teams' clients send for each kind of input, and what the form makes of it.</summary>
public sealed class FormReadingTests
{
    private enum View { Joint, SingleAgency }

    private sealed record Form(
        string? Text, View? View, int? Count, DateOnly? On, TimeOnly? At, DateTimeOffset? Since, bool? Asked, bool Agreed,
        IReadOnlyList<string> Agencies, View[] Views);

    [Fact]
    public void A_filled_form_is_read_from_the_texts_that_clients_send()
    {
        var form = Read("""
            {"text":"a,b","view":"singleAgency","count":"3","on":"2026-11-26","at":"14:00","since":"2026-11-26T09:00:00Z",
             "asked":"true","agreed":"True","agencies":"police, health","views":"joint,singleAgency"}
            """);

        Assert.Equal(("a,b", View.SingleAgency, 3), (form.Text, form.View, form.Count));
        Assert.Equal((new DateOnly(2026, 11, 26), new TimeOnly(14, 0)), (form.On, form.At));
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero), form.Since);
        Assert.Equal((true, true), (form.Asked, form.Agreed));
        Assert.Equal(["police", "health"], form.Agencies);
        Assert.Equal([View.Joint, View.SingleAgency], form.Views);
    }

    [Fact]
    public void A_form_is_read_from_true_json_types_too()
    {
        var form = Read("""{"count":3,"asked":false,"agreed":true,"agencies":["a,b","c"],"at":"14:00:00"}""");

        Assert.Equal((3, false, true), (form.Count, form.Asked, form.Agreed));
        Assert.Equal(["a,b", "c"], form.Agencies);
        Assert.Equal(new TimeOnly(14, 0), form.At);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"view":null,"count":null,"on":null,"at":null,"since":null,"asked":null,"agencies":null,"views":null}""")]
    [InlineData("""{"view":"","count":"","on":"","at":" ","since":"","asked":"","agencies":"","views":","}""")]
    [InlineData("""{"verb":"a/save","msteams":{"type":"task/fetch"},"unheardOf":[1,{"x":2}]}""")]
    public void What_was_not_filled_in_is_null_and_a_list_is_empty(string sent)
    {
        var form = Read(sent);

        Assert.Equal((null, null, null, null, null, null), (form.View, form.Count, form.On, form.At, form.Since, form.Asked));
        Assert.False(form.Agreed);
        Assert.Empty(form.Agencies);
        Assert.Empty(form.Views);
    }

    [Fact]
    public void An_empty_text_stays_an_empty_text() => Assert.Equal("", Read("""{"text":""}""").Text);

    [Theory]
    [InlineData("cut \ufffd", """{"text":"cut \ud83d"}""")]
    [InlineData("cut \ufffd.", """{"text":"cut \uDE00."}""")]
    [InlineData("\ufffd😀", """{"text":"\ud83d\ud83d\ude00"}""")]
    [InlineData("\\ud83d \\\ufffd", """{"text":"\\ud83d \\\ud83d"}""")]
    public void Half_a_character_is_replaced_and_the_rest_is_kept(string text, string sent) => Assert.Equal(text, Read(sent).Text);

    [Theory]
    [InlineData("text", """{"text":7}""")]
    [InlineData("view", """{"view":"Zoë's secret"}""")]
    [InlineData("view", """{"view":"1"}""")]
    [InlineData("view", """{"view":1}""")]
    [InlineData("view", """{"view":"joint,singleAgency"}""")]
    [InlineData("count", """{"count":"three"}""")]
    [InlineData("count", """{"COUNT":"99999999999"}""")]
    [InlineData("on", """{"on":"26/11/2026"}""")]
    [InlineData("at", """{"at":"2pm"}""")]
    [InlineData("since", """{"since":"2026-11-26T09:00:00"}""")]
    [InlineData("since", """{"since":"2026-11-26"}""")]
    [InlineData("asked", """{"asked":"perhaps"}""")]
    [InlineData("agreed", """{"agreed":1}""")]
    [InlineData("agencies", """{"agencies":[1]}""")]
    [InlineData("agencies", """{"agencies":{"a":1}}""")]
    [InlineData("views", """{"views":"joint,Zoë's secret"}""")]
    [InlineData("(all)", """["Zoë's secret"]""")]
    [InlineData("(all)", "null")]
    [InlineData("(all)", """{"text":"a","Text":"Zoë's secret"}""")]
    public void A_value_of_the_wrong_kind_is_a_fault_that_names_the_field_and_nothing_else(string field, string sent)
    {
        var fault = Assert.Throws<FormFaultException>(() => Read(sent));

        Assert.Equal(field, fault.Field);
        Assert.Equal($"The form's field {field} can't be read.", fault.Message);
        Assert.Null(fault.InnerException);
    }

    [Fact]
    public void The_fields_of_a_button_come_back_as_they_were()
    {
        var form =
            new Form("it's", View.Joint, 0, new(2026, 11, 26), new(9, 5), new(2026, 11, 26, 9, 0, 0, TimeSpan.FromHours(1)), false, true,
                ["a", "b"], [View.SingleAgency]);

        var back = CardJson.Read<Form>(Actions.Send("Save", "a/save", form).Data);

        Assert.Equal(form with { Agencies = back.Agencies, Views = back.Views }, back);
        Assert.Equal(form.Agencies, back.Agencies);
        Assert.Equal(form.Views, back.Views);
    }

    private static Form Read(string json) => CardJson.Read<Form>(JsonDocument.Parse(json).RootElement);
}
