import { button, el } from "@kit/dom";
import type { Api, CopySheet, Opens } from "./api";
import type { Frame } from "./frame";
import { Whole, type Ways } from "./whole";

/** The fields of the authority's case system, each with its own button to copy it; a child at a time. */
export class Copies extends Whole<CopySheet> {
  private child = 0;
  /** What was copied since it was opened, by child and field. */
  private copied = new Set<string>();

  constructor(private readonly api: Api, frame: Frame, ways: Ways, private readonly go: (open: Opens) => Promise<void>) {
    super(frame, ways, "copies");
  }

  override async open(): Promise<void> {
    this.child = 0;
    this.copied = new Set();
    await super.open();
  }

  protected async ask(): Promise<{ shown: CopySheet | undefined; text?: string | undefined }> {
    const { copies, text } = await this.api.copies();
    this.child = Math.min(this.child, (copies?.children.length ?? 1) - 1);
    return { shown: copies, text };
  }

  protected drawn(sheet: CopySheet): HTMLElement {
    const { namesShown } = this.frame;
    const child = sheet.children[this.child]!;
    const [known, blank] = [child.fields.filter((field) => field.text), child.fields.filter((field) => !field.text)];
    return el("section", { class: "copies", "aria-label": sheet.title },
      el("h2", { tabindex: "-1" }, `${sheet.title}: ${child.name}`),
      ...(sheet.children.length < 2 ? [] : [el("div", { class: "switch", role: "group", "aria-label": "Which child" },
        ...sheet.children.map((one, at) => el("button", {
          type: "button", "aria-pressed": String(at === this.child), "data-key": `copies-child-${at}`, onclick: () => {
            this.child = at;
            this.draw();
          },
        }, one.name)))]),
      // It is copied whole, and seen by nobody who looks at the screen.
      ...(namesShown ? [] : [el("p", { class: "caption" }, "Names are hidden. Copy takes the whole text; show the names to read it here.")]),
      el("ul", {}, ...known.map((field) => this.field(field.label, field.text))),
      ...(blank.length === 0 ? [] : [el("p", { class: "caption" }, `Nothing is recorded for: ${blank.map(({ label }) => label).join(", ")}.`)]),
      el("p", { class: "leads" }, ...child.leads.map((lead) => button(lead.title, () => void this.go(lead.open), "link"))));
  }

  private field(label: string, text: string): HTMLElement {
    const key = `${this.child}/${label}`;
    const isCopied = this.copied.has(key);
    return el("li", {},
      el("div", { class: "field" }, el("strong", {}, label), el("button", {
        type: "button", class: "link copy", "data-key": `copy-${label}`, "aria-label": `${isCopied ? "Copied" : "Copy"}: ${label}`,
        onclick: () => void this.copy(key, text),
      }, isCopied ? "Copied ✓" : "Copy")),
      ...(this.frame.namesShown ? [el("p", { class: "words" }, text)] : []));
  }

  private async copy(key: string, text: string): Promise<void> {
    if (await copied(text)) {
      this.copied.add(key);
      this.ways.alert("");
      this.draw();
    } else {
      this.ways.alert("This browser doesn't let the page copy. Select the words and press Ctrl and C.");
    }
  }
}

/** A frame may copy what is selected on it, also where its host lets no page write to the clipboard. */
async function copied(text: string): Promise<boolean> {
  const area = el("textarea", { class: "unseen", readonly: true, "aria-hidden": "true" }, text);
  const focus = document.activeElement as HTMLElement | null;
  document.body.append(area);
  area.select();
  const isDone = document.execCommand("copy");
  area.remove();
  focus?.focus({ preventScroll: true });
  return isDone || navigator.clipboard.writeText(text).then(() => true, () => false);
}
