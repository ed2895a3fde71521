import * as api from "./api";
import type { Me } from "./api";
import { heading } from "./frame";
import { Desk, keyOf, said, type Coming, type Open, type Surface, type View } from "@kit/desk";
import { button, el, show } from "@kit/dom";
import type { Draft, Kept } from "@kit/kept";
import { Live } from "@kit/live";
import { savedIn } from "@kit/card";
import { SignedOut, type Fields } from "@kit/wire";
import { hostConfig } from "./hostConfig";
import { showEnded } from "./signIn";
import { taskList, type Task, type Tasks } from "./tasks";

const home = "hub/my-part";
/** As the part is called that comes after a save behind which nothing waits. */
const ownPart = "Saved";

/** A person's part: the cards of their verbs, one after another. */
export class Session implements Surface {
  /** How what is typed stands is said below the card at each moment; the card's own line would say it of what is saved, too. */
  readonly drawing = { config: hostConfig, before: withoutSayings };
  private readonly live: Live;
  private readonly desk: Desk;
  private readonly said = el("p", { role: "status", class: "state" });
  /** What was saved stands above the card in an element that stays, so that a screen reader hears it. */
  private readonly heard = el("p", { role: "status", class: "saved" });
  private readonly noLine = el("p", { role: "status", class: "line", hidden: true }, said.noLine);
  private readonly fault = el("p", { role: "alert", class: "alert" });
  private readonly restorable = el("div", { class: "restorable" });
  private readonly host = el("div", { class: "card", tabindex: "-1" });
  private readonly leave = el("div", { class: "leave" });
  private readonly back = button("Back to your tasks", () => void this.toTasks(), "link");
  private readonly goBack = (event: PopStateEvent): void => void this.wentBack(event.state as { open?: Open } | null);
  private isLeaving = false;
  /** The tasks are shown, not a card. */
  private isHome = false;
  private isBack = false;
  private whole = false;

  constructor(
    private readonly label: string, private readonly me: Me, private readonly kept: Kept, private readonly onOver: (signedOut: boolean) => void,
  ) {
    this.desk = new Desk((press) => api.act(label, press), kept, this, { verb: me.first, data: { case: me.case } });
    this.frame();
    this.live = new Live((signal) => api.events(label, signal), {
      changed: () => this.changed(),
      over: () => this.desk.over(),
      refused: () => void this.check(),
      line: (isThere) => {
        if (this.desk.lineIs(isThere)) {
          this.changed();
        }
      },
    });
  }

  async start(): Promise<void> {
    addEventListener("popstate", this.goBack);
    if (this.me.inbox) {
      await this.go(this.me.first);
    } else {
      const tasks = await api.tasks(this.label, false);
      // Whoever was quick has opened something already.
      if (this.desk.view.card === undefined) {
        this.showTasks(tasks, false);
      }
      this.desk.offerDrafts();
    }
  }

  show(view: View, { isAgain, quietly }: Coming): void {
    this.heard.textContent = view.isSaved ? savedIn(view.json) : "";
    if (view.isSaved && view.title === ownPart && !this.me.inbox) {
      // What was saved stands among the tasks, and the next one with it.
      void this.toTasks(view.card!.element.querySelector("[role=heading]")?.textContent ?? "");
      return;
    }
    this.remember(view.open, isAgain || quietly);
    this.isHome = false;
    this.back.hidden = this.me.inbox;
    const inside = this.host.contains(document.activeElement);
    this.host.replaceChildren(view.card!.element);
    this.host.setAttribute("aria-label", view.title);
    if (quietly) {
      if (inside) {
        this.host.focus({ preventScroll: true });
      }
      return;
    }
    scrollTo(0, 0);
    if (!(isAgain && view.card!.focusFault())) {
      this.host.focus({ preventScroll: true });
    }
  }

  say(text: string): void {
    this.said.textContent = text;
  }

  alert(text: string): void {
    this.fault.textContent = text;
  }

  line(isThere: boolean): void {
    this.noLine.hidden = isThere;
  }

  busy(isBusy: boolean): void {
    this.host.setAttribute("aria-busy", String(isBusy));
    if (isBusy) {
      // Said again although it is the same sentence.
      this.heard.textContent = "";
    }
  }

  drafts(left: Draft[]): void {
    this.restorable.replaceChildren(...(left.length === 0 ? [] : [
      el("p", {}, "Typed on this device and not saved yet:"),
      el("ul", {}, ...left.map((draft) => el("li", {},
        button(draft.title || "A form", () => void this.desk.restore(draft)), " ",
        button("Discard", () => void this.desk.discard(draft.key), "link")))),
    ]));
  }

  over(text: string | undefined): void {
    if (text !== undefined) {
      this.close();
      showEnded(text);
    } else {
      this.ended(false);
    }
  }

  /** Stops listening; what is kept stays. */
  close(): void {
    removeEventListener("popstate", this.goBack);
    this.live.close();
    this.desk.close();
  }

  private frame(): void {
    document.title = `${this.me.case} ${this.me.word}`;
    show(
      heading(this.me.council, this.me.name),
      el("main", {}, this.back, this.leave, this.noLine, this.restorable, this.fault, this.said, this.heard, this.host),
      el("footer", {},
        ...isItFromUs(this.me),
        el("nav", { "aria-label": "Page" },
          ...(this.me.inbox ? [] : [
            button("My part", () => void this.go(home), "link"), button("Conflict of interest", () => void this.go(this.me.conflict), "link"),
          ]),
          button("Sign out", () => this.askToLeave(), "link"))));
  }

  /** @param saved What was just saved. */
  private async toTasks(saved = ""): Promise<void> {
    const shown = this.desk.view;
    try {
      const tasks = await api.tasks(this.label, false);
      if (this.desk.view !== shown) {
        return;
      }
      this.showTasks(tasks, false);
      if (history.state !== null && !this.isBack) {
        history.pushState(null, "");
      }
      this.say(saved);
    } catch (why) {
      if (why instanceof SignedOut) {
        this.ended(false);
      } else {
        this.alert(said.notOpened);
      }
    }
  }

  private showTasks(tasks: Tasks, quietly: boolean): void {
    const at = quietly ? (document.activeElement as HTMLElement | null)?.textContent : undefined;
    this.isHome = true;
    this.heard.textContent = "";
    this.back.hidden = true;
    this.host.removeAttribute("aria-label");
    this.host.replaceChildren(taskList(tasks, this.whole, (task) => void this.open(task), () => {
      this.whole = true;
      this.showTasks(tasks, false);
    }));
    if (quietly) {
      [...this.host.querySelectorAll("button")].find((one) => one.textContent === at)?.focus({ preventScroll: true });
    } else {
      scrollTo(0, 0);
      this.host.querySelector("h1")!.focus({ preventScroll: true });
    }
  }

  private async open(task: Task): Promise<void> {
    this.say("");
    if (task.url) {
      window.open(task.url, "_blank", "noopener");
      await this.desk.send({ verb: task.verb, data: task.data, withInputs: false });
    } else {
      await this.desk.go({ verb: task.verb, data: task.data });
    }
  }

  /** The browser's Back leads to what was shown before, and never off the page by a slip. */
  private remember(open: Open, isSame: boolean): void {
    const shown = history.state as { open?: Open } | null;
    if (this.isBack || this.me.inbox || isSame || (shown?.open && keyOf(shown.open) === keyOf(open))) {
      return;
    }
    history.pushState({ open }, "");
  }

  private async wentBack(state: { open?: Open } | null): Promise<void> {
    this.isBack = true;
    try {
      await (state?.open ? this.desk.go(state.open) : this.toTasks());
    } finally {
      this.isBack = false;
    }
  }

  private go(verb: string): Promise<void> {
    return this.desk.go({ verb, data: { case: this.me.case } });
  }

  /** Something was written on the case: a part that only shows is drawn anew, a form is left alone. */
  private changed(): void {
    if (this.isHome) {
      void this.renew();
      return;
    }
    const { open, isTyped } = this.desk.view;
    if (open.verb === home && !isTyped && !this.desk.busy) {
      void this.desk.refresh();
    } else if (this.desk.isBehind()) {
      this.say("Somebody has saved something since you opened this. “My part” shows how it stands.");
    }
  }

  private async renew(): Promise<void> {
    try {
      const tasks = await api.tasks(this.label, true);
      if (this.isHome) {
        this.showTasks(tasks, true);
      }
    } catch (why) {
      if (why instanceof SignedOut) {
        this.ended(false);
      }
      // Without a line it stays as it was; the next change draws it anew.
    }
  }

  private askToLeave(): void {
    if (this.kept.isEmpty()) {
      void this.signOut();
      return;
    }
    const stay = button("Stay", () => this.leave.replaceChildren(), "primary");
    this.leave.replaceChildren(
      el("p", {}, "There is text on this device that is not saved yet. If you sign out, it is deleted."),
      stay, button("Delete it and sign out", () => void this.signOut()));
    stay.focus();
  }

  private async signOut(): Promise<void> {
    // The end of the session is heard as well.
    this.isLeaving = true;
    try {
      await api.signOut(this.label);
      this.kept.forget();
      this.ended(true);
    } catch {
      this.isLeaving = false;
      this.leave.replaceChildren(el("p", {}, "There is no line, so you could not be signed out. Try again when it is back."));
    }
  }

  private async check(): Promise<void> {
    try {
      await api.me(this.label);
    } catch (why) {
      if (why instanceof SignedOut) {
        this.ended(false);
      }
    }
  }

  private ended(signedOut: boolean): void {
    if (this.isLeaving && !signedOut) {
      return;
    }
    this.close();
    this.onOver(signedOut);
  }
}

/** A card without its own word on what is saved and what isn't: the page says both. */
function withoutSayings(card: Fields): Fields {
  const said = [savedIn(card), "Not saved yet: use the button below."].filter((text) => text !== "");
  return { ...card, body: (card["body"] as Fields[]).filter((item) => !said.includes(String(item["text"]))) };
}

const isItFromUs = ({ council, switchboard, chair }: Me): HTMLElement[] => [
  el("p", { class: "quiet" }, `Is this from us? Ring ${council ? `${council}'s` : "the council's"} switchboard${switchboard ? `, ${switchboard},` : ""} and ask for ${chair}.`),
];
