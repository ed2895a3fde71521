using System.Globalization;

namespace StrategyBot.Phases.Answering;

/// <summary>What is answered before the meeting: who comes, what the agencies found, whom to ring, and why one is missing.</summary>
internal static class AnsweringPhase
{
    public static Phase List { get; } = new("answering")
    {
        Kinds = kinds => kinds
            .Add<InvitationAnswered>("invitation-answered")
            .Add<UnknownAnswered>("unknown-answered")
            .Add<WrittenUpdateGiven>("written-update-given")
            .Add<RecordsSearched>("records-searched")
            .Add<QuorumGapExplained>("quorum-gap-explained")
            .Add<DutyDeskRung>("duty-desk-rung"),
        Parts = parts => parts
            .Form<InvitationPart, InvitationPart.Form>()
            .Act<LinkWorks, CaseForm>()
            .Form<DeputyPart, DeputyPart.Form>()
            .Form<UpdatePart, UpdatePart.Form>()
            .Page<ReadUpdatePage, ReadUpdatePage.Form>()
            .Form<WhoToCheckPart, WhoToCheckPart.Form>()
            .Form<CallsPart, CallsPart.Form>()
            .Form<MissingAgencyPart, MissingAgencyPart.Form>()
            .Former("attending/invitation", InvitationPart.Id.Open)
            .Former("attending/answer", InvitationPart.Id.Save)
            .Former("attending/deputy", DeputyPart.Id.Open)
            .Former("attending/name-deputy", DeputyPart.Id.Save)
            .Former("attending/update", UpdatePart.Id.Open)
            .Former("attending/give-update", UpdatePart.Id.Save)
            .Former("attending/read-update", ReadUpdatePage.Id.Open)
            .Former("attending/who-to-check", WhoToCheckPart.Id.Open)
            .Former("attending/save-searches", WhoToCheckPart.Id.Save)
            .Former("convening/who-to-check", sent =>
            {
                // It counted pages.
                var page = int.TryParse(sent["page"]?.ToString(), CultureInfo.InvariantCulture, out var number) ? number : 0;
                sent["from"] = page * WhoToCheckPart.PageSize;
                return WhoToCheckPart.Id.Open;
            })
            .Former("attending/answers", CallsPart.Id.Open)
            .Former("attending/rang", CallsPart.Id.Save)
            .Former("attending/missing-agency", MissingAgencyPart.Id.Open)
            .Former("attending/explain-missing", MissingAgencyPart.Id.Save),
        Verbs = verbs => verbs.Add<ShowAttended, ShowAttended.Form>().Add<OfferAttendedFile, OfferAttendedFile.Form>(),
        Commands = commands => commands.Add<AttendedCommand>(),
        Services = services => services.AddSingleton<IPaper, AttendedFile>(),
        Duties = duties => duties
            .Add<AbsenceDuty, ParticipantId>()
            .Clock<UpdateClock>()
            .Clock<CoreAnswerClock>()
            .Watch<ResponsesWatch>(),
        Entries = (view, _) => AnsweringHub.Entries(view),
        Rings = CallsRule.ToRing,
        Gaps = AnsweringHub.Gaps,
        Status = AnsweringHub.Status,
        FirstSeen = (view, now) => FirstLookRule.Of(view, Words.English, now),
        Dues = (view, _) => AnsweringHub.Dues(view),
    };
}
