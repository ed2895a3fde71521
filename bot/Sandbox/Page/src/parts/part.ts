import * as api from "../api";
import type { Where } from "../cards/channel";
import { CARD, type Message } from "../model";

/** What waits next for somebody, as StrategyBot's own card tells them. */
export interface Part {
  title: string;
  /** A sentence that the chair could say there, and the paper behind it. */
  say?: string;
  behind?: string;
  /** Where its dialog is opened from, and what the button sends. */
  where: Where;
  data: unknown;
}

interface Button {
  title?: string;
  verb?: string;
  data?: Record<string, unknown>;
}

interface Element {
  id?: string;
  text?: string;
  items?: Element[];
}

interface Card {
  body?: Element[];
  actions?: Button[];
}

const verb = "hub/my-part";
const next = "Next: ";

/** The card in the meeting's chat that leads everybody to their own part. */
export function hubOf(messages: Message[]): { message: string; data: Record<string, unknown> } | undefined {
  for (const message of [...messages].reverse()) {
    const card = message.attachments?.find((attachment) => attachment.contentType === CARD)?.content as Card | undefined;
    const button = card?.actions?.find((action) => action.data?.["verb"] === verb);
    if (button) {
      return { message: message.id, data: button.data! };
    }
  }
  return undefined;
}

/** What the chair reads in the end: what is counted of the meeting. */
export async function readEnd(person: string, chat: string): Promise<Part | undefined> {
  const hub = hubOf(await api.messages(person, chat));
  if (!hub) {
    return undefined;
  }
  return {
    title: "What is counted of this meeting",
    where: { person, chat, message: hub.message },
    data: { ...hub.data, verb: "overseeing/own-measures" },
  };
}

/** Asks as Teams refreshes a card by itself: nobody has read anything by that. */
export async function readPart(person: string, chat: string, hub: { message: string; data: Record<string, unknown> }): Promise<Part | undefined> {
  const { msteams: _, verb: __, ...data } = hub.data;
  const value = { action: { type: "Action.Execute", verb, data }, trigger: "automatic" };
  const answer = await api.invoke(person, chat, { name: "adaptiveCard/action", value });
  const card = (answer.body as { value?: unknown } | undefined)?.value as Card | string | undefined;
  const button = typeof card === "object" ? card.actions?.find((action) => action.title?.startsWith(next)) : undefined;
  if (!button) {
    return undefined;
  }

  const [say, behind] = (card as Card).body?.find((element) => element.id === "say")?.items?.map((item) => item.text ?? "") ?? [];
  return {
    title: button.title!.slice(next.length), say, behind,
    where: { person, chat, message: hub.message },
    data: { msteams: { type: "task/fetch" }, verb: button.verb, ...button.data },
  };
}
