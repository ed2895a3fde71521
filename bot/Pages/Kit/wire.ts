/** The line is down, or the service does not answer: nobody knows whether the request arrived. */
export class NoLine extends Error {}

/** Whoever asked is known no more, whatever the reason. */
export class SignedOut extends Error {}

export type Fields = Record<string, unknown>;

/** What a verb answers: a card, or a sentence. */
export interface Answer {
  title?: string;
  card?: Fields;
  text?: string;
  /** It stands on the record. */
  saved?: boolean;
  /** What was saved ended the session. */
  over?: boolean;
  /** Nobody can say what became of it: the same press again is the same. */
  unsure?: boolean;
  /** What is marked for some, word for word as the card says it. */
  folded?: string[];
}

export interface Press {
  verb: string;
  data: Fields;
  /** The press's own, also when it is sent again: nothing is written twice. */
  id: string;
  /** The page asks by itself because something changed. */
  automatic?: boolean;
}

const patience = 30_000;
// A gateway's answers, not the bot's own.
const notTheBot = new Set([502, 503, 504]);

/** Asks the bot. @throws NoLine where nothing, or nobody of ours, answered. */
export async function post(url: string, body: unknown, headers: Record<string, string>): Promise<{ status: number; body: Fields }> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
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
  return { status: response.status, body: response.status >= 500 ? { ...said, unsure: true } : said };
}
