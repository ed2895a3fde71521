/** The line is down, or the service does not answer: nobody knows whether the request arrived. */
export class NoLine extends Error {}

/** The session is over, whatever the reason. */
export class SignedOut extends Error {}

export type Fields = Record<string, unknown>;

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

/** What a verb answers: a card, or a sentence. */
export interface Answer {
  title?: string;
  card?: Fields;
  text?: string;
  /** It stands on the record. */
  saved?: boolean;
  /** What was saved ended the session. */
  over?: boolean;
}

export interface Press {
  verb: string;
  data: Fields;
  id: string;
  automatic?: boolean;
}

const patience = 30_000;
// A gateway's answers, not the bot's own.
const notTheBot = new Set([502, 503, 504]);

async function post(path: string, body: unknown, label: string): Promise<{ status: number; body: Fields }> {
  let response: Response;
  try {
    response = await fetch(`/p/api/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Link": label },
      body: JSON.stringify(body),
      cache: "no-store",
      signal: AbortSignal.timeout(patience),
    });
  } catch {
    throw new NoLine();
  }
  const said = (await response.json().catch(() => ({}))) as Fields;
  if (notTheBot.has(response.status) && typeof said["text"] !== "string") {
    throw new NoLine();
  }
  return { status: response.status, body: said };
}

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
