/** What the sandbox's API answers (the people's side under /sandbox/). */
export interface Person {
  id: string;
  name: string;
  role: string;
  agency: string;
  aadObjectId: string;
  mail: string;
  tenantId: string;
}

export interface Chat {
  id: string;
  kind: "personal" | "meeting";
  title: string;
  at: string;
  preview: string;
  members: string[];
  meetingId?: string;
  onlineMeetingId?: string;
  eventId?: string;
  startsAt?: string;
  inMeeting: boolean;
  meetingState?: "scheduled" | "running" | "ended";
  /** Where the app's tab of this chat is. */
  panel?: string;
}

export interface Attachment {
  contentType: string;
  content: unknown;
}

export interface Message {
  id: string;
  from: { id: string; name: string; bot: boolean };
  at: string;
  text?: string;
  textFormat?: string;
  summary?: string;
  attachments?: Attachment[];
  edited: boolean;
}

export type Answer = "accepted" | "declined" | "tentativelyAccepted";

export interface Appointment {
  id: string;
  subject: string;
  body?: string;
  startsAt: string;
  endsAt: string;
  joinUrl?: string;
  onlineMeetingId?: string;
  chatId?: string;
  organiser: string;
  response?: string;
}

export interface Mail {
  id: string;
  subject: string;
  from: string;
  to?: string[];
  folder?: string;
  at: string;
  bodyType: string;
  body: string;
  attachments?: { name: string; contentType: string; size: number }[];
}

/** All that one person can see at a glance. */
export interface Desk {
  chats: Chat[];
  calendar: Appointment[];
  mail: Mail[];
}

export const emptyDesk: Desk = { chats: [], calendar: [], mail: [] };

/** Practise: the cases there are, and the one that is being played. */
export interface Practise {
  cases: { id: string; title: string; about: string }[];
  playing?: Playing;
}

export interface Playing {
  id: string;
  title: string;
  /** What was phoned in. */
  call: string[];
  /** What is typed into each card that calls the meeting. */
  convene: { card: string; fill: { label: string; value: string | string[] }[] }[];
  chatId?: string;
  cast: { id: string; name: string; role: string; agency: string }[];
  /** Who holds something back until asked. */
  asks: { id: string; name: string }[];
  told: { at: string; who: string; what: string }[];
  trouble?: string;
}

export type MeetingStep = "start" | "join" | "leave" | "end";

export const CARD = "application/vnd.microsoft.card.adaptive";
