namespace StrategyBot.Tests.Forms;

/// <summary>Forms with a text and no marking of their own, and why.</summary>
internal static class UnmarkedForms
{
    private const string OfThePlan = "social care alone, as all that is said of a child protection plan";

    private const string OfTheEnquiry = "social care alone, as all that the enquiry says";

    public static readonly Dictionary<string, string> All = new()
    {
        ["answering/deputy"] = "whoever is invited is known to everybody",
        ["answering/invitation"] = "a name, marked as the answer is",
        ["assessing/enquiry-row"] = "the second half of a row, marked as the first is",
        ["assessing/enquiry-row-withdrawal"] = "marked as the row is",
        ["assessing/paper"] = "where a sheet was written is known to everybody who reads what was on it",
        ["assessing/speaker"] = "whoever speaks is known to everybody",
        ["convening/authority"] = "whose area it is stands for everybody",
        ["convening/by-hand"] = "whoever is invited is known to everybody",
        ["convening/cancel"] = "a case that was never called is open to no other agency",
        ["convening/desk"] = "who is on duty is known to everybody",
        ["convening/identifiers"] = "why a number is not known is shown on this form alone",
        ["convening/invited"] = "why somebody was taken off is shown nowhere",
        ["convening/no-meeting"] = "a case that was never called is open to no other agency",
        ["convening/social-worker"] = "whoever is invited is known to everybody",
        ["convening/transfer-in"] = "which authority, and who there confirmed it, is known to everybody who meets",
        ["enquiring/agree-late"] = OfTheEnquiry,
        ["enquiring/arrange"] = OfTheEnquiry,
        ["enquiring/capacity"] = OfTheEnquiry,
        ["enquiring/child-heard"] = OfTheEnquiry,
        ["enquiring/conference-chair"] = "whoever chairs is known to everybody",
        ["enquiring/conference-outcome"] = OfTheEnquiry,
        ["enquiring/convening-form"] = OfTheEnquiry,
        ["enquiring/family-place"] = OfTheEnquiry,
        ["enquiring/outcome"] = OfTheEnquiry,
        ["enquiring/out-of-timescale"] = OfTheEnquiry,
        ["enquiring/progress-check"] = OfTheEnquiry,
        ["enquiring/stand-in"] = OfTheEnquiry,
        ["enquiring/step"] = OfTheEnquiry,
        ["family/not-shared"] = "social care alone, as all of the family's copies",
        ["family/reader"] = "typed for one of the family: social care alone reads it here",
        ["family/row"] = "typed for one of the family: social care alone reads it here",
        ["family/words"] = "typed for one of the family: social care alone reads it here",
        ["following-up/actions"] = "marked as the row is",
        ["following-up/hand-over"] = "marked as the row is",
        ["following-up/new-date"] = "marked as the row is",
        ["links/who-attends"] = "whoever is invited is known to everybody",
        ["minuting/edit"] = "marked as the paragraph is",
        ["minuting/objection"] = "marked as what it answers is",
        ["minuting/wrong"] = "the author's own words, marked as they are",
        ["planning/action"] = "the second half of a row, marked as the first is",
        ["planning/contingency"] = "for whoever may not read it: its marking stands",
        ["planning/withdrawal"] = "marked as the row is",
        ["reviewing/close"] = OfThePlan,
        ["reviewing/core-group-held"] = OfThePlan,
        ["reviewing/core-group-not-held"] = OfThePlan,
        ["reviewing/member"] = "whoever is in the core group is known to everybody",
        ["reviewing/move-answered"] = OfThePlan,
        ["reviewing/review-held"] = OfThePlan,
        ["reviewing/review-late-answer"] = OfThePlan,
        ["safeguarding/contact-hold"] = "for whoever may not read why: its marking stands",
        ["safeguarding/handover-told"] = "who took it on is known to everybody",
        ["safeguarding/holder-rung"] = "marked as the place is",
        ["safeguarding/limit"] = "the second half of a position, marked as the first is",
        ["safeguarding/position"] = "for whoever may not read it: its marking stands",
        ["safeguarding/row"] = "the second half of a row, marked as the first is",
        ["safeguarding/withdrawal"] = "marked as the row is",
    };
}
