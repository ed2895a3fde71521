import { Desk, type Coming, type Surface, type View } from "@kit/desk";
import { button, el } from "@kit/dom";
import { NoLine, SignedOut, type Answer, type Fields, type Press } from "@kit/wire";
import type { Draft as Typed, Kept } from "@kit/kept";
import { Live } from "@kit/live";
import { NotForYou, type Api, type Board, type Group, type Looked, type Opens } from "./api";
import { agencies, before, children, clockOf, head, news, parts, rings, tabs } from "./board";
import { commandLine } from "./command";
import { Copies } from "./copies";
import { Draft } from "./draft";
import { drawFoot } from "./footer";
import { drawForm, secondOf } from "./form";
import { Frame } from "./frame";
import { hostConfig } from "./hostConfig";
import { News } from "./news";
import type { Notes } from "./notes";
import { shapeOf } from "./shape";
import { Timeline } from "./timeline";

const tick = 1_000;
// What becomes late does so although nobody writes.
const patience = 60_000;
const edge = 8;

/** The chair's panel: how the meeting stands, and the form that is next. */
export class Panel implements Surface {
  private readonly frame: Frame;
  readonly drawing = {
    config: hostConfig,
    ownButtons: true,
    before: (card: Fields): Fields => this.frame.card(shapeOf(card).rest),
    onlooker: (text: string): string => this.frame.text(text),
  };
  private readonly desk: Desk;
  private readonly draft: Draft;
  private readonly live: Live;
  private readonly timeline: Timeline;
  private readonly copies: Copies;
  private readonly news: News;
  private board: Board;
  private offset = 0;
  private viewedAt = "";
  private hasLine = true;
  private group: string | undefined;
  private lookedAt = Date.now();
  private looking = false;
  private lookAgain = false;
  /** What waits is being opened by itself, and whoever chose something meanwhile wants that. */
  private isOpening = false;
  private hasChosen = false;
  private wanted: string | undefined;
  private state = "";
  private isWaiting = false;
  private fault = "";
  private left: Typed[] = [];
  private readonly ticking: ReturnType<typeof setInterval>;

  constructor(
    private readonly api: Api, first: Looked, private readonly kept: Kept, notes: Notes, private readonly onOver: (text: string) => void,
  ) {
    this.board = first.board;
    this.news = new News(notes, first.board.version);
    this.desk = new Desk((press) => this.act(press), kept, this, { verb: "", data: {} });
    this.frame = new Frame(commandLine({
      send: (text, id) => this.api.line(text, id),
      isBusy: () => this.desk.busy,
      shown: (text, answer) => this.commanded(text, answer),
      alert: (text) => this.alert(text),
      gone: (why) => this.gone(why),
    }));
    this.draft = new Draft(api, this.frame, notes, {
      go: (open) => this.desk.go(open),
      gone: (why) => this.gone(why),
      alert: (text) => this.alert(text),
      drawn: () => {
        this.drawLists();
        this.drawFoot();
      },
    });
    this.timeline = new Timeline(api, this.frame, {
      gone: (why) => this.gone(why),
      alert: (text) => this.alert(text),
      drawn: () => this.drawLists(),
    });
    this.copies = new Copies(api, this.frame, {
      gone: (why) => this.gone(why),
      alert: (text) => this.alert(text),
      drawn: () => this.drawLists(),
    }, (open) => this.desk.go(open));
    addEventListener("keydown", this.key);
    this.takeBoard(first);
    this.live = new Live((signal) => api.events(signal), {
      changed: () => void this.look(),
      over: () => this.desk.over(),
      refused: () => void this.look(),
      line: (isThere) => this.lineIs(isThere),
    });
    this.ticking = setInterval(() => {
      this.drawHead();
      if (this.hasLine && Date.now() - this.lookedAt > patience) {
        void this.look();
      }
    }, tick);
  }

  /** What was typed before comes back; else what waits, once the meeting runs. */
  async start(): Promise<void> {
    const last = this.kept.drafts().at(-1);
    const next = this.part(this.board.next);
    if (last) {
      await this.desk.restore(last);
    } else if (this.board.time.startedAt && !this.board.time.endedAt && next) {
      this.isOpening = true;
      try {
        await this.desk.go(next.open);
      } finally {
        this.isOpening = false;
      }
      if (this.wanted) {
        await this.openPart(this.wanted);
      }
    }
    this.desk.offerDrafts();
    // What came before the reload, and nobody has read.
    if (this.news.seen < this.board.version) {
      await this.look();
    }
  }

  show(view: View, { isAgain, quietly }: Coming): void {
    if (this.isOpening && this.hasChosen) {
      this.desk.putAway();
      return;
    }
    if ((view.open.verb === this.board.document || (this.draft.shown && view.isSaved)) && !view.card!.isForm) {
      // The bot leads back to the draft, a page of it: here it is whole.
      const saved = shapeOf(this.frame.card(view.json)).saved;
      this.desk.putAway();
      void this.openDraft(saved);
      return;
    }
    if (this.draft.shown && !this.draft.edits(view.open)) {
      this.draft.close();
    }
    this.timeline.close();
    this.copies.close();
    this.group = this.groupOf(view.open)?.name ?? this.group;
    drawForm(this.frame, this.desk, view);
    this.drawFoot();
    this.drawLists();
    if (quietly) {
      return;
    }
    const main = this.frame.region("main");
    const form = this.frame.region("form");
    // One that fits stands under the board; a longer one begins under the header.
    const fits = form.offsetTop + form.offsetHeight <= main.clientHeight;
    main.scrollTop = fits ? 0 : form.offsetTop - this.frame.region("news").offsetHeight - edge;
    const summary = form.querySelector<HTMLElement>(".summary");
    if (isAgain && summary) {
      summary.focus({ preventScroll: true });
    } else {
      form.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
    }
    if (view.isSaved) {
      void this.look();
    }
  }

  say(text: string): void {
    this.state = text;
    this.drawFoot();
  }

  alert(text: string): void {
    this.fault = text;
    this.frame.region("alert").textContent = this.frame.text(text);
  }

  line(isThere: boolean): void {
    this.hasLine = isThere;
    this.drawHead();
  }

  busy(isBusy: boolean): void {
    this.frame.region("form").setAttribute("aria-busy", String(isBusy));
    if (isBusy) {
      // Said again although it is the same sentence.
      this.frame.hear("saved", "");
    } else {
      this.isWaiting = false;
    }
    this.drawFoot();
  }

  drafts(left: Typed[]): void {
    this.left = left;
    this.frame.swap("drafts", el("section", { class: "band drafts", hidden: left.length === 0 },
      el("p", {}, "Typed on this device, not saved yet:"),
      el("ul", {}, ...left.map((draft) => el("li", {},
        button(this.frame.text(draft.title) || "A form", () => void this.desk.restore(draft), "link"),
        button("Discard", () => void this.desk.discard(draft.key), "link quiet"))))));
  }

  over(text: string | undefined): void {
    clearInterval(this.ticking);
    removeEventListener("keydown", this.key);
    this.live.close();
    this.desk.close();
    this.onOver(text ?? "");
  }

  private commanded(text: string, answer: Answer): void {
    this.frame.hidden.fold(answer.folded ?? []);
    this.desk.shown(answer, { verb: "", data: { line: text } });
    if (answer.saved) {
      void this.look();
    }
  }

  private async act(press: Press): Promise<Answer> {
    try {
      const answer = await this.api.act(press);
      this.frame.hidden.fold(answer.folded ?? []);
      return answer;
    } catch (why) {
      if (why instanceof NotForYou) {
        this.over(why.message);
        throw new NoLine();
      }
      throw why;
    }
  }

  /** Asks how it stands; what is being typed is not touched. */
  private async look(): Promise<void> {
    if (this.looking) {
      this.lookAgain = true;
      return;
    }
    this.looking = true;
    this.lookedAt = Date.now();
    try {
      do {
        this.lookAgain = false;
        const looked = await this.api.look(this.news.seen, true);
        this.news.take(looked.board);
        this.takeBoard(looked);
      } while (this.lookAgain);
      await this.draft.renew(this.board.version);
      await this.timeline.renew(this.board.version);
      await this.copies.renew(this.board.version);
    } catch (why) {
      if (!(why instanceof NoLine)) {
        this.gone(why);
      }
    } finally {
      this.looking = false;
    }
  }

  private gone(why: unknown): void {
    if (why instanceof SignedOut) {
      this.over(undefined);
    } else if (why instanceof NotForYou) {
      this.over(why.message);
    } else {
      throw why;
    }
  }

  private takeBoard({ board }: Looked): void {
    this.board = board;
    this.offset = new Date(board.now).getTime() - Date.now();
    this.viewedAt = new Date(board.now).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });
    this.frame.hidden.set(board.names);
    this.draw();
  }

  private draw(): void {
    this.drawHead();
    const { text, namesShown } = this.frame;
    const go = (open: Opens) => void this.desk.go(open);
    this.frame.swap("board", el("section", { "aria-label": "How it stands" }, ...(!this.board.time.startedAt
      ? before(this.board, text, namesShown, go, this.desk.view.card !== undefined)
      : [...children(this.board, text, namesShown, go), ...agencies(this.board), ...rings(this.board, go)])));
    this.drawNews();
    this.drawLists();
    this.drawFoot();
  }

  private drawHead(): void {
    this.frame.hear("line", this.hasLine ? "" : "Offline");
    this.frame.swap("head", head(this.board, {
      clock: clockOf(this.board, new Date(Date.now() + this.offset)),
      hasLine: this.hasLine,
      viewedAt: this.viewedAt,
      namesShown: this.frame.namesShown,
      toggleNames: () => this.toggleNames(),
    }));
  }

  private drawNews(): void {
    const unread = this.news.unread();
    this.frame.hear("news", unread[0] ? this.frame.text(unread[0].text) : "");
    this.frame.swap("news", news(unread, this.frame.text, (one) => {
      this.news.read(one);
      if (one.open) {
        void this.desk.go(one.open);
      }
      this.drawNews();
    }));
  }

  private drawLists(): void {
    const group = this.group ?? this.groupOf(this.part(this.board.next)?.open)?.name ?? this.board.groups[0]?.name;
    this.frame.swap("tabs", tabs(this.board.groups, group, (name) => this.choose(name)));
    const shown = this.board.groups.find((one) => one.name === group);
    this.frame.swap("parts", parts(
      this.board, shown, this.frame.text, this.current(), (id) => void this.openPart(id), (open) => void this.desk.go(open)));
  }

  private choose(name: string): void {
    this.group = name;
    this.hasChosen = true;
    this.draft.close();
    this.timeline.close();
    this.copies.close();
    if (this.desk.view.card) {
      this.desk.putAway();
      this.emptyForm();
    }
    this.drawLists();
    this.drawFoot();
    this.frame.region("tabs").querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }

  private emptyForm(): void {
    const form = this.frame.region("form");
    form.hidden = true;
    form.replaceChildren();
  }

  private async openPart(id: string): Promise<void> {
    if (this.isOpening) {
      this.hasChosen = true;
      this.wanted = id;
      return;
    }
    const part = this.part(id);
    if (part && part.open.verb === this.board.document) {
      await this.openDraft();
    } else if (part && [this.board.timeline, this.board.copies].includes(part.open.verb)) {
      await this.openWhole(part.open.verb);
    } else if (part) {
      await this.desk.go(part.open);
    }
  }

  /** A part that is no form: in place of one. */
  private async openWhole(verb: string): Promise<void> {
    this.draft.close();
    this.timeline.close();
    this.copies.close();
    if (this.desk.view.card) {
      this.desk.putAway();
    }
    this.emptyForm();
    this.group = this.board.groups.find((group) => group.parts.some((part) => part.open.verb === verb))?.name ?? this.group;
    await (verb === this.board.timeline ? this.timeline : this.copies).open();
    this.drawFoot();
  }

  private async openDraft(saved = ""): Promise<void> {
    this.timeline.close();
    this.copies.close();
    this.emptyForm();
    this.state = saved;
    this.frame.hear("saved", saved);
    this.group = this.board.groups.find((group) => group.parts.some((part) => part.open.verb === this.board.document))?.name ?? this.group;
    await this.draft.open();
  }

  private drawFoot(): void {
    const next = this.part(this.board.next);
    const approve = this.draft.shown?.approve;
    drawFoot(this.frame, {
      view: this.desk.view,
      state: this.state,
      isWaiting: this.isWaiting,
      pressMain: () => this.pressMain(),
      pressSecond: () => secondOf(this.desk.view)?.press(),
      else: approve ? { title: approve.title, press: () => void this.desk.go(this.draft.shown?.approve.open ?? approve.open) }
        : next && this.board.time.startedAt
          ? { title: `Next: ${this.frame.text(next.title)}`, press: () => void this.openPart(this.board.next ?? "") }
          : undefined,
    });
  }

  private pressMain(): void {
    const main = this.desk.view.card?.buttons[0];
    if (main && !this.desk.busy) {
      this.isWaiting = true;
      main.press();
      this.isWaiting = this.desk.busy;
    }
  }

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && event.ctrlKey) {
      event.preventDefault();
      this.pressMain();
    } else if (event.key === "Escape") {
      document.querySelectorAll("details[open]").forEach((one) => one.removeAttribute("open"));
    }
  };

  private toggleNames(): void {
    this.frame.namesShown = !this.frame.namesShown;
    this.draw();
    this.alert(this.fault);
    this.drafts(this.left);
    this.desk.redraw();
    if (this.draft.shown) {
      this.draft.draw();
    }
    if (this.copies.shown) {
      this.copies.draw();
    }
    this.frame.region("head").querySelector<HTMLElement>("[data-key=names]")?.focus();
  }

  private lineIs(isThere: boolean): void {
    if (this.desk.lineIs(isThere)) {
      void this.look();
    }
  }

  private current(): string | undefined {
    const { open, card } = this.desk.view;
    return card ? this.board.groups.flatMap((group) => group.parts).find((part) => isAbout(part.open, open))?.id : undefined;
  }

  private part(id: string | undefined): Group["parts"][number] | undefined {
    return this.board.groups.flatMap((group) => group.parts).find((part) => part.id === id);
  }

  private groupOf(open: Opens | undefined): Group | undefined {
    return open && this.board.groups.find((group) => group.parts.some((part) => isAbout(part.open, open)));
  }
}

/** Whether a part of the list is what a form was opened by. */
function isAbout(part: Opens, open: Opens): boolean {
  return part.verb === open.verb
    && Object.entries(part.data).every(([key, value]) => value === null || JSON.stringify(open.data[key]) === JSON.stringify(value));
}
