import { said } from "@kit/desk";
import { el } from "@kit/dom";
import { NoLine } from "@kit/wire";
import type { Frame } from "./frame";

export interface Ways {
  /** Something else than a lost line went wrong. */
  gone: (why: unknown) => void;
  alert: (text: string) => void;
  drawn: () => void;
}

/** A part that is shown whole in a region of its own, in place of a form; drawn anew when somebody writes. */
export abstract class Whole<T extends { version: number }> {
  shown: T | undefined;
  /** Which asking for it is the latest: what comes of an earlier one, or after it was closed, is not shown. */
  private asked = 0;

  constructor(protected readonly frame: Frame, protected readonly ways: Ways, private readonly region: string) {}

  async open(): Promise<void> {
    await this.load(said.notOpened);
    this.frame.region(this.region).querySelector("h2")?.focus({ preventScroll: true });
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
      this.frame.swap(this.region, el("section", { hidden: true }));
    }
  }

  draw(): void {
    this.frame.swap(this.region, this.drawn(this.shown!));
  }

  protected abstract ask(): Promise<{ shown: T | undefined; text?: string | undefined }>;

  protected abstract drawn(shown: T): HTMLElement;

  /** @param withoutLine What is said where there is no line. */
  protected async load(withoutLine: string): Promise<void> {
    const asked = ++this.asked;
    try {
      const { shown, text } = await this.ask();
      if (asked !== this.asked) {
        return;
      }
      if (!shown) {
        this.ways.alert(text ?? "");
        return;
      }
      this.shown = shown;
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
}
