import { el } from "@kit/dom";

/** So many more at a time; as many come first. */
export const page = 100;

/** Below rows of which there are more. */
export const more = (left: number, says: string, onMore: () => void): HTMLElement => el("p", { class: "caption" }, `And ${left} more. ${says} `,
  el("button", { type: "button", class: "link", "data-key": "more", onclick: onMore }, `Show ${Math.min(left, page)} more`));
