namespace StrategyBot.Phases.Assessing;

/// <summary>The rules of what each agency brings (R26). Pure.</summary>
internal static class InformationRule
{
    /// <summary>Adds to an agency's information; a long paste becomes several entries, all kept (design §5.8).</summary>
    /// <param name="whose">Whose words these are: one's own, or another's for whom the chair, scribe or social worker types.</param>
    /// <param name="of">Whose information it is, where that is another agency than the author's.</param>
    public static Decision Give(Case @case, Participant me, Participant? whose, string? text, Audience audience, Agency? of = null)
    {
        if (whose is null || !whose.MaySpeak)
        {
            return new CannotBe("Choose whose words these are from the people who are invited.") { Field = "for" };
        }

        if ((whose.Id != me.Id || (of ?? me.Agency) != me.Agency) && !me.May(Capability.FillForm))
        {
            return new NotYourPart();
        }

        var typed = (text ?? "").Trim();
        if (typed.Length == 0)
        {
            return new CannotBe("There is nothing to save yet. Type what the agency holds, and save again.") { Field = "text" };
        }

        if (typed.Length > FormCard.MostText)
        {
            return new TooLong(FormCard.MostText) { Field = "text" };
        }

        var (parts, agency) = (LongText.Entries(typed), of ?? whose.Agency);
        var stands = @case.Meeting.Assessment.Information
            .Where(item => (item.Participant, item.Agency, item.Audience) == (whose.Id, agency, audience))
            .Select(item => item.Text).ToHashSet();
        return parts.All(stands.Contains)
            ? Decision.Already
            : Decision.Of([.. parts.Select((part, at) => new InformationGiven(whose.Id, agency, part, parts.Count == 1 ? 0 : at + 1)
            {
                Meeting = @case.Meeting.Id,
                Audience = audience,
                OnBehalfOf = whose.Id == me.Id ? null : whose.Id,
            })]);
    }

    /// <summary>Corrects one entry that this person wrote, or that was written for them; the earlier words stay in the history.</summary>
    public static Decision Correct(Case @case, Participant me, int entry, string? text, Audience audience)
    {
        if (Own(@case, me, entry) is not { } item)
        {
            return new EntryGone();
        }

        var typed = (text ?? "").Trim();
        return typed switch
        {
            "" => new CannotBe("An entry can't be emptied. Withdraw it instead, or correct its words.") { Field = "text" },
            { Length: > FormCard.LongText } => new TooLong(FormCard.LongText) { Field = "text" },
            _ when item.Participant != me.Id && !audience.IsAtMost(item.Audience) =>
                new OnlyTheAuthorWidens("That entry", item.Audience) { Field = MarkingInput.Id },
            _ when typed == item.Text && audience == item.Audience => Decision.Already,
            _ => new InformationCorrected(entry, typed)
            {
                Meeting = @case.Meeting.Id,
                Audience = audience,
                OnBehalfOf = item.Participant == me.Id ? null : item.Participant,
            },
        };
    }

    /// <summary>Takes entries back; their words stay in the record. Those that are gone already stay gone.</summary>
    public static Decision Withdraw(Case @case, Participant me, IReadOnlyList<int> entries) =>
        Decision.Of([.. entries.Distinct().Where(entry => Own(@case, me, entry) is not null)
            .Select(entry => new InformationWithdrawn(entry) { Meeting = @case.Meeting.Id })]);

    /// <summary>The entry, if this person wrote it or it holds their words.</summary>
    public static Information? Own(Case @case, Participant me, int entry) =>
        @case.Meeting.Assessment.Information.FirstOrDefault(item => item.Seq == entry && IsOwn(me, item));

    /// <remarks>Who typed an entry for another agency, which has since kept it from them, has it no more.</remarks>
    public static bool IsOwn(Participant me, Information item) =>
        item.Participant == me.Id || (item.By == me.Person && (item.CorrectedAt is null || item.Audience.Admits(me.Agency)));

    public static bool MayRead(Participant reader, Information item) => item.Audience.Admits(reader.Agency) || IsOwn(reader, item);

    /// <summary>Written once the meeting was over (R26).</summary>
    public static bool IsLate(Case @case, Information item) => (item.WrittenAt ?? item.At) > @case.Meeting.Attendance.EndedAt;

    /// <summary>Core agencies of which nothing is written and whose absence has no reason.</summary>
    public static IEnumerable<Agency> Missing(Case @case) => Quorum.Core(@case)
        .Except(Quorum.Excused(@case))
        .Where(agency => @case.Meeting.Assessment.Information.All(item => item.Agency != agency))
        .Where(agency => @case.Participants.All(person =>
            person.Agency != agency || !@case.Meeting.Attendance.WrittenUpdates.ContainsKey(person.Id)));
}

/// <summary>An entry of someone else, or one that was withdrawn.</summary>
internal sealed record EntryGone : Refusal
{
    public override string Say(Words words) => "That entry is not there for you to change. Open the list again to see what stands.";
}
