import type { Tasks } from "./tasks";
import { NoLine, SignedOut, post as ask, type Answer, type Fields, type Press } from "@kit/wire";

export interface Me {
  case: string;
  word: string;
  name: string;
  /** Whose text this device keeps. */
  holder: string;
  inbox: boolean;
  first: string;
  /** Whose page it is, and whom to ask for. */
  council: string;
  switchboard: string;
  chair: string;
  /** Asks whether one knows the family. */
  conflict: string;
  /** Locks what this device keeps: given to a session alone, and never stored. */
  keeps: string;
}

const post = (path: string, body: unknown, label: string): Promise<{ status: number; body: Fields }> =>
  ask(`/p/api/${path}`, body, { "X-Link": label });

export async function wantCode(token: string, challenge: string | undefined): Promise<{ challenge?: string; text?: string }> {
  return (await post("code", { token, challenge }, "-")).body;
}

/** The label of the session that begins, or why not. */
export async function signIn(token: string, challenge: string, code: string): Promise<{ label?: string; text?: string }> {
  return (await post("sign-in", { token, challenge, code }, "-")).body;
}

export async function signOut(label: string): Promise<void> {
  if ((await post("sign-out", {}, label)).status !== 200) {
    throw new NoLine();
  }
}

export async function me(label: string): Promise<Me> {
  const { status, body } = await post("me", {}, label);
  if (status !== 200) {
    throw new NoLine();
  }
  if (!body["case"]) {
    throw new SignedOut();
  }
  return body as unknown as Me;
}

/** Whose page it is, for whoever isn't signed in. */
export async function from(): Promise<{ council: string; switchboard: string }> {
  return (await post("from", {}, "-")).body as { council: string; switchboard: string };
}

/** The session that this device has for whoever a link is for; none where it has none. */
export async function known(token: string): Promise<string | undefined> {
  return (await post("known", { token }, "-")).body["label"] as string | undefined;
}

export async function tasks(label: string, automatic: boolean): Promise<Tasks> {
  const { status, body } = await post("tasks", { automatic }, label);
  if (status === 401) {
    throw new SignedOut();
  }
  if (status !== 200) {
    throw new NoLine();
  }
  return body as unknown as Tasks;
}

export async function act(label: string, press: Press): Promise<Answer> {
  const { status, body } = await post("act", press, label);
  if (status === 401) {
    throw new SignedOut();
  }
  return body as Answer;
}

export const events = (label: string, signal: AbortSignal): Promise<Response> =>
  fetch(`/p/api/events?s=${label}`, { cache: "no-store", signal });
