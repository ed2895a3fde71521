import type { Answer, Appointment, Chat, Desk, Mail, MeetingStep, Message, Person, Practise } from "./model";

/** The sandbox, or the bot behind it, did not answer; the message is a sentence for the reader. */
export class Unreachable extends Error {}

export interface InvokeAnswer {
  status: number;
  body?: unknown;
}

async function call<T>(path: string, body?: unknown, method = "POST"): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(`/sandbox/${path}`, body === undefined ? undefined : {
      method,
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Unreachable("The sandbox is not answering. Is the bot still running?");
  }

  const text = await answer.text();
  if (!answer.ok) {
    throw new Unreachable(sentence(text) ?? `The sandbox answered ${answer.status}.`);
  }

  const isJson = answer.headers.get("Content-Type")?.includes("json") ?? false;
  return (text && isJson ? JSON.parse(text) : undefined) as T;
}

/** Errors come as plain text or as {error:{message}}; anything else is not fit to show. */
function sentence(text: string): string | undefined {
  try {
    const parsed = JSON.parse(text) as { error?: { message?: string } | string; detail?: string } | string;
    if (typeof parsed === "string") {
      return parsed;
    }
    return (typeof parsed.error === "string" ? parsed.error : parsed.error?.message) ?? parsed.detail;
  } catch {
    return text.length > 0 && text.length < 300 && !text.includes("<") ? text : undefined;
  }
}

const at = (person: string, rest: string) => `api/${encodeURIComponent(person)}/${rest}`;
const chat = (person: string, id: string, rest: string) => at(person, `chats/${encodeURIComponent(id)}/${rest}`);

/** What Teams gives a tab for its person; none for a guest. */
export const token = async (person: string) => (await call<{ token: string }>(at(person, "token"), {})).token;

export const people = () => call<Person[]>("people");
export const clock = () => call<{ now: string }>("clock");
export const moveClock = (move: { to: string } | { advance: string }) => call<{ now: string }>("clock", move);

export const practise = () => call<Practise>("practise");
export const startPractise = (id: string) => call<Practise>("practise", { case: id });
/** One thing that somebody of the cast does, or the chair's next step; none where there is nothing to do. */
export const stepPractise = (chair: boolean) => call<{ did?: unknown }>("practise/step", { chair });
export const askMore = (who: string) => call<Practise>("practise/ask", { who });
export const leavePractise = () => call<unknown>("practise", {}, "DELETE");

export async function desk(person: string): Promise<Desk> {
  const [chats, calendar, mail] = await Promise.all([
    call<Chat[]>(at(person, "chats")),
    call<Appointment[]>(at(person, "calendar")),
    call<Mail[]>(at(person, "mail")),
  ]);
  return { chats, calendar, mail };
}

export const messages = (person: string, id: string) => call<Message[]>(chat(person, id, "messages"));
/** <delivered> is false where the bot did not hear it: out of reach, or not spoken to in a group. */
export const send = (person: string, id: string, text: string) => call<{ delivered?: boolean } | undefined>(chat(person, id, "messages"), { text });
/** A button that Teams sends as a message with a value (Action.Submit without msteams.type). */
export const sendValue = (person: string, id: string, value: unknown, replyToId: string) =>
  call<unknown>(chat(person, id, "messages"), { value, replyToId });
export const invoke = (person: string, id: string, body: { name: string; value: unknown; replyToId?: string }) =>
  call<InvokeAnswer>(chat(person, id, "invoke"), body);
export const answerInvitation = (person: string, event: string, response: Answer) =>
  call<unknown>(at(person, `calendar/${encodeURIComponent(event)}/response`), { response });
export const meeting = (person: string, onlineMeeting: string, step: MeetingStep) =>
  call<unknown>(at(person, `meetings/${encodeURIComponent(onlineMeeting)}/${step}`), {});
export const attachmentUrl = (person: string, mail: string, n: number) =>
  `/sandbox/${at(person, `mail/${encodeURIComponent(mail)}/attachments/${n}`)}`;
