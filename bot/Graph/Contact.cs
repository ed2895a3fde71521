namespace StrategyBot.Graph;

/// <summary>A partner, or a duty desk, as the directory mailbox knows them.</summary>
/// <param name="Id">Outlook's id of the contact.</param>
/// <param name="Name">The person, or the desk.</param>
/// <param name="Mail">The first usable one; empty for whoever is only rung.</param>
/// <param name="Agency">The contact's category in plain words, for example <c>Police</c>; empty where nobody gave one.</param>
/// <param name="Role">The job title.</param>
/// <param name="Organisation">The force, trust or school.</param>
/// <param name="Area">The part of the county they cover.</param>
/// <param name="Phone">At work.</param>
/// <param name="Mobile">Empty where none is kept.</param>
/// <param name="Hours">Hours, term dates and out-of-term contact in the directory's own words (P12).</param>
/// <param name="IsDutyDesk">Rung when nobody answers.</param>
/// <param name="IsDeputy">Asked when the first can't come.</param>
internal sealed record Contact(
    string Id,
    string Name,
    string Mail,
    string Agency,
    string Role,
    string Organisation,
    string Area,
    string Phone,
    string Mobile,
    string Hours,
    bool IsDutyDesk,
    bool IsDeputy);
