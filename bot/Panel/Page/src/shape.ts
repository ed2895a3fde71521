import { items, sentBy } from "@kit/card";
import type { Open } from "@kit/desk";
import type { Fields } from "@kit/wire";

/** A form's card, told apart: the panel shows the title, what was saved and the sentence to say in its own way. */
export interface Shape {
  title: string;
  /** What became of the form before. */
  saved: string;
  /** What takes that back, where it can be. */
  undo: Open | undefined;
  /** What else can be done with what was saved. */
  beside: { title: string; open: Open }[];
  /** What the chair may say, without its quotation marks; and the paper behind it. */
  say: string;
  behind: string;
  /** Why it was not saved. */
  notSaved: string;
  /** All the rest. */
  rest: Fields;
}

const textOf = (item: Fields): string => (typeof item["text"] === "string" ? item["text"] : "");
const inside = (item: Fields): Fields[] => (Array.isArray(item["items"]) ? (item["items"] as Fields[]) : []);
const actionsOf = (item: Fields): Fields[] => (Array.isArray(item["actions"]) ? (item["actions"] as Fields[]) : []);
const is = (item: Fields, key: string, value: string): boolean => String(item[key] ?? "").toLowerCase() === value;

export function shapeOf(card: Fields): Shape {
  const body = [...((card["body"] as Fields[] | undefined) ?? [])];
  const shape: Shape = { title: "", saved: "", undo: undefined, beside: [], say: "", behind: "", notSaved: "", rest: card };
  const take = (at: number): Fields => body.splice(at, 1)[0]!;
  if (body[0] && is(body[0], "style", "heading")) {
    shape.title = textOf(take(0));
  }
  if (body[0] && is(body[0], "style", "attention") && textOf(inside(body[0])[0] ?? {}).startsWith("Not saved.")) {
    shape.notSaved = textOf(inside(take(0))[0]!).replace(/^Not saved\.\s*/, "");
  }
  if (body[0] && is(body[0], "weight", "bolder") && is(body[0], "color", "good")) {
    shape.saved = textOf(take(0));
    const isUndo = (action: Fields) => action["title"] === "Undo";
    const at = body.findIndex((item) => actionsOf(item).some(isUndo));
    if (at >= 0) {
      shape.undo = sentBy(actionsOf(body[at]!).find(isUndo)!);
      const others = actionsOf(body[at]!).filter((action) => !isUndo(action));
      shape.beside = others.map((action) => ({ title: String(action["title"]), open: sentBy(action)! })).filter(({ open }) => open);
      body.splice(at, 1);
    }
  }
  const say = body.findIndex((item) => item["id"] === "say");
  if (say >= 0) {
    const [sentence, source] = inside(take(say)).map(textOf);
    shape.say = (sentence ?? "").replace(/^You could say:\s*/, "");
    shape.behind = (source ?? "").replace(/^Behind it:\s*/, "");
  }
  // The footer says it.
  const waits = body.findIndex((item) => /^Not saved yet: use the button/.test(textOf(item)) || /^Not saved\. Put right/.test(textOf(item)));
  if (waits >= 0) {
    take(waits);
  }
  shape.rest = unforced({ ...card, body });
  return shape;
}

/** The bot says everything that is to be changed at once; the renderer would say only what is empty, and send nothing. */
function unforced(card: Fields): Fields {
  const copy = JSON.parse(JSON.stringify(card)) as Fields;
  for (const item of [...items(copy)]) {
    delete item["isRequired"];
  }
  return copy;
}
