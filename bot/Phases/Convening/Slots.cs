using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Graph;
using StrategyBot.Rules.Wording;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>A time to propose.</summary>
/// <param name="Note">What is known of people's calendars then; never "free" of a calendar that can't be seen.</param>
internal sealed record ProposedSlot(DateTimeOffset StartsAt, string Note);

/// <summary>Proposes the earliest sensible time, not the limit (R16).</summary>
internal sealed class Slots(FreeBusy freeBusy, Words words, TimeProvider clock)
{
    public async Task<ProposedSlot> ProposeAsync(Case @case, CancellationToken cancellationToken)
    {
        var candidates = ProposingTime.Candidates(@case, clock.GetUtcNow(), words);
        var mails = @case.Invited.Select(person => person.Mail).Where(mail => mail.Length > 0).ToList();
        try
        {
            using var patience = Patience.For(cancellationToken);
            foreach (var starts in mails.Count == 0 ? [] : candidates)
            {
                var schedules = await freeBusy.ScheduleAsync(mails, starts, starts.AddMinutes(SettingTime.UsualMinutes), patience.Token);
                if (schedules.All(schedule => schedule.Availability != Availability.Busy))
                {
                    return new(starts, Say(@case, [.. schedules]));
                }
            }

            return new(candidates[0], mails.Count == 0 ? "" : "Nobody's calendar is quite free before the limit: choose the time that matters most.");
        }
        catch (Exception failure) when (Patience.IsOutage(failure, cancellationToken))
        {
            return new(candidates[0], "Calendars can't be read just now. Choose a time all the same; people answer the invitation.");
        }
    }

    private static string Say(Case @case, IReadOnlyList<Schedule> schedules)
    {
        string Names(Availability availability) => string.Join(", ", schedules.Where(one => one.Availability == availability)
            .Select(one => Shortened.Name(@case.Invited.First(person => MailAddress.Same(person.Mail, one.Mail)).Name)).Take(10));
        string[] parts = [Names(Availability.Free) is { Length: > 0 } free ? $"Free then: {free}." : "", Names(Availability.Unknown) is { Length: > 0 } unknown ? $"Calendar not known: {unknown}." : ""];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }
}
