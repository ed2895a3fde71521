using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using StrategyBot.Cases;
using StrategyBot.Panel;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.Cases;
using StrategyBot.Tests.Phases.Reviewing;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Panel;

/// <summary>The pictures of a case's timeline (issue 15.8).</summary>
public sealed class TimelinePictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, 1_000_000).ToArbitrary();

    private static readonly double[] Widths = [WideTimeline.Narrowest, Narrow, 759, 760, WideTimeline.Usual, 1400];

    // What is left of a window of 600.
    private const double Narrow = 560;

    [Fact]
    public void Two_children_wide() => Golden.Text(WideTimeline.Of(TimelineCases.Of(TimelineCases.Curlew())).Svg, ".svg");

    [Fact]
    public void Two_children_280() => Golden.Text(TallTimeline.Of(TimelineCases.Of(TimelineCases.Curlew())).Svg, ".svg");

    [Fact]
    public void A_protection_plan_wide() =>
        Golden.Text(WideTimeline.Of(TimelineCases.Of(AProtectionPlan.Played(), "2027-12-01 09:10")).Svg, ".svg");

    [Fact]
    public void A_protection_plan_280() =>
        Golden.Text(TallTimeline.Of(TimelineCases.Of(AProtectionPlan.Played(), "2027-12-01 09:10")).Svg, ".svg");

    [Fact]
    public void Two_children_narrow() => Golden.Text(WideTimeline.Of(TimelineCases.Of(TimelineCases.Curlew()), Narrow).Svg, ".svg");

    [Fact]
    public void A_protection_plan_narrow() =>
        Golden.Text(WideTimeline.Of(TimelineCases.Of(AProtectionPlan.Played(), "2027-12-01 09:10"), Narrow).Svg, ".svg");

    /// <summary>A number alone says nothing on a child's own line, and a hollow mark not for when it is booked.</summary>
    [Theory]
    [InlineData(WideTimeline.Narrowest)]
    [InlineData(Narrow)]
    [InlineData(640)]
    [InlineData(740)]
    public void A_narrow_one_says_what_each_mark_is(double width)
    {
        foreach (var timeline in new[]
        {
            TimelineCases.Of(TimelineCases.Curlew()), TimelineCases.Of(AProtectionPlan.Played(), "2027-12-01 09:10"),
            TimelineCases.Of(AProtectionPlan.Made(children: 3).Review("2026-12-22 09:10", "2027-03-10 10:00"), "2027-01-12 09:00"),
        })
        {
            var said = Words(WideTimeline.Of(timeline, width));
            Assert.All(timeline.Events.Where(one => one.Line != TimelineLine.CoreGroups),
                one => Assert.Contains(Name(one), said, StringComparison.Ordinal));
            Assert.All(timeline.Events.Where(one => one.IsLate), one => Assert.Contains(one.Late, said, StringComparison.Ordinal));
        }

        if (width >= Narrow)
        {
            var said = Words(WideTimeline.Of(TimelineCases.Of(TimelineCases.Curlew()), width));
            Assert.Matches("Review 2 booked (Tue )?9 Mar", said);
            Assert.Matches("5 booked (Thu )?10 Dec", said);
        }

        static string Name(TimelineEvent one) => one.Short.Length > 0 && !one.IsLate ? one.Short : one.What.Split(", ")[0];
        static string Words(Picture picture) =>
            string.Join(' ', XDocument.Parse(picture.Svg).Root!.Elements(Svg + "text").Select(text => text.Value));
    }

    /// <summary>Where there is room for it, less is said rather than over another's mark.</summary>
    [Fact]
    public void In_a_narrow_one_nothing_stands_over_anothers_mark_and_what_is_further_away_is_led_to()
    {
        var svg = XDocument.Parse(WideTimeline.Of(TimelineCases.Of(AProtectionPlan.Played(), "2027-12-01 09:10"), Narrow).Svg).Root!;
        var review = svg.Elements(Svg + "text").Single(text => text.Value.StartsWith("Review 2", StringComparison.Ordinal));
        var first = svg.Elements(Svg + "circle").Max(mark => (double)mark.Attribute("cx")!);
        var left = (double)review.Attribute("x")! - (review.Attribute("text-anchor")?.Value == "end" ? PictureText.Width(review.Value) : 0);
        Assert.True(left > first, $"{left} is not behind {first}");

        var closed = svg.Elements(Svg + "rect").Last(mark => (string?)mark.Attribute("width") == "4");
        Assert.Contains(svg.Elements().Where(element => element.Attribute("class")?.Value == "leader"), leader =>
            leader.Attribute("d")!.Value.StartsWith(
                $"M{PictureText.Number((double)closed.Attribute("x")! + 2)} ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_has_its_title_its_sentences_and_nothing_that_is_fetched_or_run()
    {
        var timeline = TimelineCases.Of(TimelineCases.Curlew());
        foreach (var picture in new[] { WideTimeline.Of(timeline), TallTimeline.Of(timeline) })
        {
            var svg = XDocument.Parse(picture.Svg).Root!;
            Assert.Equal("img", svg.Attribute("role")!.Value);
            var named = svg.Attribute("aria-labelledby")!.Value.Split(' ');
            Assert.Equal(["SB-2026-014 Heron: timeline", string.Join(' ', timeline.Sentences)],
                named.Select(id => svg.Elements().Single(element => element.Attribute("id")?.Value == id).Value));
            Assert.All(svg.Descendants(), element => Assert.Contains(element.Name.LocalName,
                new[] { "title", "desc", "path", "rect", "circle", "text", "tspan" }));
            Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), one => one.Name.LocalName is "href" or "style"
                || one.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
            Assert.DoesNotContain("Lindley", picture.Svg, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Done_is_filled_booked_hollow_late_a_triangle_and_each_limit_a_tick()
    {
        var svg = XDocument.Parse(WideTimeline.Of(TimelineCases.Of(TimelineCases.Curlew())).Svg).Root!;
        int Count(string kind) => svg.Elements().Count(element => element.Attribute("class")?.Value == kind);

        // Minutes, a check, an enquiry and a core group.
        Assert.Equal(4, Count("mark late"));
        Assert.All(svg.Elements().Where(element => element.Attribute("class")?.Value == "mark late"),
            late => Assert.EndsWith("l7.5 13h-15z", late.Attribute("d")?.Value, StringComparison.Ordinal));
        Assert.Equal(2, Count("mark hollow"));
        // What was done on its last day hides its limit.
        Assert.Equal(TimelineCases.Of(TimelineCases.Curlew()).Events.Where(one => one.HoldBy is not null && one.HoldBy != one.On)
            .DistinctBy(one => (one.Line, one.Of?.Id, one.HoldBy)).Count(), Count("tick"));
        Assert.Single(svg.Elements(Svg + "rect"));
        Assert.Contains(svg.Elements(Svg + "text"), text => text.Value == "2: 4 days late");
        Assert.Contains(svg.Elements(Svg + "text"), text => text.Value is "Review 2 booked" or "Review 2 booked Tue 9 Mar");
        Assert.Contains(svg.Elements(Svg + "text"), text => text.Value == "hold by Wed 17 Mar");
        Assert.Contains(svg.Elements(Svg + "text"), text => text.Value == "Today, Tue 1 Dec");
    }

    [Fact]
    public void The_scale_changes_only_where_something_lies_beyond_the_enquirys_days()
    {
        var early = TimelineCases.Of(TimelineCases.Met(), "2026-06-05 13:00");

        Assert.Equal("", WideTimeline.Scale(early));
        Assert.DoesNotContain("class=\"break\"", WideTimeline.Of(early).Svg, StringComparison.Ordinal);
        Assert.Equal("The scale changes after Day 15: working days, then months.",
            WideTimeline.Scale(TimelineCases.Of(TimelineCases.Curlew())));
    }

    [Fact]
    public void No_label_covers_another_or_the_line_of_today_whatever_the_case() => Prop.ForAll(Seeds, seed =>
    {
        var timeline = Any(new(seed));
        foreach (var width in Widths)
        {
            Apart(WideTimeline.Of(timeline, width), width);
        }

        Apart(TallTimeline.Of(timeline), TallTimeline.Width);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Every_event_has_its_mark_whatever_the_case() => Prop.ForAll(Seeds, seed =>
    {
        var timeline = Any(new(seed));
        var svg = XDocument.Parse(WideTimeline.Of(timeline).Svg).Root!;

        Assert.Equal(timeline.Events.Count(one => one.IsLate || one.State != TimelineState.Open || one.Mark == TimelineMark.Closed),
            svg.Elements().Count(element => element.Attribute("class")?.Value.StartsWith("mark", StringComparison.Ordinal) == true));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static void Apart(Picture picture, double width)
    {
        var boxes = picture.Boxes;
        for (var one = 0; one < boxes.Count; one++)
        {
            Assert.InRange(boxes[one].Left, -1, width);
            Assert.InRange(boxes[one].Right, 0, width + 4);
            Assert.InRange(boxes[one].Bottom, 0, picture.Height);
            for (var other = one + 1; other < boxes.Count; other++)
            {
                Assert.False(boxes[one].Meets(boxes[other]), $"{boxes[one]} meets {boxes[other]}");
            }

            if (width > TallTimeline.Width)
            {
                Assert.False(boxes[one].Meets(picture.Today!), $"{boxes[one]} covers today");
            }
        }
    }

    /// <summary>One to six children, and up to thirty events on any line, on any day of two years.</summary>
    private static CaseTimeline Any(Random dice)
    {
        var children = Enumerable.Range(1, dice.Next(1, 7)).Select(number =>
            new Child(new($"child-{number}"), new("", "", null, false, "", "", ""))).ToList();
        var start = new DateOnly(2026, 6, 3);
        var today = start.AddDays(dice.Next(0, 500));
        var clocks = Clocks.For(ProcedureProfiles.Default);
        var events = Enumerable.Range(0, dice.Next(1, 31)).Select(_ => Event()).OrderBy(one => one.On).ToList();
        return new(Given.Id, "Curlew", children, clocks, Given.Words.At(today, new(9, 0)), start,
            dice.Next(4) == 0 ? [] : [new("Day 5", new(2026, 6, 9)), new("Day 8", new(2026, 6, 12)), new("Day 15", new(2026, 6, 23))],
            events);

        TimelineEvent Event()
        {
            var line = dice.GetItems(Enum.GetValues<TimelineLine>(), 1)[0];
            var on = start.AddDays(dice.Next(4) == 0 ? dice.Next(-8, 30) : dice.Next(-8, 700));
            var state = on < today ? dice.Next(5) == 0 ? TimelineState.Open : TimelineState.Done
                : dice.Next(2) == 0 ? TimelineState.Booked : TimelineState.Open;
            var (mark, what) = line == TimelineLine.CoreGroups ? (TimelineMark.CoreGroup, "Core group 3") : dice.Next(5) switch
            {
                0 => (TimelineMark.Conference, "Conference: a plan"),
                1 => (TimelineMark.Closed, "Closed"),
                2 => (TimelineMark.Step, "Enquiry ended, no conference"),
                3 => (TimelineMark.Step, "Day 5 check"),
                _ => (TimelineMark.Step, "Review 2, the plan goes on, with changes"),
            };
            return new(on, line, line == TimelineLine.Shared ? null : children[dice.Next(children.Count)], mark, state, what)
            {
                HoldBy = state == TimelineState.Open ? on : dice.Next(3) == 0 ? null : on.AddDays(dice.Next(-20, 20)),
                LateBy = dice.Next(4) == 0 ? "12 days" : "",
                How = dice.Next(4) == 0 ? "substantiated, no continuing risk" : "",
                Day = dice.Next(4) == 0 ? "Day 14" : "",
                Number = line == TimelineLine.CoreGroups ? dice.Next(1, 15) : null,
            };
        }
    }
}
