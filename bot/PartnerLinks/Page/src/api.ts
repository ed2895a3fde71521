import { NoLine, SignedOut, post as ask, type Answer, type Fields, type Press } from "@kit/wire";

export interface Me {
  case: string;
  word: string;
  name: string;
  /** Whose text this device keeps. */
  holder: string;
  inbox: boolean;
  first: string;
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

export async function act(label: string, press: Press): Promise<Answer> {
  const { status, body } = await post("act", press, label);
  if (status === 401) {
    throw new SignedOut();
  }
  return body as Answer;
}

export const events = (label: string, signal: AbortSignal): Promise<Response> =>
  fetch(`/p/api/events?s=${label}`, { cache: "no-store", signal });
