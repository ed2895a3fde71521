import * as api from "../api";
import { unreachable, type Where } from "../cards/channel";
import { CARD } from "../model";
import { currentTheme } from "../frame/theme";

export interface Size {
  width?: string | number;
  height?: string | number;
}

/** What the bot wants shown next. */
export type Step =
  | { kind: "card"; title: string; card: unknown; size: Size }
  | { kind: "message"; text: string }
  | { kind: "close" };

interface TaskAnswer {
  task?: {
    type?: string;
    value?: string | ({ title?: string; card?: { contentType?: string; content?: unknown } } & Size);
  };
}

/** Asks the bot for a dialog (task/fetch) or hands in what was typed into one (task/submit). */
export async function askBot(where: Where, name: "task/fetch" | "task/submit", data: unknown): Promise<Step> {
  const value = { data, context: { theme: currentTheme() === "dark" ? "dark" : "default" } };
  const answer = await api.invoke(where.person, where.chat, { name, value, replyToId: where.message });
  if (answer.status !== 200) {
    throw new api.Unreachable(unreachable);
  }

  const task = (answer.body as TaskAnswer | undefined)?.task;
  if (task?.type === "message") {
    return { kind: "message", text: String(task.value ?? "") };
  }
  if (task?.type !== "continue" || typeof task.value !== "object") {
    return { kind: "close" };
  }
  const { title, card, width, height } = task.value;
  if (card?.contentType !== CARD) {
    throw new api.Unreachable("This dialog shows a web page; the sandbox shows cards only.");
  }
  return { kind: "card", title: title ?? "StrategyBot", card: card.content, size: { width, height } };
}
