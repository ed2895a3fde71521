import { el, show } from "@kit/dom";
import type { Fields } from "@kit/wire";
import { HiddenNames } from "./hiddenNames";

const spoken = ["saved", "news", "state", "line"] as const;

/** The panel's regions, each drawn anew only where it differs; and how names read on it. */
export class Frame {
  readonly hidden = new HiddenNames();
  namesShown = false;
  private readonly regions = new Map<string, HTMLElement>();
  private readonly made = new Map<string, string>();
  private readonly voices = new Map(spoken.map((name) => [name, el("p", { role: "status", class: "unseen", "data-says": name })]));

  constructor(command: HTMLElement) {
    const region = (name: string, element: HTMLElement) => {
      element.dataset["region"] = name;
      this.regions.set(name, element);
      return element;
    };
    show(
      region("head", el("header", {})),
      // Above what scrolls: whoever typed at the foot reads the answer.
      region("alert", el("p", { role: "alert", class: "alert" })),
      region("main", el("main", { tabindex: "-1" },
        ...this.voices.values(),
        region("board", el("section", { "aria-label": "How it stands" })),
        region("news", el("div", { class: "news" })),
        region("drafts", el("section", { hidden: true })),
        region("tabs", el("div", {})),
        region("form", el("section", { class: "form", "aria-label": "Form", hidden: true })),
        region("document", el("section", { hidden: true })),
        region("timeline", el("section", { hidden: true })),
        region("copies", el("section", { hidden: true })),
        region("parts", el("section", {})),
        region("command", command))),
      region("foot", el("footer", {})));
  }

  region(name: string): HTMLElement {
    return this.regions.get(name)!;
  }

  /** To a screen reader: the same element all the time, of which only the text changes. */
  hear(what: typeof spoken[number], text: string): void {
    const voice = this.voices.get(what)!;
    if (voice.textContent !== text) {
      voice.textContent = text;
    }
  }

  /** Takes the place of what stood there, only where it differs; whoever was on it stays on it. */
  swap(name: string, next: HTMLElement, place: (old: HTMLElement, next: HTMLElement) => void = (old) => old.replaceWith(next)): void {
    const old = this.region(name);
    next.dataset["region"] = name;
    // As it was made: a component changes itself once it stands on the page.
    const made = next.outerHTML;
    if (this.made.get(name) === made) {
      return;
    }
    this.made.set(name, made);
    const active = document.activeElement;
    const key = old.contains(active) ? active!.closest<HTMLElement>("[data-key]")?.dataset["key"] : undefined;
    const unfolded = new Set([...old.querySelectorAll<HTMLElement>("details[open][data-key]")].map((one) => one.dataset["key"]));
    next.querySelectorAll<HTMLElement>("details[data-key]").forEach((one) => one.toggleAttribute("open", unfolded.has(one.dataset["key"])));
    place(old, next);
    this.regions.set(name, next.isConnected ? next : old);
    if (key) {
      this.region(name).querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
    }
  }

  readonly text = (text: string): string => (this.namesShown ? text : this.hidden.text(text));

  card(card: Fields): Fields {
    return this.namesShown ? card : this.hidden.card(card);
  }
}
