// Cases are dated in England, wherever this machine stands.
const zone = "Europe/London";
const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options });
const clock = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const weekday = format({ weekday: "short" });
const longWeekday = format({ weekday: "long" });
const day = format({ day: "numeric", month: "short", year: "numeric" });
const shortDay = format({ day: "numeric", month: "short" });
const parts = format({ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

export const time = (at: string | Date) => clock.format(new Date(at));
/** Thu 26 Nov 2026 */
export const date = (at: string | Date) => `${weekday.format(new Date(at))} ${day.format(new Date(at))}`;
export const dateTime = (at: string | Date) => `${date(at)}, ${time(at)}`;
export const dayName = (at: string | Date) => `${longWeekday.format(new Date(at))} ${day.format(new Date(at))}`;

/** As a chat list says it: the time today, else the day. */
export const brief = (at: string, now: Date) => (sameDay(at, now) ? time(at) : shortDay.format(new Date(at)));
export const sameDay = (a: string | Date, b: string | Date) => localStamp(new Date(a)).slice(0, 10) === localStamp(new Date(b)).slice(0, 10);

/** 2026-11-26T14:00 as England's clocks show it, which is what a datetime-local input holds. */
export function localStamp(at: Date): string {
  const found = Object.fromEntries(parts.formatToParts(at).map((part) => [part.type, part.value]));
  return `${found["year"]}-${found["month"]}-${found["day"]}T${found["hour"]}:${found["minute"]}`;
}

/** The instant at which England's clocks show <stamp>; in the hour that comes twice, the first. */
export function fromLocalStamp(stamp: string): Date {
  const asUtc = new Date(`${stamp}:00Z`);
  const summer = new Date(asUtc.getTime() - 3_600_000);
  return localStamp(summer) === stamp ? summer : asUtc;
}

export function nextWeekdayMorning(now: Date): Date {
  const next = new Date(`${localStamp(now).slice(0, 10)}T12:00:00Z`);
  do {
    next.setUTCDate(next.getUTCDate() + 1);
  } while (next.getUTCDay() === 0 || next.getUTCDay() === 6);
  return fromLocalStamp(`${next.toISOString().slice(0, 10)}T09:00`);
}
