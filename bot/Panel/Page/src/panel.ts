import { Desk, said, type Coming, type Surface, type View } from "@kit/desk";
import { button as plain, el, show } from "@kit/dom";
import { items, type Button } from "@kit/card";
import { NoLine, SignedOut, type Answer, type Fields, type Press } from "@kit/wire";
import { Kept, noteOf, type Draft } from "@kit/kept";
import { Live } from "@kit/live";
import { NotForYou, type Api, type Board, type Document, type Group, type Looked, type Opens, type Paragraph } from "./api";
import { agencies, before, children, clockOf, head, news, parts, rings, tabs } from "./board";
import { drawDocument } from "./document";
import { hostConfig } from "./hostConfig";
import { Hidden } from "./hidden";
import { icon } from "./icons";
import { shapeOf } from "./shape";

const tick = 1_000;
const edge = 8;
// In letters: a longer one would leave the first no room.
const fitsBeside = 12;

/** The chair's panel: how the meeting stands, and the form that is next. */
export class Panel implements Surface {
  readonly drawing = {
    config: hostConfig,
    ownButtons: true,
    before: (card: Fields): Fields => this.masked(shapeOf(card).rest),
  };
  private readonly hidden = new Hidden();
  private readonly desk: Desk;
  private readonly live: Live;
  private readonly regions = new Map<string, HTMLElement>();
  private readonly made = new Map<string, string>();
  private board: Board;
  private offset: number;
  private viewedAt: string;
  private namesShown = false;
  private hasLine = true;
  private group: string | undefined;
  private seen: number;
  private readonly unread = new Map<number, Board["news"][number]>();
  private looking = false;
  private lookAgain = false;
  private state = "";
  private busyWith: string | undefined;
  private read: Document | undefined;
  private editing: string | undefined;
  private fault = "";
  private left: Draft[] = [];
  private sending: { text: string; id: string; isOnItsWay: boolean } | undefined;
  private readonly ticking: ReturnType<typeof setInterval>;

  constructor(private readonly api: Api, first: Looked, private readonly kept: Kept, private readonly onOver: (text: string) => void) {
    this.board = first.board;
    this.seen = first.board.version;
    this.offset = 0;
    this.viewedAt = "";
    this.desk = new Desk((press) => this.act(press), kept, this, { verb: "", data: {} });
    this.frame();
    this.takeBoard(first);
    this.live = new Live((signal) => api.events(signal), {
      changed: () => void this.look(),
      over: () => this.desk.over(),
      refused: () => void this.look(),
      line: (isThere) => this.lineIs(isThere),
    });
    this.ticking = setInterval(() => this.drawHead(), tick);
  }

  /** What was typed before comes back; else what waits, once the meeting runs. */
  async start(): Promise<void> {
    const last = this.kept.drafts().at(-1);
    const next = this.part(this.board.next);
    if (last) {
      await this.desk.restore(last);
    } else if (this.board.time.startedAt && !this.board.time.endedAt && next) {
      await this.desk.go(next.open);
    }
    this.desk.offerDrafts();
  }

  show(view: View, { isAgain, quietly }: Coming): void {
    if ((view.open.verb === this.board.document || (this.read && view.isSaved)) && !view.card!.isForm) {
      // The bot leads back to the draft, a page of it: here it is whole.
      const saved = shapeOf(this.masked(view.json)).saved;
      this.desk.putAway();
      void this.openDocument(saved);
      return;
    }
    if (this.read && view.open.verb !== "minuting/edit") {
      this.closeDocument();
    }
    this.group = this.groupOf(view.open)?.name ?? this.group;
    this.drawForm(view);
    this.drawLists();
    if (quietly) {
      return;
    }
    const main = this.region("main");
    const form = this.region("form");
    // One that fits stands under the board; a longer one begins under the header.
    const fits = form.offsetTop + form.offsetHeight <= main.clientHeight;
    main.scrollTop = fits ? 0 : form.offsetTop - this.region("news").offsetHeight - edge;
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
    this.region("alert").textContent = this.text(text);
  }

  line(isThere: boolean): void {
    this.hasLine = isThere;
    this.drawHead();
  }

  busy(isBusy: boolean): void {
    this.region("form").setAttribute("aria-busy", String(isBusy));
    if (!isBusy) {
      this.busyWith = undefined;
    }
    this.drawFoot();
  }

  drafts(left: Draft[]): void {
    this.left = left;
    this.swap("drafts", el("section", { class: "band drafts", hidden: left.length === 0 },
      el("p", {}, "Typed on this device, not saved yet:"),
      el("ul", {}, ...left.map((draft) => el("li", {}, this.link(this.text(draft.title) || "A form", () => void this.desk.restore(draft)))))));
  }

  over(text: string | undefined): void {
    clearInterval(this.ticking);
    removeEventListener("keydown", this.key);
    this.live.close();
    this.desk.close();
    this.onOver(text ?? "");
  }

  private frame(): void {
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
        region("board", el("section", { "aria-label": "How it stands" })),
        region("news", el("div", { class: "news" })),
        region("drafts", el("section", { hidden: true })),
        region("tabs", el("div", {})),
        region("form", el("section", { class: "form", "aria-label": "Form", hidden: true })),
        region("document", el("section", { hidden: true })),
        region("parts", el("section", {})),
        region("command", this.commandLine()))),
      region("foot", el("footer", {})));
    addEventListener("keydown", this.key);
  }

  private commandLine(): HTMLElement {
    const input = el("fluent-text-input" as "input", { placeholder: "Type a command: missing, status, due", "aria-label": "Command" });
    const form = el("form", { class: "band command" }, input, el("fluent-button" as "button", { type: "submit", size: "medium" }, "Send"));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.command(input);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.ctrlKey) {
        event.preventDefault();
        void this.command(input);
      }
    });
    return form;
  }

  private async command(input: HTMLInputElement): Promise<void> {
    const text = input.value.trim();
    if (!text || this.desk.busy || this.sending?.isOnItsWay) {
      return;
    }
    // The same line sent again is the same command: nothing is done twice.
    const sending = { text, id: this.sending?.text === text ? this.sending.id : crypto.randomUUID(), isOnItsWay: true };
    this.sending = sending;
    try {
      const answer = await this.api.line(text, sending.id);
      this.sending = undefined;
      if (input.value.trim() === text && (answer.card || answer.saved)) {
        input.value = "";
      }
      this.desk.shown(answer, { verb: "", data: { line: text } });
      if (answer.saved) {
        void this.look();
      }
    } catch (why) {
      sending.isOnItsWay = false;
      if (why instanceof NoLine) {
        this.alert("There is no line just now, and I can't say whether the command arrived. Send it again: nothing is done twice.");
      } else {
        this.gone(why);
      }
    }
  }

  private async act(press: Press): Promise<Answer> {
    try {
      return await this.api.act(press);
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
    try {
      do {
        this.lookAgain = false;
        this.takeBoard(await this.api.look(this.seen, true));
      } while (this.lookAgain);
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
    this.hidden.set(board.names);
    board.news.forEach((one) => this.unread.set(one.seq, one));
    this.seen = Math.max(this.seen, board.version);
    this.draw();
  }

  private draw(): void {
    this.drawHead();
    const isBefore = !this.board.time.startedAt;
    const mask = (text: string) => this.text(text);
    const ring = (open: Opens) => void this.desk.go(open);
    this.swap("board", el("section", { "aria-label": "How it stands" }, ...(isBefore
      ? before(this.board, mask, (open) => void this.desk.go(open), this.isTyping())
      : [
          ...children(this.board, mask, (open) => void this.desk.go(open)),
          ...agencies(this.board),
          ...rings(this.board, ring),
        ])));
    this.drawNews();
    this.drawLists();
    this.drawFoot();
  }

  private drawHead(): void {
    this.swap("head", head(this.board, {
      clock: clockOf(this.board, new Date(Date.now() + this.offset)),
      hasLine: this.hasLine,
      viewedAt: this.viewedAt,
      namesShown: this.namesShown,
      toggleNames: () => this.toggleNames(),
    }));
  }

  private drawNews(): void {
    const newest = [...this.unread.values()].sort((one, other) => other.seq - one.seq);
    this.swap("news", news(newest, this.namesShown ? (text) => text : (text) => this.hidden.text(text), (one) => {
      this.unread.delete(one.seq);
      if (one.open) {
        void this.desk.go(one.open);
      }
      this.drawNews();
    }));
  }

  private drawLists(): void {
    const group = this.group ?? this.groupOf(this.part(this.board.next)?.open)?.name ?? this.board.groups[0]?.name;
    this.swap("tabs", tabs(this.board.groups, group, (name) => this.choose(name)));
    const shown = this.board.groups.find((one) => one.name === group);
    this.swap("parts", parts(
      this.board, shown, (text) => this.text(text), this.current(), (id) => void this.openPart(id), (open) => void this.desk.go(open)));
  }

  private choose(name: string): void {
    this.group = name;
    if (this.read) {
      this.closeDocument();
    }
    if (this.desk.view.card) {
      this.desk.putAway();
      this.region("form").hidden = true;
      this.region("form").replaceChildren();
    }
    this.drawLists();
    this.drawFoot();
    this.region("tabs").querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }

  private async openPart(id: string): Promise<void> {
    const part = this.part(id);
    if (part && part.open.verb === this.board.document) {
      await this.openDocument();
    } else if (part) {
      await this.desk.go(part.open);
    }
  }

  /** The draft as it stands now, whole. */
  private async openDocument(saved = ""): Promise<void> {
    const form = this.region("form");
    form.hidden = true;
    form.replaceChildren();
    this.editing = undefined;
    try {
      const { draft: read, text } = await this.api.draft();
      if (!read) {
        this.alert(text ?? "");
        return;
      }
      this.read = read;
      this.state = saved;
      this.group = "Minutes";
      this.drawDocument();
      this.drawLists();
      this.drawFoot();
    } catch (why) {
      if (why instanceof NoLine) {
        this.alert(said.notOpened);
      } else {
        this.gone(why);
      }
    }
  }

  private drawDocument(): void {
    const read = this.read!;
    const newest = read.paragraphs.map((one) => one.at ?? "").sort().at(-1) ?? "";
    const key = `${noteOf}draft:${this.board.case}`;
    const since = noted(key);
    if (!since) {
      note(key, newest);
    }
    this.swap("document", drawDocument(read, {
      mask: (text) => this.text(text),
      isHidden: !this.namesShown,
      since,
      seen: () => {
        note(key, newest);
        this.drawDocument();
      },
      edit: (paragraph) => void this.edit(paragraph),
    }));
    this.putFormInPlace();
  }

  /** Where its paragraph stands; who is in it stays in it. */
  private putFormInPlace(): void {
    const form = this.region("form");
    const place = this.editing && this.region("document").querySelector(`[data-paragraph="${CSS.escape(this.editing)}"]`);
    if (place && place.nextElementSibling !== form) {
      const active = form.contains(document.activeElement) ? document.activeElement as HTMLElement : undefined;
      place.after(form);
      active?.focus({ preventScroll: true });
    }
  }

  /** In its place: the form stands where the words were. */
  private async edit(paragraph: Paragraph): Promise<void> {
    this.editing = paragraph.id;
    this.putFormInPlace();
    await this.desk.go(paragraph.open!);
    this.region("form").scrollIntoView({ block: "start" });
  }

  private closeDocument(): void {
    this.read = undefined;
    this.editing = undefined;
    this.region("document").before(this.region("form"));
    this.swap("document", el("section", { hidden: true }));
  }

  private drawForm(view: View): void {
    const form = this.region("form");
    const shape = shapeOf(this.masked(view.json));
    const faults = view.card!.faultTexts();
    form.hidden = false;
    form.replaceChildren(
      ...(shape.saved ? [el("p", { class: "saved", role: "status" }, icon("tick"), el("span", {}, shape.saved))] : []),
      ...(shape.notSaved ? [this.summary(shape.notSaved, faults)] : []),
      el("h2", { tabindex: "-1" }, shape.title || this.text(view.title)),
      ...(shape.say && !shape.notSaved && !standsIn(shape.rest, shape.say) ? [this.sayBlock(shape.say, shape.behind)] : []),
      el("div", { class: "card" }, view.card!.element),
      ...this.others(view));
    this.drawFoot();
  }

  /** The buttons that have no room in the footer. */
  private others({ card }: View): HTMLElement[] {
    const others = card!.buttons.slice(this.second() ? 2 : 1);
    return others.length === 0 ? [] : [el("p", { class: "others" }, ...others.map((other) => this.link(this.text(other.title), other.press)))];
  }

  private second(): Button | undefined {
    const second = this.desk.view.card?.buttons[1];
    return second && second.title.length <= fitsBeside ? second : undefined;
  }

  private sayBlock(say: string, behind: string): HTMLElement {
    return el("div", { class: "say" },
      el("p", {}, el("strong", {}, "Say "), say),
      ...(behind ? [el("details", { class: "behind" }, el("summary", { "aria-label": "Where this comes from" }, icon("info")), el("p", {}, behind))] : []));
  }

  private summary(why: string, faults: { id: string; text: string }[]): HTMLElement {
    const title = faults.length === 0 ? "Not saved" : `Not saved: ${faults.length === 1 ? "1 thing" : `${faults.length} things`} to change`;
    return el("div", { class: "summary", tabindex: "-1", role: "alert" },
      el("p", {}, icon("error"), el("strong", {}, title)),
      faults.length === 0
        ? el("p", {}, why)
        : el("ul", {}, ...faults.map((fault) => el("li", {}, this.link(fault.text, () => this.desk.view.card?.focus(fault.id))))));
  }

  private drawFoot(): void {
    const card = this.desk.view.card;
    const [main, second] = [card?.buttons[0], this.second()];
    const next = this.part(this.board.next);
    const isWaiting = this.busyWith !== undefined;
    const faults = card?.faultTexts().length ?? 0;
    const state = faults > 0 ? `Not saved: ${faults === 1 ? "1 thing" : `${faults} things`} to change`
      : this.state || (card?.isForm ? "Not saved yet" : "");
    const foot: HTMLElement[] = [];
    if (state) {
      foot.push(el("p", { class: faults > 0 ? "state wrong" : "state", role: "status" }, this.text(state).replace(said.notSaved, "Not saved yet. Kept here.")));
    }
    if (card && main) {
      foot.push(el("div", { class: "buttons" },
        // Which button it is, is asked when it is pressed: the same words may stand under another form by then.
        this.primary(isWaiting ? "Saving" : main.title, () => this.pressMain()),
        ...(second ? [this.secondary(second.title, () => this.second()?.press())] : [])));
    } else if (this.read) {
      const approve = this.read.approve;
      foot.push(el("div", { class: "buttons" }, this.primary(approve.title, () => this.read && void this.desk.go(this.read.approve.open))));
    } else if (next && this.board.time.startedAt) {
      foot.push(el("div", { class: "buttons" }, this.primary(`Next: ${this.text(next.title)}`, () => void this.openPart(this.board.next ?? ""))));
    }
    this.swap("foot", el("footer", { hidden: foot.length === 0 }, ...foot));
  }

  private pressMain(): void {
    const main = this.desk.view.card?.buttons[0];
    if (main) {
      this.press(main.title, main.press);
    }
  }

  private press(title: string, press: () => void): void {
    if (!this.desk.busy) {
      this.busyWith = title;
      press();
      if (!this.desk.busy) {
        this.busyWith = undefined;
      }
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
    this.namesShown = !this.namesShown;
    this.draw();
    this.alert(this.fault);
    this.drafts(this.left);
    this.desk.redraw();
    if (this.read) {
      this.drawDocument();
    }
    this.region("head").querySelector<HTMLElement>("[data-key=names]")?.focus();
  }

  private lineIs(isThere: boolean): void {
    if (this.desk.lineIs(isThere)) {
      void this.look();
    }
  }

  private masked(card: Fields): Fields {
    return this.namesShown ? card : this.hidden.card(card);
  }

  private text(text: string): string {
    return this.namesShown ? text : this.hidden.text(text);
  }

  private isTyping(): boolean {
    return this.desk.view.card !== undefined;
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

  private region(name: string): HTMLElement {
    return this.regions.get(name)!;
  }

  /** Takes the place of what stood there, only where it differs; whoever was on it stays on it. */
  private swap(name: string, next: HTMLElement): void {
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
    old.replaceWith(next);
    this.regions.set(name, next);
    if (key) {
      next.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
    }
  }

  private primary(title: string, press: () => void): HTMLElement {
    return el("fluent-button" as "button", { appearance: "primary", size: "large", "data-key": "primary", onclick: press }, title);
  }

  private secondary(title: string, press: () => void): HTMLElement {
    return el("fluent-button" as "button", { size: "large", "data-key": "second", onclick: press }, title);
  }

  private readonly link = (title: string, press: () => void): HTMLElement => plain(title, press, "link");
}

/** A device may keep nothing. */
function noted(key: string): string | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? "{}") as { text?: string }).text;
  } catch {
    return undefined;
  }
}

function note(key: string, text: string): void {
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), text }));
  } catch {
    // Then everything is new each time.
  }
}

/** Whether a card says word for word what may be said: nothing twice. */
const standsIn = (card: Fields, say: string): boolean => {
  const sentence = say.replace(/^“|”$/g, "");
  return [...items(card)].some((item) => item["text"] === sentence);
};

/** Whether a part of the list is what a form was opened by. */
function isAbout(part: Opens, open: Opens): boolean {
  return part.verb === open.verb
    && Object.entries(part.data).every(([key, value]) => value === null || JSON.stringify(open.data[key]) === JSON.stringify(value));
}

