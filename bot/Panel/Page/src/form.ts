import { items, type Button } from "@kit/card";
import type { Desk, View } from "@kit/desk";
import { button, el } from "@kit/dom";
import type { Fields } from "@kit/wire";
import type { Frame } from "./frame";
import { icon } from "./icons";
import { shapeOf, type Shape } from "./shape";

// In letters: a longer one would leave the first no room.
const fitsBeside = 12;

/** The form that is next: what was saved before, what may be said, the card, and the buttons that have no room in the footer. */
export function drawForm(frame: Frame, desk: Desk, view: View): void {
  const form = frame.region("form");
  const shape = shapeOf(frame.card(view.json));
  form.hidden = false;
  form.replaceChildren(
    ...(shape.saved ? [...saved(shape, desk)] : []),
    ...(shape.notSaved ? [summary(shape.notSaved, desk, view)] : []),
    el("h2", { tabindex: "-1" }, shape.title || frame.text(view.title)),
    ...(shape.say && !shape.notSaved && !standsIn(shape.rest, shape.say) ? [sayBlock(shape.say, shape.behind)] : []),
    el("div", { class: "card" }, view.card!.element),
    ...others(frame, desk, view));
  frame.hear("saved", shape.saved || (view.isSaved ? shape.title : ""));
}

const saved = ({ saved: text, undo, beside }: Shape, desk: Desk): HTMLElement[] => [
  el("p", { class: "saved" }, icon("tick"), el("span", {}, text), ...(undo ? [button("Undo", () => void desk.go(undo), "link")] : [])),
  ...(beside.length > 0 ? [el("p", { class: "beside" }, ...beside.map(({ title, open }) => button(title, () => void desk.go(open), "link")))] : []),
];

/** The button that stands beside the main one. */
export function secondOf({ card }: View): Button | undefined {
  const second = card?.buttons[1];
  return second && second.title.length <= fitsBeside ? second : undefined;
}

function others(frame: Frame, desk: Desk, view: View): HTMLElement[] {
  const rest = view.card!.buttons.slice(secondOf(view) ? 2 : 1).map((one) => button(frame.text(one.title), one.press, "link"));
  const all = desk.isRestored ? [...rest, button("Discard what I typed", () => void desk.discard(view.key), "link")] : rest;
  return all.length === 0 ? [] : [el("p", { class: "others" }, ...all)];
}

const sayBlock = (say: string, behind: string): HTMLElement => el("div", { class: "say" },
  el("p", {}, el("strong", {}, "Say "), say),
  ...(behind ? [el("details", { class: "behind" }, el("summary", { "aria-label": "Where this comes from" }, icon("info")), el("p", {}, behind))] : []));

function summary(why: string, desk: Desk, { card }: View): HTMLElement {
  const faults = card!.faultTexts();
  return el("div", { class: "summary", tabindex: "-1" },
    el("p", {}, icon("error"), el("strong", {}, faults.length === 0 ? "Not saved" : toChange(faults.length))),
    faults.length === 0
      ? el("p", {}, why)
      : el("ul", {}, ...faults.map((fault) => el("li", {}, button(fault.text, () => desk.view.card?.focus(fault.id), "link")))));
}

export const toChange = (faults: number): string => `Not saved: ${faults === 1 ? "1 thing" : `${faults} things`} to change`;

/** Whether a card says word for word what may be said: nothing twice. */
const standsIn = (card: Fields, say: string): boolean => {
  const sentence = say.replace(/^“|”$/g, "");
  return [...items(card)].some((item) => item["text"] === sentence);
};
