namespace StrategyBot.Cases;

/// <summary>The words of what is done about the record itself.</summary>
internal static partial class WordTables
{
    public static WordTable<ResumeCause> ResumeCause { get; } = new(
        new(Facts.ResumeCause.EndedByMistake, "It was ended by mistake", "ended by mistake"),
        new(Facts.ResumeCause.CameBack, "Somebody came back to it", "somebody came back to it"),
        new(Facts.ResumeCause.Other, "Another reason", "another reason"));

    public static WordTable<ParentalResponsibility> ParentalResponsibility { get; } = new(
        new(Cases.ParentalResponsibility.ForAll, "Yes, for each child", InMinutes: "Yes"),
        new(Cases.ParentalResponsibility.ForSome, "Yes, for some of them", InMinutes: "Yes, for"),
        new(Cases.ParentalResponsibility.None, "No", InMinutes: "No"),
        new(Cases.ParentalResponsibility.NotKnown, "Not known yet", InMinutes: "Not known yet"));

    public static WordTable<Misplaced> Misplaced { get; } = new(
        new(Facts.Misplaced.AnotherFamily, "Something here is about another family"),
        new(Facts.Misplaced.WrongReader, "Somebody got or read what was not for them"));

    public static WordTable<SealCause> SealCause { get; } = new(
        new(Facts.SealCause.AnotherFamily, "It is about another family", InMinutes: "about another family"),
        new(Facts.SealCause.MustNotBeKnown, "It must not be known: a court, or somebody's safety",
            InMinutes: "must not be known, for a court or somebody's safety"),
        new(Facts.SealCause.ByMistake, "It was written here by mistake", InMinutes: "written here by mistake"),
        new(Facts.SealCause.Other, "Another reason", InMinutes: "another reason"));

    public static WordTable<WhoAsks> WhoAsks { get; } = new(
        new(Facts.WhoAsks.Subject, "A child or an adult, for what is held about them", InMinutes: "what is held about them"),
        new(Facts.WhoAsks.Police, "Police or prosecution, for a criminal case", InMinutes: "a criminal case"),
        new(Facts.WhoAsks.Court, "A family court, or our lawyers", InMinutes: "a family court"),
        new(Facts.WhoAsks.Other, "Somebody else", InMinutes: "another reason"));

    public static WordTable<GivenWords> GivenWords { get; } = new(
        new(Facts.GivenWords.All, "All their words", InMinutes: "all their words"),
        new(Facts.GivenWords.AllBut, "All but those ticked below", InMinutes: "all but some of their words"),
        new(Facts.GivenWords.None, "None of their words", InMinutes: "none of their words"));

    public static WordTable<HoldCause> HoldCause { get; } = new(
        new(Facts.HoldCause.Court, "A court", InMinutes: "a court"),
        new(Facts.HoldCause.Inquiry, "An inquiry or a review", InMinutes: "an inquiry or a review"),
        new(Facts.HoldCause.Complaint, "A complaint", InMinutes: "a complaint"),
        new(Facts.HoldCause.Other, "Something else", InMinutes: "another reason"));

    public static WordTable<GlassCause> GlassCause { get; } = new(
        new(Facts.GlassCause.Complaint, "A complaint"),
        new(Facts.GlassCause.Inspection, "An inspection or an audit"),
        new(Facts.GlassCause.StaffConcern, "A safeguarding concern about staff"),
        new(Facts.GlassCause.Breach, "An incident or a data breach"),
        new(Facts.GlassCause.Court, "A court"),
        new(Facts.GlassCause.Other, "Something else"));

    public static WordTable<NotCalledCause> NotCalledCause { get; } = new(
        new(Facts.NotCalledCause.NoReasonableCause, "No reasonable cause"),
        new(Facts.NotCalledCause.OfAnotherCase, "Another case has it"),
        new(Facts.NotCalledCause.OfAnotherAuthority, "Another authority has it"),
        new(Facts.NotCalledCause.Other, "Other (say which)", "Other"));
}
