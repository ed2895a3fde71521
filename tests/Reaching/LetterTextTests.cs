using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Calling;
using StrategyBot.Phases.Planning;
using StrategyBot.Reaching;
using StrategyBot.Rules;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Reaching;

/// <summary>What letters say, as they are sent and as a text reader is shown them.</summary>
public sealed partial class LetterTextTests(Browser browser) : IClassFixture<Browser>
{
    internal static readonly Letterhead Northgate = new("Northgate Council", "01632 960000");

    // As much of a letter as Graph keeps for the preview of it (bodyPreview); lock screens show less.
    private const int Preview = 255;

    private static readonly WayIn Page = new("Open your page", "https://bot.council.example/p#way-in",
        "You get a code at this address to open it. The page is yours alone, so please don't forward this letter.");

    private static readonly DateTimeOffset Morning = Dates.Local("2026-11-25 09:05");

    [Fact]
    public void The_invitation_as_it_is_sent() => Golden.Text(Invitation().Body, ".html");

    [Fact]
    public void The_invitation_as_a_text_reader_shows_it() => Golden.Text(AsText(Invitation()));

    [Fact]
    public void The_letter_with_a_code_as_it_is_sent() => Golden.Text(Code().Body, ".html");

    [Fact]
    public void The_letter_with_a_code_as_a_text_reader_shows_it() => Golden.Text(AsText(Code()));

    [Fact]
    public void What_was_agreed_as_a_text_reader_shows_it()
    {
        var given = Agreed();

        Golden.Text(string.Join("\n\n--\n\n", new[] { Sam, Grace, Ruth }.Select(person => AsText(
            Letters().Of(given.Case, person, AgreedMessage.For(given.Case, person, Words), Page, given.Now)))));
    }

    [Fact]
    public void The_subject_says_who_asks_for_which_council_and_when_and_the_reference_last()
    {
        Assert.Equal("Priya Nair, Northgate Council: Wed 25 Nov, 14:00 (SB-2026-014)", Invitation().Subject);
        Assert.Equal("Priya Nair, Northgate Council: your page (SB-2026-014)", Code().Subject);
        Assert.Equal("Northgate Council: Wed 25 Nov, 14:00 (SB-2026-014)", Invitation(Priya).Subject);
        Assert.Equal("Priya Nair: Wed 25 Nov, 14:00 (SB-2026-014)",
            new LetterText(new("", ""), Words).Of(AConvenedCase().Case, Sam, Asking(), Page, Morning).Subject);
    }

    [Theory]
    [InlineData("2026-11-25 09:05", "due today 13:45")]
    [InlineData("2026-11-24 10:00", "due today 17:00")]
    [InlineData("2026-11-24 18:30", "due tomorrow 13:45")]
    [InlineData("2026-11-25 13:50", "due now")]
    public void An_answer_is_due_at_the_end_of_the_office_day_or_a_quarter_of_an_hour_before_the_start(string now, string due) =>
        Assert.Equal($"1 action, {due}",
            InvitationCard.For(AConvenedCase().Case, Sam, Words, Dates.Local(now)).Asks!.Say(Words, Dates.Local(now)));

    [Fact]
    public void A_duty_desk_is_asked_who_will_attend()
    {
        var desk = Sam with { IsInbox = true, Name = "Police child protection desk" };

        Assert.Equal("say who will attend", InvitationCard.For(AConvenedCase().Case, desk, Words, Morning).Asks!.What);
    }

    [Fact]
    public void The_code_comes_after_whatever_a_preview_shows_also_where_nothing_is_set_and_names_are_short()
    {
        foreach (var letterhead in new[] { Northgate, new Letterhead("", "") })
        {
            var text = AsText(Code(letterhead, Sam with { Name = "Al Bo" }));
            var body = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim();

            Assert.InRange(body.IndexOf("482 913", StringComparison.Ordinal), Preview, 600);
            Assert.DoesNotContain("482", text[..text.IndexOf('\n', StringComparison.Ordinal)], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_letter_says_a_child_a_place_or_what_kind_of_meeting_it_is()
    {
        var given = Agreed();
        (string Subject, string Body)[] letters =
        [
            Invitation(), Code(), .. new[] { Sam, Grace, Ruth }.Select(
                person => Letters().Of(given.Case, person, AgreedMessage.For(given.Case, person, Words), Page, given.Now)),
        ];

        Assert.All(letters, letter => Assert.DoesNotMatch(Forbidden(), letter.Subject + AsText(letter)));
    }

    [Fact]
    public void Whoever_it_is_closed_to_gets_no_button_and_no_time()
    {
        var letter = Letters().Of(
            AConvenedCase().Fact(new ParticipantRemoved(Ruth.Id, "")).Case, Ruth, Asking(),
            new("", null, "Your personal link is closed."), Morning);

        Assert.DoesNotContain("href", letter.Body, StringComparison.Ordinal);
        Assert.Contains("Your personal link is closed.", letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void What_somebody_is_called_is_no_markup()
    {
        var letter = Letters().Of(AConvenedCase().Case, Sam with { Name = "<b>\"Sam\" & Co</b>" }, Asking(), Page, Morning);

        Assert.Contains("Dear &lt;b&gt;&quot;Sam&quot; &amp; Co&lt;/b&gt;,", letter.Body, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task On_a_telephone_the_time_the_task_and_the_button_are_seen_without_scrolling()
    {
        foreach (var (name, dark) in new[] { ("letter", false), ("letter-dark", true) })
        {
            await using var tab = await browser.OpenAsync("about:blank", 390, 700, dark ? ColorScheme.Dark : ColorScheme.Light);
            await tab.Page.SetContentAsync(Invitation().Body);
            Assert.True(await tab.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 390"));
            Assert.InRange((await tab.Page.GetByText("Open your page").BoundingBoxAsync())!.Y, 0, 600);
            Assert.InRange((await tab.Page.GetByText("Open your page").BoundingBoxAsync())!.Height, 44, 60);
            Assert.False(await tab.Page.GetByText("To check that this is from us").IsVisibleAsync());
            await tab.AxeFindsNothingAsync(name);
            await tab.LookAsync(name);
            await tab.Page.SetContentAsync(Code().Body);
            await tab.AxeFindsNothingAsync($"{name}-code");
            await tab.LookAsync($"{name}-code");
        }
    }

    internal static LetterText Letters() => new(Northgate, Words);

    private static Notification Asking() => InvitationCard.For(AConvenedCase().Case, Sam, Words, Morning);

    private static (string Subject, string Body) Invitation(Participant? to = null) =>
        Letters().Of(AConvenedCase().Case, to ?? Sam, Asking(), Page, Morning);

    private static (string Subject, string Body) Code(Letterhead? letterhead = null, Participant? to = null) =>
        new LetterText(letterhead ?? Northgate, Words).OfCode(
            AConvenedCase().Case, to ?? Sam, "482913", Morning, Morning.AddMinutes(10), "until two hours after the meeting");

    /// <summary>Grace holds a child and has an action, Sam has two, Ruth's agency referred.</summary>
    private static Given Agreed() => AConvenedCase()
        .Fact(Begun.Circumstances)
        .At("2026-11-30 10:40").Fact(
            Action(1, Sam), Action(2, Sam), Action(3, Grace), new HolderNamed(Grace.Id) { Meeting = FirstMeeting, Child = Child1 })
        .At("2026-11-30 10:55").Fact(new ImmediatePlanAgreed { Meeting = FirstMeeting });

    private static ActionAgreed Action(int number, Participant owner) =>
        new(new($"action-{number}"), ActionKind.Action, $"Look for records of Ash {number}.", owner.Id,
            Dates.Local("2026-11-30 17:00"), "", "")
        {
            Meeting = FirstMeeting,
        };

    /// <summary>What Exchange makes of it for a reader of text: the words in their order, a link's address behind its words.</summary>
    private static string AsText((string Subject, string Body) letter)
    {
        var body = Link().Replace(Head().Replace(letter.Body, ""), "$2: $1");
        body = Break().Replace(body, "\n");
        var lines = Tag().Replace(body, "").Split('\n').Select(line => line.Trim());
        return $"{letter.Subject}\n\n{Gap().Replace(string.Join('\n', lines), "\n\n").Trim()}"
            .Replace("&amp;", "&", StringComparison.Ordinal);
    }

    [GeneratedRegex("(?s)^.*?</head>|<div hidden.*?</div>")]
    private static partial Regex Head();

    [GeneratedRegex("<a href=\"([^\"]*)\"[^>]*>(.*?)</a>")]
    private static partial Regex Link();

    [GeneratedRegex("</p>|</h1>|<br>|</table>|</div>")]
    private static partial Regex Break();

    [GeneratedRegex("</?[a-z][^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\n{2,}")]
    private static partial Regex Gap();

    [GeneratedRegex("(?i)child|Lindley|\\bAsh\\b|Mill Lane|section 47|strategy|safeguard|protection|referr|outcome")]
    private static partial Regex Forbidden();
}
