import { said } from "@kit/desk";
import { button, el } from "@kit/dom";
import { NoLine } from "@kit/wire";
import type { Api, CopySheet, Opens } from "./api";
import type { Frame } from "./frame";

interface Ways {
  go: (open: Opens) => Promise<void>;
  /** Something else than a lost line went wrong. */
  gone: (why: unknown) => void;
  alert: (text: string) => void;
  drawn: () => void;
}

/** The fields of the authority's case system, each with its own button to copy it; a child at a time. */
export class Copies {
  shown: CopySheet | undefined;
  private child = 0;
  private asked = 0;
  /** What was copied since it was opened, by child and field. */
  private copied = new Set<string>();

  constructor(private readonly api: Api, private readonly frame: Frame, private readonly ways: Ways) {}

  async open(): Promise<void> {
    this.child = 0;
    this.copied = new Set();
    await this.load(said.notOpened);
    this.frame.region("copies").querySelector("h2")?.focus({ preventScroll: true });
  }

  /** Somebody wrote: drawn anew where it is shown. */
  async renew(version: number): Promise<void> {
    if (this.shown && this.shown.version < version) {
      await this.load("");
    }
  }

  close(): void {
    this.asked++;
    if (this.shown) {
      this.shown = undefined;
      this.frame.swap("copies", el("section", { hidden: true }));
    }
  }

  draw(): void {
    this.frame.swap("copies", this.drawn(this.shown!));
  }

  private async load(withoutLine: string): Promise<void> {
    const asked = ++this.asked;
    try {
      const { copies, text } = await this.api.copies();
      if (asked !== this.asked) {
        return;
      }
      if (!copies) {
        this.ways.alert(text ?? "");
        return;
      }
      this.shown = copies;
      this.child = Math.min(this.child, copies.children.length - 1);
      this.draw();
      this.ways.drawn();
    } catch (why) {
      if (why instanceof NoLine) {
        this.ways.alert(withoutLine);
      } else {
        this.ways.gone(why);
      }
    }
  }

  private drawn(sheet: CopySheet): HTMLElement {
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
      el("p", { class: "leads" }, ...child.leads.map((lead) => button(lead.title, () => void this.ways.go(lead.open), "link"))));
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
