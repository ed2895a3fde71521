import { said, type View } from "@kit/desk";
import { el } from "@kit/dom";
import { secondOf, toChange } from "./form";
import type { Frame } from "./frame";

interface Foot {
  view: View;
  /** How what is typed stands. */
  state: string;
  isWaiting: boolean;
  pressMain: () => void;
  pressSecond: () => void;
  /** What is pressed where no form stands. */
  else: { title: string; press: () => void } | undefined;
}

/** How what is typed stands, and the one thing to press. */
export function drawFoot(frame: Frame, foot: Foot): void {
  const { card } = foot.view;
  const faults = card?.faultTexts().length ?? 0;
  const state = frame.text(faults > 0 ? toChange(faults) : foot.state || (card?.isForm ? "Not saved yet" : ""))
    .replace(said.notSaved, "Not saved yet. Kept here.");
  const [main, second] = [card?.buttons[0], secondOf(foot.view)];
  const content = state ? [el("p", { class: faults > 0 ? "state wrong" : "state" }, state)] : [];
  if (main) {
    content.push(el("div", { class: "buttons" },
      // Which button it is, is asked when it is pressed: the same words may stand under another form by then.
      primary(foot.isWaiting ? "Saving" : main.title, foot.pressMain),
      ...(second ? [secondary(second.title, foot.pressSecond)] : [])));
  } else if (!card && foot.else) {
    content.push(el("div", { class: "buttons" }, primary(foot.else.title, foot.else.press)));
  }
  frame.hear("state", state);
  frame.swap("foot", el("footer", { hidden: content.length === 0 }, ...content));
}

const primary = (title: string, press: () => void): HTMLElement =>
  el("fluent-button" as "button", { appearance: "primary", size: "large", "data-key": "primary", onclick: press }, title);

const secondary = (title: string, press: () => void): HTMLElement =>
  el("fluent-button" as "button", { size: "large", "data-key": "second", onclick: press }, title);
