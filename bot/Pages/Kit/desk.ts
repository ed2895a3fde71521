import { CardView, type Drawing, type Pressed } from "./card";
import type { Draft, Kept, Unsent } from "./kept";
import { NoLine, SignedOut, type Answer, type Fields, type Press } from "./wire";

/** What a page says of what is typed. */
export const said = {
  notSaved: "Not saved yet – kept on this device.",
  notKept: "Not saved yet, and this device keeps nothing: save before you leave this page.",
  back: "What you had typed is back.",
  waiting: "Not saved yet – kept on this device. It is sent by itself when the line is back.",
  noLine: "There is no line just now. What you type is kept on this device.",
  notOpened: "That could not be opened, as there is no line. Try again when it is back.",
};

export interface Open { verb: string; data: Fields }

/** What a page shows: a card, how it was opened, and which form it is. */
export interface View {
  card: CardView | undefined;
  title: string;
  key: string;
  open: Open;
  isTyped: boolean;
  /** The answer to a save that was written. */
  isSaved: boolean;
  /** The card as it came. */
  json: Fields;
}

/** How a card comes onto the page. */
export interface Coming {
  /** The form came back unsaved, with what was typed in it. */
  isAgain: boolean;
  /** By itself, under somebody's eyes. */
  quietly: boolean;
}

/** A page, as whoever works at it sees it. */
export interface Surface {
  drawing: Drawing;
  show(view: View, coming: Coming): void;
  /** How what is typed stands. */
  say(text: string): void;
  alert(text: string): void;
  line(isThere: boolean): void;
  busy(isBusy: boolean): void;
  /** The forms that somebody typed into and left. */
  drafts(left: Draft[]): void;
  /** @param text What ended it; none where it is known no more. */
  over(text: string | undefined): void;
}

/** What is filled in and sent on a page: nothing typed is lost, nothing is written twice, and *saved* is said of what was written. */
export class Desk {
  view: View;
  busy = false;
  private hasLine = true;
  private isOver = false;
  private flushing = false;
  private savedAt = 0;
  private again: ReturnType<typeof setTimeout> | undefined;
  /** The ids of presses that nobody can say of what became of them. */
  private readonly unsure = new Map<string, string>();

  constructor(
    private readonly act: (press: Press) => Promise<Answer>, readonly kept: Kept, private readonly surface: Surface, open: Open,
  ) {
    this.view = { card: undefined, title: "", key: "", open, isTyped: false, isSaved: false, json: {} };
  }

  /** Opens a part; a draft of it that was kept is put back into it. */
  async go(open: Open): Promise<void> {
    await this.send({ ...open, withInputs: false });
  }

  async send(pressed: Pressed): Promise<void> {
    if (this.busy) {
      return;
    }
    const from = this.view;
    const isSave = pressed.withInputs && from.card?.isForm === true;
    const values = isSave ? from.card!.values() : {};
    const id = this.idFor(from.key, pressed, isSave);
    const unsent: Unsent = { key: from.key, title: from.title, id, verb: pressed.verb, data: pressed.data, values, at: Date.now() };
    this.setBusy(true);
    this.surface.alert("");
    if (isSave) {
      // Before it is sent: if the page or the line goes in the middle, it is still there.
      this.kept.queue(unsent);
    }
    this.unsure.set(keyOf(pressed), id);
    try {
      const answer = await this.act({ verb: pressed.verb, data: pressed.data, id });
      this.known(unsent, answer, isSave);
      this.take(answer, pressed, isSave, from);
    } catch (why) {
      this.failed(why, isSave);
    } finally {
      this.setBusy(false);
      if (this.isOver) {
        this.ended(undefined);
      }
    }
  }

  /** Whoever works here is known no more; an answer on its way may say why. */
  over(): void {
    if (this.busy) {
      this.isOver = true;
    } else {
      this.ended(undefined);
    }
  }

  typed(): void {
    const { card, key, title, open } = this.view;
    if (!card) {
      return;
    }
    this.view.isTyped = true;
    if (card.isForm) {
      const isKept = this.kept.keep({ key, title, open, values: card.changed(), seen: card.seen, at: Date.now() });
      this.surface.say(isKept ? said.notSaved : said.notKept);
    }
  }

  /** Whether a form stands here that somebody else may have saved into since. */
  isBehind(): boolean {
    return !this.busy && Date.now() - this.savedAt > 3_000 && this.view.card !== undefined && !this.view.isTyped;
  }

  /** Draws what only shows anew, as it stands now. */
  async refresh(): Promise<void> {
    const view = this.view;
    try {
      const answer = await this.act({ ...view.open, id: crypto.randomUUID(), automatic: true });
      if (this.view === view && !view.isTyped && !this.busy && answer.card) {
        this.show(answer, view.key, view.open, { isAgain: false, quietly: true });
      }
    } catch (why) {
      if (why instanceof SignedOut) {
        this.ended(undefined);
      }
      // Without a line it stays as it was; the next change draws it anew.
    }
  }

  /** @returns Whether the line was gone before. */
  lineIs(isThere: boolean): boolean {
    const wasGone = !this.hasLine;
    this.hasLine = isThere;
    this.surface.line(isThere);
    if (isThere) {
      void this.flush();
    }
    return isThere && wasGone;
  }

  /** Draws what is shown anew, as the page draws cards otherwise now; what is typed stays. */
  redraw(): void {
    const { card, json, key, title, open, isTyped, isSaved } = this.view;
    if (card) {
      const typed = { values: card.changed(), seen: card.seen };
      const again = new CardView(this.surface.drawing, json, typed, (pressed) => void this.send(pressed), () => this.typed());
      again.goesOnFrom(card);
      again.cover();
      this.view = { card: again, title, key, open, isTyped, isSaved, json };
      this.surface.show(this.view, { isAgain: false, quietly: true });
    }
  }

  /** Puts away what is shown; what was typed into it is kept. */
  putAway(): void {
    this.view = { card: undefined, title: "", key: "", open: this.view.open, isTyped: false, isSaved: false, json: {} };
    this.surface.say("");
    this.offerDrafts();
  }

  /** Shows an answer that came by another way than a button. */
  shown(answer: Answer, open: Open): void {
    this.surface.alert("");
    if (answer.card) {
      const opener = new CardView(this.surface.drawing, answer.card, undefined, () => undefined, () => undefined).opener ?? open;
      this.show(answer, keyOf(opener), opener, { isAgain: false, quietly: false });
    } else {
      this.surface.alert(answer.text ?? "");
    }
  }

  restore(draft: Draft): Promise<void> {
    return this.go(draft.open);
  }

  /** Throws away what was typed into a form; where it is shown, it comes as it stands. */
  async discard(key: string): Promise<void> {
    this.kept.drop(key);
    if (this.view.key === key && this.view.card) {
      await this.go(this.view.open);
    }
    this.offerDrafts();
  }

  /** Whether what is shown came back from this device. */
  get isRestored(): boolean {
    return this.view.card?.isForm === true && this.kept.draft(this.view.key) !== undefined;
  }

  offerDrafts(): void {
    this.surface.drafts(this.kept.drafts().filter((draft) => draft.key !== this.view.key));
  }

  /** Stops trying; what is kept stays. */
  close(): void {
    clearTimeout(this.again);
  }

  /** The same pressed again is the same until its words change, so that nothing is written twice. */
  private idFor(key: string, pressed: Pressed, isSave: boolean): string {
    const before = isSave ? this.kept.queuedFor(key) : undefined;
    return before && keyOf(before) === keyOf(pressed) ? before.id : this.unsure.get(keyOf(pressed)) ?? crypto.randomUUID();
  }

  private known(save: Unsent, { unsure }: Answer, isSave: boolean): void {
    if (!unsure) {
      this.unsure.delete(keyOf(save));
      this.kept.sent(save);
    } else if (isSave) {
      this.kept.tried(save);
    }
  }

  private failed(why: unknown, isSave: boolean): void {
    if (why instanceof SignedOut) {
      this.ended(undefined);
    } else if (why instanceof NoLine) {
      this.lineIs(false);
      if (isSave) {
        this.surface.say(said.waiting);
      } else {
        this.surface.alert(said.notOpened);
      }
      this.retryLater();
    } else {
      throw why;
    }
  }

  /** Shows an answer. What was typed is forgotten only once it stands on the record. */
  private take(answer: Answer, pressed: Pressed, isSave: boolean, from: View): void {
    if (answer.over) {
      this.kept.forget();
      this.isOver = false;
      this.ended(answer.text ?? "");
      return;
    }
    if (!answer.card) {
      this.surface.alert(answer.text ?? "");
      if (answer.saved) {
        this.settled(from.key);
      }
      return;
    }
    const next = new CardView(this.surface.drawing, answer.card, undefined, () => undefined, () => undefined);
    const isAgain = isSave && !answer.saved && next.opener !== undefined && keyOf(next.opener) === from.key;
    if (isSave && !isAgain) {
      this.settled(from.key);
    }
    const open = next.opener ?? (isAgain ? from.open : { verb: pressed.verb, data: pressed.data });
    this.show(answer, isAgain ? from.key : keyOf(open), open, { isAgain, quietly: false });
  }

  private settled(key: string): void {
    this.kept.drop(key);
    this.savedAt = Date.now();
    this.surface.say("");
  }

  private show(answer: Answer, key: string, open: Open, coming: Coming): void {
    const draft = coming.isAgain ? undefined : this.kept.draft(key);
    const card = new CardView(this.surface.drawing, answer.card!, draft, (pressed) => void this.send(pressed), () => this.typed());
    if (coming.isAgain && this.view.card) {
      card.goesOnFrom(this.view.card);
    }
    card.cover();
    const isTyped = coming.isAgain || draft !== undefined;
    this.view = { card, title: answer.title ?? "", key, open, isTyped, isSaved: answer.saved === true, json: answer.card! };
    this.surface.show(this.view, coming);
    this.surface.say(isTyped ? (draft ? `${said.back} ${said.notSaved}` : said.notSaved) : "");
    this.offerDrafts();
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
        const answer = await this.act({ verb: save.verb, data: save.data, id: save.id });
        this.known(save, answer, true);
        this.hasLine = true;
        this.surface.line(true);
        if (answer.unsure) {
          this.surface.alert(answer.text ?? "");
        } else {
          this.arrived(save, answer);
        }
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
      this.surface.say(isShown
        ? "What you had sent is saved now. What you typed since is not saved yet – kept on this device."
        : `The line is back, and “${save.title}” is saved.`);
      this.offerDrafts();
    } else {
      this.surface.alert(`The line is back, but “${save.title}” was not saved. Open it again: what you typed is kept on this device.`);
      this.offerDrafts();
    }
  }

  private ended(text: string | undefined): void {
    this.isOver = false;
    this.close();
    this.surface.over(text);
  }

  private setBusy(isBusy: boolean): void {
    this.busy = isBusy;
    this.surface.busy(isBusy);
  }
}

export const keyOf = (open: Open): string => JSON.stringify([open.verb, open.data]);
