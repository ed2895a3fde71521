namespace StrategyBot.Phases.Planning;

/// <summary>What becomes of a referral, for whoever of the referring agency was asked to the meeting (P25): received, discussed, what is
/// theirs, and whom to ring. What was said of the family is in none of it.</summary>
internal sealed class ReferralAnswerPage : IPage<CaseForm>
{
    private const string Title = "The answer to your referral";

    public static PartId Id => new("planning/referral");

    public static Capability Needs => Capability.ReadContent;

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    /// <summary>From the agreed plan on, at the latest from the end.</summary>
    public static DateTimeOffset? AnsweredAt(Case @case) => (@case.Meeting.Plan.AgreedAt, @case.Meeting.Attendance.EndedAt) switch
    {
        ({ } agreed, { } ended) => agreed < ended ? agreed : ended,
        var (agreed, ended) => agreed ?? ended,
    };

    /// <summary>Social care doesn't answer itself.</summary>
    public static bool IsFor(Case @case, Participant person) =>
        person.IsInvited && !person.IsInbox && @case.Circumstances?.Referrer is { } agency && agency != Agency.SocialCare
        && person.Agency == agency && AnsweredAt(@case) is not null;

    public Refusal? Bars(FormPage page, CaseForm asked) => IsFor(page.Case, page.Me) ? null : new NotYourPart();

    public Drawn Draw(FormPage page, CaseForm asked) => Of(page.Case, page.Me) with { Frame = Title };

    /// <summary>The same for their own chat.</summary>
    public static Drawn Of(Case @case, Participant reader)
    {
        var own = @case.Meeting.Plan.Open.Count(action => action.Fact.Owner == reader.Id);
        return new($"{@case.Id} {@case.CheckWord}",
        [
            .. First(@case, reader),
            new TextBlock((@case.Meeting.Plan.AgreedAt, own) switch
            {
                (null, _) => "The plan isn't agreed yet. What is yours in it comes to you once it is.",
                (_, 0) => "Nothing in the plan is yours to do.",
                (_, 1) => "1 action in the plan is yours.",
                _ => $"{own} actions in the plan are yours.",
            }),
            Last(@case),
        ])
        {
            Beside = @case.Meeting.Plan.AgreedAt is not null && own > 0 ? OwnActions.Buttons(@case) : [],
        };
    }

    /// <summary>Nothing for anybody else.</summary>
    public static IReadOnlyList<CardElement> First(Case @case, Participant reader) => IsFor(@case, reader)
        ? [new TextBlock("What your agency referred was received and discussed. Thank you.") { Weight = TextWeight.Bolder }]
        : [];

    public static CardElement Last(Case @case) => new TextBlock(CardText.Plain($"If anything changes, ring {@case.Chair.Described}"
        + $"{(@case.Chair.Phone.Length == 0 ? "" : $", {@case.Chair.Phone}")}."))
    {
        Separator = true,
    };
}
