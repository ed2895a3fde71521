import { el } from "@kit/dom";

const svg = "http://www.w3.org/2000/svg";

/** Whose page it is, as its letters say: the council, and who is signed in. */
export function heading(council: string, who = ""): HTMLElement {
  const sign = document.createElementNS(svg, "svg");
  sign.setAttribute("viewBox", "0 0 28 28");
  sign.setAttribute("class", "sign");
  sign.setAttribute("aria-hidden", "true");
  const house = document.createElementNS(svg, "path");
  house.setAttribute("d", "M14 5v2.2a5 5 0 0 1 5 4.8v2h3v8h-6v-4h-4v4H6v-8h3v-2a5 5 0 0 1 4-4.7V4h4v2h-3z");
  sign.append(house);
  return el("header", {}, sign, el("strong", {}, council || "Your council"), el("span", { class: "quiet" }, who));
}
