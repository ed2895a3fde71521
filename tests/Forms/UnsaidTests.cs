using StrategyBot.Cases;
using StrategyBot.Forms;

namespace StrategyBot.Tests.Forms;

/// <summary>Whoever saves half a form hears at once of all that is missing.</summary>
public sealed class UnsaidTests
{
    [Fact]
    public void All_of_it_is_said_with_its_fields_in_the_order_of_the_form()
    {
        var several = Assert.IsType<Several>(new Unsaid().If(true, "kind", "Choose which it is.").Text("what", "", "Say what happened.")
            .Text("line", "long", null, most: 3).If(false, "day", "That day lies ahead.").Why);

        Assert.Equal(["kind", "what", "line"], several.All.Select(why => why.Field));
    }

    [Fact]
    public void One_is_said_as_it_is_and_nothing_is_nothing()
    {
        Assert.Equal(new CannotBe("Say what happened.") { Field = "what" }, new Unsaid().Text("what", "", "Say what happened.").Why);
        Assert.Null(new Unsaid().Text("what", "", null).If(false, "kind", "Choose which it is.").Why);
    }
}
