import type { Desk, Person } from "../model";

export interface Happening {
  at: string;
  who: string[];
  what: string;
  place: "chat" | "calendar" | "mail";
}

/** What came to whom while the clock moved, told once where several people got the same. */
export function happened(people: Person[], before: Record<string, Desk>, after: Record<string, Desk>): Happening[] {
  const found = new Map<string, Happening>();
  const add = (person: Person, at: string, place: Happening["place"], what: string) => {
    const key = `${at} ${place} ${what}`;
    const known = found.get(key);
    if (known) {
      known.who.push(person.name);
    } else {
      found.set(key, { at, who: [person.name], what, place });
    }
  };
  for (const person of people) {
    const [old, now] = [before[person.id], after[person.id]];
    if (!old || !now) {
      continue;
    }
    for (const chat of now.chats) {
      const was = old.chats.find((other) => other.id === chat.id);
      if (!was || was.at !== chat.at || was.preview !== chat.preview) {
        add(person, chat.at, "chat", `${chat.title}: ${chat.preview}`);
      }
    }
    for (const mail of now.mail.filter((letter) => !old.mail.some((other) => other.id === letter.id))) {
      add(person, mail.at, "mail", mail.subject);
    }
    for (const event of now.calendar.filter((entry) => !old.calendar.some((other) => other.id === entry.id))) {
      add(person, event.startsAt, "calendar", event.subject);
    }
  }
  return [...found.values()].sort((a, b) => a.at.localeCompare(b.at));
}
