import * as api from "../api";
import type { Desk, Message, Person } from "../model";

export interface Happening {
  at: string;
  who: string[];
  what: string;
  place: "chat" | "calendar" | "mail";
}

/** Everybody's desks and chats at one moment. */
export interface Snapshot {
  desks: Record<string, Desk>;
  messages: Record<string, Message[]>;
}

export async function snapshot(people: Person[]): Promise<Snapshot> {
  const desks = Object.fromEntries(await Promise.all(people.map(async (person) => [person.id, await api.desk(person.id)] as const)));
  // A chat reads the same for all its members, so any of them will do.
  const reader = new Map(people.flatMap((person) => desks[person.id]!.chats.map((chat) => [chat.id, person.id] as const)));
  const messages = await Promise.all([...reader].map(async ([chat, person]) => [chat, await api.messages(person, chat)] as const));
  return { desks, messages: Object.fromEntries(messages) };
}

/** What came to whom between two moments, told once where several people got the same. */
export function happened(people: Person[], before: Snapshot, after: Snapshot): Happening[] {
  const found = new Map<string, Happening>();
  for (const person of people) {
    for (const { key, ...event } of newFor(person.id, before, after)) {
      const known = found.get(key) ?? { ...event, who: [] };
      known.who.push(person.name);
      found.set(key, known);
    }
  }
  return [...found.values()].sort((a, b) => a.at.localeCompare(b.at));
}

function newFor(person: string, before: Snapshot, after: Snapshot): (Omit<Happening, "who"> & { key: string })[] {
  const [old, now] = [before.desks[person]!, after.desks[person]!];
  const isNew = <T extends { id: string }>(known: T[]) => (item: T) => !known.some((other) => other.id === item.id);
  return [
    ...now.chats.flatMap((chat) => changed(before.messages[chat.id] ?? [], after.messages[chat.id] ?? []).map((message) => (
      { key: message.id, at: message.at, place: "chat" as const, what: `${chat.title}: ${gist(message)}` }))),
    ...now.mail.filter(isNew(old.mail)).map((mail) => ({ key: `mail ${mail.at} ${mail.subject}`, at: mail.at, place: "mail" as const, what: mail.subject })),
    ...now.calendar.filter(isNew(old.calendar)).map((event) => ({ key: event.id, at: event.startsAt, place: "calendar" as const, what: event.subject })),
  ];
}

const changed = (before: Message[], after: Message[]) =>
  after.filter((message) => JSON.stringify(before.find((known) => known.id === message.id)) !== JSON.stringify(message));

function gist(message: Message): string {
  const said = message.summary || message.text || "a card";
  return message.edited ? `${said} (changed)` : said;
}
