namespace StrategyBot.Phases.Safeguarding;

/// <summary>What a hold on contact with the family looks like in a list and on the board.</summary>
internal static class ContactHoldDrawing
{
    /// <summary>Each that stands, and the way to hold: for police and chair.</summary>
    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        if (!ContactHoldRule.May(view.Case, view.Reader))
        {
            yield break;
        }

        foreach (var hold in StandingHold.Of(view.Case))
        {
            yield return new($"{PartIds.ContactHold}/{hold.Whom}", HubSection.Safety, $"Hold: {hold.Number}",
                $"look at it again {Words.English.When(hold.Held.Fact.ReviewAt)}",
                ContactHoldPart.Button(view.Case, hold),
                IsOpen: hold.Held.Fact.ReviewAt <= now)
            { IsOffered = hold.Held.Fact.ReviewAt > now };
        }

        if (ContactHoldPart.Offered(view.Case).Count == 0)
        {
            yield break;
        }

        yield return new(PartIds.ContactHold, HubSection.Safety, ContactHoldPart.Title, "if it is needed",
            ContactHoldPart.Button(view.Case), IsOpen: false)
        { IsOffered = true };
    }

    /// <summary>For everybody who reads here. Nobody's name of the family: a number.</summary>
    public static IEnumerable<StatusLine> Status(CaseView view) => !view.Reader.May(Capability.ReadContent) ? []
        : StandingHold.Of(view.Case).Select(hold => new StatusLine(0,
            $"Hold: ask {HoldLines.Ask(view.Case, hold)} first, before you speak with {hold.Number}. {HoldLines.NotDelayed}")
        {
            IsSeenFirst = true,
        });

    public static IReadOnlyList<string> First(CaseView view) =>
        view.Reader.May(Capability.ReadContent) ? [.. HoldLines.Of(view.Case).Select(line => $"{line} {HoldLines.NotDelayed}")] : [];
}
