import { said } from "@kit/desk";
import { button, el } from "@kit/dom";
import { NoLine } from "@kit/wire";
import type { Api, Document, Opens, Paragraph } from "./api";
import type { Frame } from "./frame";
import { icon } from "./icons";
import type { Notes } from "./notes";
import { compared, type Run } from "./words";

interface Ways {
  go: (open: Opens) => Promise<void>;
  /** Something else than a lost line went wrong. */
  gone: (why: unknown) => void;
  alert: (text: string) => void;
  drawn: () => void;
}

const read = "draft";

/** The draft of the minutes from top to bottom: each paragraph with its pencil, whose form stands in its place, and what changed since
 * it was read. */
export class Draft {
  shown: Document | undefined;
  private editing: string | undefined;
  private at = -1;
  /** Which asking for it is the latest: what comes of an earlier one, or after it was closed, is not shown. */
  private asked = 0;

  constructor(private readonly api: Api, private readonly frame: Frame, private readonly notes: Notes, private readonly ways: Ways) {}

  /** Whether it is what edits one of its paragraphs. */
  edits(open: Opens): boolean {
    return this.shown?.paragraphs.some((one) => one.open?.verb === open.verb) === true;
  }

  /** As it stands now, whole. @returns Whether it is shown. */
  async open(): Promise<boolean> {
    this.editing = undefined;
    return this.load(said.notOpened);
  }

  /** Somebody wrote: drawn anew where it is shown, and whoever is editing stays where they are. */
  async renew(version: number): Promise<void> {
    if (this.shown && this.shown.version < version) {
      await this.load("");
    }
  }

  private async load(withoutLine: string): Promise<boolean> {
    const asked = ++this.asked;
    try {
      const { draft, text } = await this.api.draft(this.since());
      if (asked !== this.asked) {
        return false;
      }
      if (!draft) {
        this.ways.alert(text ?? "");
        return false;
      }
      this.shown = draft;
      if (this.since() === undefined) {
        this.notes.write(read, String(draft.version));
      }
      this.draw();
      this.ways.drawn();
      return true;
    } catch (why) {
      if (why instanceof NoLine) {
        this.ways.alert(withoutLine);
      } else {
        this.ways.gone(why);
      }
      return false;
    }
  }

  close(): void {
    this.asked++;
    if (this.shown) {
      this.shown = undefined;
      this.editing = undefined;
      this.frame.region("document").before(this.frame.region("form"));
      this.frame.swap("document", el("section", { hidden: true }));
    }
  }

  /** Where its form is put away, the paragraph is whole again. */
  closeForm(): void {
    this.editing = undefined;
    this.frame.region("document").before(this.frame.region("form"));
  }

  draw(): void {
    const form = this.frame.region("form");
    this.frame.swap("document", this.drawn(this.shown!), (old, next) => {
      if (old.contains(form)) {
        this.around(form, old, next);
      } else {
        old.replaceWith(next);
      }
    });
    this.putFormInPlace();
  }

  /** All but the form is taken out and put in anew: whoever types in it isn't moved. */
  private around(form: HTMLElement, old: HTMLElement, next: HTMLElement): void {
    const main = this.frame.region("main");
    const stood = form.getBoundingClientRect().top;
    const at = [...next.children].findIndex((one) => (one as HTMLElement).dataset["paragraph"] === this.editing);
    const content = [...next.children];
    [...old.children].filter((one) => one !== form).forEach((one) => one.remove());
    form.before(...content.slice(0, at + 1));
    form.after(...content.slice(at + 1));
    main.scrollTop += form.getBoundingClientRect().top - stood;
  }

  /** Where its paragraph stands; who is in it stays in it. */
  private putFormInPlace(): void {
    const form = this.frame.region("form");
    const place = this.editing && this.frame.region("document").querySelector(`[data-paragraph="${CSS.escape(this.editing)}"]`);
    if (place && place.nextElementSibling !== form) {
      place.after(form);
    }
  }

  private async edit(paragraph: Paragraph): Promise<void> {
    this.editing = paragraph.id;
    this.putFormInPlace();
    await this.ways.go(paragraph.open!);
    this.frame.region("form").scrollIntoView({ block: "start" });
  }

  /** The version of the case in which it was read. */
  private since(): number | undefined {
    const noted = Number.parseInt(this.notes.read(read) ?? "", 10);
    return Number.isNaN(noted) ? undefined : noted;
  }

  private drawn(doc: Document): HTMLElement {
    const mask = this.frame.text;
    const changed = doc.paragraphs.filter((one) => one.before !== undefined);
    const content: HTMLElement[] = [];
    let section = "";
    let number = 0;
    for (const paragraph of doc.paragraphs) {
      if (paragraph.section !== section) {
        section = paragraph.section;
        content.push(el("h2", {}, `${++number} ${mask(section)}`));
      }
      content.push(this.paragraph(paragraph));
    }
    return el("section", { class: "document", "aria-label": doc.title },
      el("p", { class: "stage" }, doc.stage),
      ...(changed.length === 0 ? [] : [el("div", { class: "changes" },
        el("span", {}, el("strong", {}, changed.length === 1 ? "1 change" : `${changed.length} changes`), " since you read it"),
        button("Next change", () => this.toNext(changed), "link"), button("Seen", () => this.seen(), "link"))]),
      ...(doc.file ? [el("p", {}, button(doc.file.title, () => void this.ways.go(doc.file!.open), "link"))] : []),
      ...content);
  }

  private paragraph(paragraph: Paragraph): HTMLElement {
    const { text: mask, namesShown } = this.frame;
    const isChanged = paragraph.before !== undefined;
    const words = wordsOf(paragraph, mask);
    const isFor = paragraph.for ? [el("p", { class: "for" }, icon("hidden"), mask(paragraph.for))] : [];
    return el("div", { class: isChanged ? "paragraph changed" : "paragraph", "data-paragraph": paragraph.id, tabindex: "-1" },
      ...(isChanged ? [el("p", { class: "when" }, `Changed ${paragraph.said ?? ""}`)] : []),
      ...(namesShown ? isFor : []),
      ...(paragraph.note ? [el("p", { class: "late" }, mask(paragraph.note))] : []),
      // Names are hidden: what is marked for some stays folded too.
      ...(paragraph.for && !namesShown
        ? [el("details", { "data-key": `for-${paragraph.id}` }, el("summary", { class: "for" }, icon("hidden"), mask(paragraph.for), icon("more", "chevron")), ...words)]
        : words),
      ...(paragraph.author ? [el("p", { class: "caption" }, mask(paragraph.author))] : []),
      ...(paragraph.open ? [el("button", {
        type: "button", class: "link edit", "data-key": `edit-${paragraph.id}`, onclick: () => void this.edit(paragraph),
      }, "Edit")] : []));
  }

  private seen(): void {
    this.notes.write(read, String(this.shown!.version));
    this.shown!.paragraphs.forEach((one) => delete one.before);
    this.draw();
  }

  private toNext(changed: Paragraph[]): void {
    this.at = (this.at + 1) % changed.length;
    const next = document.querySelector<HTMLElement>(`[data-paragraph="${CSS.escape(changed[this.at]!.id)}"]`);
    next?.scrollIntoView({ block: "center" });
    next?.focus({ preventScroll: true });
  }
}

function wordsOf({ text, cells, before }: Paragraph, mask: (text: string) => string): HTMLElement[] {
  const [first, ...rest] = cells;
  if (first !== undefined) {
    return [el("p", {}, mask(first)), el("p", { class: "caption" }, mask(rest.filter((cell) => cell.length > 0).join(" · ")))];
  }
  const runs: Run[] = before ? compared(mask(before), mask(text)) : [{ text: mask(text), is: "same" }];
  return [el("p", { class: "words" }, ...runs.map(({ text: run, is }) => (is === "same" ? run : el(is === "gone" ? "del" : "ins", {}, run))))];
}
