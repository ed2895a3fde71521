import * as api from "./api";
import type { Me } from "./api";
import { Desk, said, type Coming, type Surface, type View } from "@kit/desk";
import { button, el, show } from "@kit/dom";
import type { Draft, Kept } from "@kit/kept";
import { Live } from "@kit/live";
import { SignedOut } from "@kit/wire";
import { hostConfig } from "./hostConfig";
import { showEnded } from "./signIn";

const home = "hub/my-part";

/** A person's part: the cards of their verbs, one after another. */
export class Session implements Surface {
  readonly drawing = { config: hostConfig };
  private readonly live: Live;
  private readonly desk: Desk;
  private readonly said = el("p", { role: "status", class: "state" });
  private readonly noLine = el("p", { role: "status", class: "line", hidden: true }, said.noLine);
  private readonly fault = el("p", { role: "alert", class: "alert" });
  private readonly restorable = el("div", { class: "restorable" });
  private readonly host = el("div", { class: "card", tabindex: "-1" });
  private readonly leave = el("div", { class: "leave" });
  private isLeaving = false;

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
    const seen = `welcomed:${this.label}`;
    const first = !this.me.inbox && sessionStorage.getItem(seen) ? home : this.me.first;
    sessionStorage.setItem(seen, "yes");
    await this.go(first);
  }

  show(view: View, { isAgain, quietly }: Coming): void {
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
  }

  drafts(left: Draft[]): void {
    this.restorable.replaceChildren(...(left.length === 0 ? [] : [
      el("p", {}, "Typed on this device and not saved yet:"),
      el("ul", {}, ...left.map((draft) => el("li", {}, button(draft.title || "A form", () => void this.desk.restore(draft))))),
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
    this.live.close();
    this.desk.close();
  }

  private frame(): void {
    document.title = `${this.me.case} ${this.me.word}`;
    show(
      el("header", {},
        el("div", { class: "who" }, el("h1", {}, `${this.me.case} ${this.me.word}`), el("p", { class: "quiet" }, this.me.name)),
        el("nav", { "aria-label": "Page" },
          ...(this.me.inbox ? [] : [button("My part", () => void this.go(home)), button("I know this family", () => void this.go(this.me.first))]),
          button("Sign out", () => this.askToLeave()))),
      el("main", {}, this.leave, this.noLine, this.restorable, this.fault, this.host, this.said));
  }

  private go(verb: string): Promise<void> {
    return this.desk.go({ verb, data: { case: this.me.case } });
  }

  /** Something was written on the case: a part that only shows is drawn anew, a form is left alone. */
  private changed(): void {
    const { open, isTyped } = this.desk.view;
    if (open.verb === home && !isTyped && !this.desk.busy) {
      void this.desk.refresh();
    } else if (this.desk.isBehind()) {
      this.say("Somebody has saved something since you opened this. “My part” shows how it stands.");
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
      sessionStorage.removeItem(`welcomed:${this.label}`);
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
