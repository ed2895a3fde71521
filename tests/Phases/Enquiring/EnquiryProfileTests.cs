using StrategyBot.Cases;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.Enquiring.AnEnquiry;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Enquiring;

/// <summary>A seventh authority has a step of its own, and lacks one of ours, by its file alone.</summary>
public sealed class EnquiryProfileTests
{
    private const string Seventh = """
        {
          "id": "northgate",
          "name": "Northgate note",
          "enquiry": {
            "without": ["conference-screening"],
            "besides": [
              {
                "id": "paediatric-report", "title": "Paediatric report asked for", "who": ["businessSupport"], "day": 3,
                "source": { "paper": "local", "guide": "Northgate note", "quote": "by the third day" }
              },
              {
                "id": "room-checked", "title": "Room checked", "who": ["conferenceChair"], "beforeConference": 1, "asked": "conference",
                "after": "conference-arranged",
                "source": { "paper": "local", "guide": "Northgate note", "quote": "the day before" }
              }
            ]
          }
        }
        """;

    private static readonly ProcedureProfile Profile = ProcedureProfiles.Read(Seventh).Match(
        profile => profile, faults => throw new InvalidOperationException(string.Join("; ", faults)));

    [Fact]
    public void Its_steps_are_done_by_whom_it_names_at_its_days()
    {
        var given = Begun(profile: Profile).Requested("2026-12-03 10:00").Assigned("2026-12-03 11:00")
            .Arranged("2026-12-03 11:05", "2026-12-21 10:00");

        Assert.DoesNotContain(Of(given).Steps, state => state.Step.Id == Pipeline.Screening);
        Assert.Equal((new DateOnly(2026, 12, 4), "Jo Bell"),
            (Of(given).Find("paediatric-report")!.Due!.On, StepHolders.Say(given.Case, Of(given).Find("paediatric-report")!.Step)));
        Assert.Equal((new DateOnly(2026, 12, 18), "Ada Quill"),
            (Of(given).Find("room-checked")!.Due!.On, StepHolders.Say(given.Case, Of(given).Find("room-checked")!.Step)));
        given.Done(Jo, "2026-12-04 09:00", "paediatric-report", "To the ward.");
        Assert.NotNull(Of(given).Find("paediatric-report")!.DoneAt);
    }

    [Fact]
    public void Played_over_its_days() => Golden.Text(Timeline.Of(Begun(profile: Profile), "2026-12-09 12:00", "enquiring"));

    [Fact]
    public void A_case_keeps_the_steps_with_which_it_began()
    {
        var kept = ProcedureProfile.FromJson(Profile.ToJson()).Enquiry.Besides;

        Assert.Equal(["paediatric-report", "room-checked"], kept?.Select(step => step.Id));
        Assert.Equal(Profile.Enquiry.Besides, kept);
    }

    /// <summary>Each paper's own words stand behind the step that it asks for.</summary>
    [Theory]
    [InlineData("default", Pipeline.QualityAssurance, "at the latest by day 5", 5)]
    [InlineData("herefordshire", Pipeline.QualityAssurance, "at the latest by day 5", 5)]
    [InlineData("devon", Pipeline.QualityAssurance, "to alert Quality Assurance", 6)]
    [InlineData("devon", Pipeline.Screening, "fully aware of the invitees required", 8)]
    [InlineData("worcestershire", Pipeline.Authorised, "quality assure and authorise the s47", 8)]
    [InlineData("bedford", Pipeline.ProgressCheck, "progress check of the s47 enquiry", 5)]
    [InlineData("newcastle", Pipeline.Chair, "Independent Safeguarding Reviewing Officer", 7)]
    public void A_step_says_whose_words_ask_for_it(string profile, string step, string quote, int day)
    {
        var found = Pipeline.Of(ProcedureProfiles.Named(profile)).Single(one => one.Id == step);
        Assert.Equal(day, found.Day);
        Assert.Contains(quote, found.Source.Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void No_name_or_address_of_an_officer_is_in_any_profile() =>
        Assert.All(ProcedureProfiles.Names, name => Assert.DoesNotContain(".gov.uk", ProcedureProfiles.Named(name).ToJson(),
            StringComparison.OrdinalIgnoreCase));
}
