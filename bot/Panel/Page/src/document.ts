import { button, el } from "@kit/dom";
import type { Document, Paragraph } from "./api";
import { icon } from "./icons";

interface Ways {
  mask: (text: string) => string;
  /** Names are hidden: what is marked for some stays folded too. */
  isHidden: boolean;
  edit: (paragraph: Paragraph) => void;
  seen: () => void;
  /** What was read before, by when its words were last written. */
  since: string | undefined;
}

/** The draft from top to bottom, each paragraph with its pencil, and what changed since it was read. */
export function drawDocument(doc: Document, { mask, isHidden, edit, seen, since }: Ways): HTMLElement {
  const changed = since ? doc.paragraphs.filter((one) => one.at !== undefined && one.at > since) : [];
  const content: HTMLElement[] = [];
  let section = "";
  let number = 0;
  for (const paragraph of doc.paragraphs) {
    if (paragraph.section !== section) {
      section = paragraph.section;
      content.push(el("h2", {}, `${++number} ${mask(section)}`));
    }
    content.push(drawParagraph(paragraph, changed.includes(paragraph), mask, isHidden, edit));
  }
  return el("section", { class: "document", "aria-label": doc.title },
    el("p", { class: "stage" }, doc.stage),
    ...(changed.length === 0 ? [] : [el("div", { class: "changes" },
      el("span", {}, el("strong", {}, changed.length === 1 ? "1 change" : `${changed.length} changes`), " since you read it"),
      button("Next change", () => toNext(changed), "link"), button("Seen", seen, "link"))]),
    ...content);
}

function drawParagraph(
  paragraph: Paragraph, isChanged: boolean, mask: (text: string) => string, isHidden: boolean, edit: (one: Paragraph) => void,
): HTMLElement {
  const [first, ...rest] = paragraph.cells;
  const words = first === undefined
    ? paragraph.text.split("\n").map((line) => el("p", {}, mask(line)))
    : [el("p", {}, mask(first)), el("p", { class: "caption" }, mask(rest.filter((cell) => cell.length > 0).join(" · ")))];
  return el("div", { class: isChanged ? "paragraph changed" : "paragraph", "data-paragraph": paragraph.id, tabindex: "-1" },
    ...(isChanged ? [el("p", { class: "when" }, `Changed ${paragraph.said ?? ""}`)] : []),
    ...(paragraph.for && !isHidden ? [el("p", { class: "for" }, icon("hidden"), mask(paragraph.for))] : []),
    ...(paragraph.note ? [el("p", { class: "late" }, mask(paragraph.note))] : []),
    ...(paragraph.for && isHidden
      ? [el("details", { "data-key": `for-${paragraph.id}` }, el("summary", { class: "for" }, icon("hidden"), mask(paragraph.for), icon("more", "chevron")), ...words)]
      : words),
    ...(paragraph.author ? [el("p", { class: "caption" }, mask(paragraph.author))] : []),
    ...(paragraph.open ? [button("Edit", () => edit(paragraph), "link edit")] : []));
}

let at = -1;

function toNext(changed: Paragraph[]): void {
  at = (at + 1) % changed.length;
  const next = document.querySelector<HTMLElement>(`[data-paragraph="${CSS.escape(changed[at]!.id)}"]`);
  next?.scrollIntoView({ block: "center" });
  next?.focus({ preventScroll: true });
}
