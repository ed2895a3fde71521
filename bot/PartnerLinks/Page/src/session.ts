import * as api from "./api";
import type { Answer, Fields, Me } from "./api";
import { CardView, type Pressed } from "./card";
import { button, el, show } from "./dom";
import { Kept, type Draft, type Unsent } from "./kept";
import { Live } from "./live";
import { showEnded } from "./signIn";

const home = "hub/my-part";
const notSaved = "Not saved yet – kept on this device.";
const notKept = "Not saved yet, and this device keeps nothing: save before you leave this page.";
const waiting = "Not saved yet – kept on this device. It is sent by itself when the line is back.";
const noLine = "There is no line just now. What you type is kept on this device.";

/** What is on the page: a card, how it was opened, and which form it is. */
interface View {
  card: CardView | undefined;
  title: string;
  key: string;
  open: { verb: string; data: Fields };
  isHome: boolean;
  isTyped: boolean;
}

/** A person's part: shows the card of a verb, sends what is filled in, and lets nothing typed be lost. */
export class Session {
  private readonly live: Live;
  private readonly said = el("p", { role: "status", class: "state" });
  private readonly line = el("p", { role: "status", class: "line", hidden: true }, noLine);
  private readonly alert = el("p", { role: "alert", class: "alert" });
  private readonly restorable = el("div", { class: "restorable" });
  private readonly host = el("div", { class: "card", tabindex: "-1" });
  private readonly leave = el("div", { class: "leave" });
  private view: View;
  private busy = false;
  private isOver = false;
  private isLeaving = false;
  private flushing = false;
  private savedAt = 0;
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly label: string, private readonly me: Me, private readonly kept: Kept, private readonly onOver: (signedOut: boolean) => void,
  ) {
    this.view = { card: undefined, title: "", key: "", open: { verb: me.first, data: { case: me.case } }, isHome: false, isTyped: false };
    this.frame();
    this.live = new Live(label, {
      changed: () => this.changed(),
      // An answer on its way may say why.
      over: () => (this.busy ? (this.isOver = true) : this.over(false)),
      refused: () => void this.check(),
      line: (isThere) => this.lineIs(isThere),
    });
  }

  async start(): Promise<void> {
    const seen = `welcomed:${this.label}`;
    const first = !this.me.inbox && sessionStorage.getItem(seen) ? home : this.me.first;
    sessionStorage.setItem(seen, "yes");
    await this.go(first, { case: this.me.case });
  }

  private frame(): void {
    document.title = `${this.me.case} ${this.me.word}`;
    const part = () => void this.go(home, { case: this.me.case });
    const family = () => void this.go(this.me.first, { case: this.me.case });
    show(
      el("header", {},
        el("div", { class: "who" }, el("h1", {}, `${this.me.case} ${this.me.word}`), el("p", { class: "quiet" }, this.me.name)),
        el("nav", { "aria-label": "Page" },
          ...(this.me.inbox ? [] : [button("My part", part), button("I know this family", family)]),
          button("Sign out", () => this.askToLeave()))),
      el("main", {}, this.leave, this.line, this.restorable, this.alert, this.host, this.said));
  }

  /** Opens a part; a draft of it that was kept is put back into it. */
  private async go(verb: string, data: Fields): Promise<void> {
    await this.send({ verb, data, withInputs: false });
  }

  private async send(pressed: Pressed): Promise<void> {
    if (this.busy) {
      return;
    }
    const from = this.view;
    const isSave = pressed.withInputs && from.card?.isForm === true;
    const values = isSave ? from.card!.values() : {};
    const id = this.idFor(from.key, pressed, isSave);
    const unsent: Unsent = { key: from.key, title: from.title, id, verb: pressed.verb, data: pressed.data, values, at: Date.now() };
    this.setBusy(true);
    this.alert.textContent = "";
    if (isSave) {
      // Before it is sent: if the page or the line goes in the middle, it is still there.
      this.kept.queue(unsent);
    }
    try {
      const answer = await api.act(this.label, { verb: pressed.verb, data: pressed.data, id });
      this.kept.sent(unsent);
      this.take(answer, pressed, isSave, from);
    } catch (why) {
      this.failed(why, isSave);
    } finally {
      this.setBusy(false);
      if (this.isOver) {
        this.over(false);
      }
    }
  }

  /** The same save pressed again is the same save, so that nothing is written twice. */
  private idFor(key: string, pressed: Pressed, isSave: boolean): string {
    const before = isSave ? this.kept.queuedFor(key) : undefined;
    return before && before.verb === pressed.verb && JSON.stringify(before.data) === JSON.stringify(pressed.data) ? before.id : crypto.randomUUID();
  }

  private failed(why: unknown, isSave: boolean): void {
    if (why instanceof api.SignedOut) {
      this.over(false);
    } else if (why instanceof api.NoLine) {
      this.lineIs(false);
      if (isSave) {
        this.say(waiting);
      } else {
        this.alert.textContent = "That could not be opened, as there is no line. Try again when it is back.";
      }
      this.retryLater();
    } else {
      throw why;
    }
  }

  /** Shows an answer. What was typed is forgotten only once it stands on the record. */
  private take(answer: Answer, pressed: Pressed, isSave: boolean, from: View): void {
    if (answer.over) {
      this.close();
      this.kept.forget();
      this.isOver = false;
      showEnded(answer.text ?? "");
      return;
    }
    if (!answer.card) {
      this.alert.textContent = answer.text ?? "";
      if (answer.saved) {
        this.settled(from.key);
      }
      return;
    }
    const next = new CardView(answer.card, undefined, () => undefined, () => undefined);
    const isAgain = isSave && !answer.saved && next.opener !== undefined && keyOf(next.opener) === from.key;
    if (isSave && !isAgain) {
      this.settled(from.key);
    }
    const open = next.opener ?? (isAgain ? from.open : { verb: pressed.verb, data: pressed.data });
    this.show(answer, isAgain ? from.key : keyOf(open), open, isAgain);
  }

  private settled(key: string): void {
    this.kept.drop(key);
    this.savedAt = Date.now();
    this.say("");
  }

  /** @param isAgain The form came back unsaved, with what was typed in it. */
  private show(answer: Answer, key: string, open: { verb: string; data: Fields }, isAgain: boolean, quietly = false): void {
    const draft = isAgain ? undefined : this.kept.draft(key);
    const card = new CardView(answer.card!, draft, (pressed) => void this.send(pressed), () => this.typed());
    this.view = { card, title: answer.title ?? "", key, open, isHome: open.verb === home, isTyped: isAgain || draft !== undefined };
    this.host.replaceChildren(card.element);
    this.host.setAttribute("aria-label", this.view.title);
    this.say(this.view.isTyped ? (draft ? `What you had typed is back. ${notSaved}` : notSaved) : "");
    this.offerDrafts();
    if (!quietly) {
      scrollTo(0, 0);
      if (!(isAgain && card.focusFault())) {
        this.host.focus({ preventScroll: true });
      }
    }
  }

  private typed(): void {
    const { card, key, title, open } = this.view;
    if (!card) {
      return;
    }
    this.view.isTyped = true;
    if (card.isForm) {
      this.say(this.kept.keep({ key, title, open, values: card.changed(), seen: card.seen, at: Date.now() }) ? notSaved : notKept);
    }
  }

  /** Something was written on the case: a part that only shows is drawn anew, a form is left alone. */
  private changed(): void {
    if (this.view.isHome && !this.view.isTyped && !this.busy) {
      void this.refresh();
    } else if (!this.busy && Date.now() - this.savedAt > 3_000 && this.view.card && !this.view.isTyped) {
      this.say("Somebody has saved something since you opened this. “My part” shows how it stands.");
    }
  }

  private async refresh(): Promise<void> {
    const view = this.view;
    try {
      const answer = await api.act(this.label, { ...view.open, id: crypto.randomUUID(), automatic: true });
      if (this.view === view && !view.isTyped && !this.busy && answer.card) {
        const inside = this.host.contains(document.activeElement);
        this.show(answer, view.key, view.open, false, true);
        if (inside) {
          this.host.focus({ preventScroll: true });
        }
      }
    } catch (why) {
      if (why instanceof api.SignedOut) {
        this.over(false);
      }
      // Without a line it stays as it was; the next change draws it anew.
    }
  }

  private lineIs(isThere: boolean): void {
    const wasGone = !this.line.hidden;
    this.line.hidden = isThere;
    if (isThere) {
      void this.flush();
      if (wasGone) {
        this.changed();
      }
    }
  }

  private retryLater(): void {
    clearTimeout(this.again);
    this.again = setTimeout(() => void this.flush(), 5_000);
  }

  /** Sends what could not be sent, in the order it was pressed. */
  private async flush(): Promise<void> {
    if (this.flushing || this.busy) {
      this.retryLater();
      return;
    }
    this.flushing = true;
    try {
      for (const save of this.kept.queued()) {
        const answer = await api.act(this.label, { verb: save.verb, data: save.data, id: save.id });
        this.kept.sent(save);
        this.line.hidden = true;
        this.arrived(save, answer);
      }
    } catch (why) {
      this.failed(why, this.kept.queued().length > 0);
    } finally {
      this.flushing = false;
    }
  }

  private arrived(save: Unsent, answer: Answer): void {
    const isShown = this.view.key === save.key && this.view.card?.isForm === true;
    const isWhole = !isShown || JSON.stringify(this.view.card!.values()) === JSON.stringify(save.values);
    if (isShown && isWhole) {
      this.take(answer, { verb: save.verb, data: save.data, withInputs: true }, true, this.view);
    } else if (answer.saved) {
      if (!isShown) {
        this.settled(save.key);
      }
      this.say(isShown ? "What you had sent is saved now. What you typed since is not saved yet – kept on this device." : `The line is back, and “${save.title}” is saved.`);
      this.offerDrafts();
    } else {
      this.alert.textContent = `The line is back, but “${save.title}” was not saved. Open it again: what you typed is kept on this device.`;
      this.offerDrafts();
    }
  }

  /** The forms that somebody typed into and left. */
  private offerDrafts(): void {
    const left = this.kept.drafts().filter((draft) => draft.key !== this.view.key);
    this.restorable.replaceChildren(...(left.length === 0 ? [] : [
      el("p", {}, "Typed on this device and not saved yet:"),
      el("ul", {}, ...left.map((draft) => el("li", {}, button(draft.title || "A form", () => void this.restore(draft))))),
    ]));
  }

  private restore(draft: Draft): Promise<void> {
    return this.go(draft.open.verb, draft.open.data);
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
      this.over(true);
    } catch {
      this.isLeaving = false;
      this.leave.replaceChildren(el("p", {}, "There is no line, so you could not be signed out. Try again when it is back."));
    }
  }

  private async check(): Promise<void> {
    try {
      await api.me(this.label);
    } catch (why) {
      if (why instanceof api.SignedOut) {
        this.over(false);
      }
    }
  }

  /** Stops listening; what is kept stays. */
  close(): void {
    this.live.close();
    clearTimeout(this.again);
  }

  private over(signedOut: boolean): void {
    if (this.isLeaving && !signedOut) {
      return;
    }
    this.isOver = false;
    this.close();
    this.onOver(signedOut);
  }

  private setBusy(isBusy: boolean): void {
    this.busy = isBusy;
    this.host.setAttribute("aria-busy", String(isBusy));
  }

  private say(text: string): void {
    this.said.textContent = text;
  }
}

const keyOf = (open: { verb: string; data: Fields }): string => JSON.stringify([open.verb, open.data]);
