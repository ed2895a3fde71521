import { el } from "@kit/dom";
import { NoLine } from "@kit/wire";
import { NotForYou, type Api, type CaseDetail, type ServiceBoard, type ServiceFilter, type ServiceRow, type ServiceShown } from "./api";
import { CasePane } from "./casePane";
import { icon } from "./icons";
import { Lists } from "./lists";
import { Measures } from "./measures";
import { more, page } from "./more";
import { axis } from "./serviceAxis";
import { servicePage, type ServicePages } from "./servicePage";
import { step } from "./step";

// So long nothing is said: most answers come before.
const shortly = 500;
// What becomes late does so although nobody writes.
const patience = 60_000;
const columns = ["Case", "Stage", "What is next, by when", "Time left", "", "Who has it", ""];

/** The board of a service, in the app's own tab: what is late first. Rows never move by themselves. */
export class Service {
  private filter: ServiceFilter = {};
  private shown: ServiceShown | undefined;
  private later: ServiceShown | undefined;
  private opened: string | undefined;
  private details = new Map<string, CaseDetail>();
  private isOffline = false;
  private asked = 0;
  private readonly measures: Measures;
  private readonly lists: Lists;
  private readonly pages: ServicePages = {
    Board: () => this.back(),
    Measures: () => {
      this.away();
      void this.measures.open();
    },
    Lists: () => {
      this.away();
      void this.lists.open({ list: "", measure: "" });
    },
  };
  /** Another page stands in its place, or a case does. */
  private isAway = false;

  constructor(private readonly api: Api, private readonly onOver: (text: string) => void) {
    this.measures = new Measures(api, this.pages, (wanted) => {
      this.away();
      void this.lists.open({ list: "ofMeasure", ...wanted });
    }, onOver);
    this.lists = new Lists(api, this.pages, onOver);
    setInterval(() => void this.look(), patience);
    addEventListener("online", () => void this.look());
  }

  async start(): Promise<void> {
    const wait = setTimeout(() => this.drawWaiting(), shortly);
    await this.load({});
    clearTimeout(wait);
  }

  private away(): void {
    this.measures.close();
    this.lists.close();
    this.isAway = true;
  }

  private back(): void {
    this.away();
    this.isAway = false;
    void this.load(this.filter);
  }

  /** Asks for it anew, as somebody chose. */
  private async load(filter: ServiceFilter): Promise<void> {
    const asked = ++this.asked;
    this.filter = filter;
    try {
      const shown = await this.api.serviceBoard(filter);
      if (asked === this.asked) {
        [this.shown, this.later, this.isOffline] = [shown, undefined, false];
        this.draw();
      }
    } catch (why) {
      this.failed(why);
    }
  }

  /** Looks whether anything changed; shows it where whoever reads asks for it. */
  private async look(): Promise<void> {
    const asked = this.asked;
    try {
      const now = await this.api.serviceBoard(this.filter);
      if (asked !== this.asked) {
        return;
      }
      const was = this.isOffline || !this.shown;
      this.isOffline = false;
      if (was || changes(this.shown!, now) === 0) {
        this.shown = now;
        this.later = undefined;
      } else {
        this.later = now;
      }
      this.draw();
    } catch (why) {
      this.failed(why);
    }
  }

  private failed(why: unknown): void {
    if (why instanceof NotForYou) {
      this.onOver(why.message);
    } else if (why instanceof NoLine) {
      this.isOffline = true;
      this.draw();
    } else {
      throw why;
    }
  }

  private drawWaiting(): void {
    if (!this.shown) {
      this.put(el("h1", { tabindex: "-1" }, "Open cases"), el("p", { class: "caption", role: "status" }, "Fetching."),
        ...["long", "short", "long", "short"].map((length) => el("div", { class: `grey-line ${length}` })));
    }
  }

  private put(...content: Node[]): void {
    if (this.isAway) {
      return;
    }
    servicePage("Board", this.pages, `Reference and check word only${this.shown ? ` · ${this.shown.at}` : ""}`, ...content);
  }

  draw(): void {
    const active = document.activeElement?.closest<HTMLElement>("[data-key]")?.dataset["key"];
    if (!this.shown) {
      this.put(el("h1", {}, "Open cases"), ...this.offline());
      return;
    }
    const { board, counts } = this.shown;
    this.put(...(board ? this.drawn(board) : counts ? this.counted(counts) : []));
    if (active) {
      document.querySelector<HTMLElement>(`[data-key="${CSS.escape(active)}"]`)?.focus({ preventScroll: true });
    }
  }

  private offline(): HTMLElement[] {
    return this.isOffline ? [el("p", { role: "status", class: "offline" }, el("strong", { class: "late" }, "Offline."),
      this.shown ? ` This view is from ${this.shown.at}. It comes up to date by itself.` : " It opens by itself when the line is back.")] : [];
  }

  private unfilled(): HTMLElement[] {
    return this.shown?.isWhole === false
      ? [el("p", { class: "missing" }, "This is still being made after an update: some cases are not on it yet.")] : [];
  }

  /** For whoever has no right to the cases. */
  private counted(counts: NonNullable<ServiceShown["counts"]>): HTMLElement[] {
    return [el("h1", { tabindex: "-1" }, `${counts.count} open cases`), ...this.offline(), ...this.unfilled(),
      el("p", {}, counts.says),
      el("table", { class: "counts" },
        el("caption", { class: "unseen" }, "Open cases by stage"),
        el("thead", { class: "unseen" }, el("tr", {}, ...["Stage", "Open", "Late"].map((name) => el("th", { scope: "col" }, name)))),
        el("tbody", {}, ...counts.stages.map((stage) => el("tr", {}, el("th", { scope: "row" }, stage.name),
          el("td", {}, stage.count), el("td", {}, `${stage.late} late`))))),
      ...(counts.hidesAny ? [el("p", { class: "caption" }, "c: 1 to 5, hidden, and with it a second")] : [])];
  }

  private drawn(board: ServiceBoard): HTMLElement[] {
    return [
      el("div", { class: "service-title" }, el("h1", { tabindex: "-1" }, board.title), this.summary(board)),
      ...this.offline(), ...this.unfilled(), ...this.news(), this.tabs(board), this.filters(board),
      ...(board.count > 0 ? [this.table(board)] : [this.nothing(board)]),
      ...(board.more > 0 ? [more(board.more, "None of them is sooner.", () => void this.load({ ...this.filter, most: board.groups.reduce((sum, group) => sum + group.rows.length, page) }))] : []),
      ...(board.count > 0 ? [el("p", { class: "caption wide-only" }, "Late first, the meeting before paper. Days are working days.")] : []),
    ];
  }

  private summary(board: ServiceBoard): HTMLElement {
    return el("p", { class: "summary-line" },
      ...(board.late > 0 ? [icon("warning", "warn"), el("strong", { class: "warn" }, `${board.late} late`)]
        : [icon("tick", "good"), el("span", { class: "good" }, "None late")]),
      ` · ${board.today} due today · ${board.later} later`);
  }

  private news(): HTMLElement[] {
    const count = this.later && this.shown ? changes(this.shown, this.later) : 0;
    return count === 0 ? [] : [el("p", { role: "status", class: "service-news" }, `${count} new, `, el("button", {
      type: "button", class: "link", "data-key": "refresh", onclick: () => {
        this.shown = this.later;
        this.later = undefined;
        this.draw();
      },
    }, "refresh"))];
  }

  private tabs(board: ServiceBoard): HTMLElement {
    const list = el("div", { class: "service-tabs", role: "tablist", "aria-label": "Stage" }, ...board.tabs.map((tab) => el("button", {
      type: "button", role: "tab", "aria-selected": String(tab.isChosen), tabindex: tab.isChosen ? "0" : "-1", "data-key": `tab-${tab.id}`,
      onclick: () => void this.load({ ...this.filter, stage: tab.id, most: page }),
    }, el("span", {}, tab.name), " ", el("span", {}, el("b", {}, String(tab.count)), ...(tab.late ? [el("span", { class: "warn" }, ` · ${tab.late} late`)] : [])))));
    list.addEventListener("keydown", (event) => step(event, list, "[role=tab]", "ArrowLeft", "ArrowRight"));
    return list;
  }

  private filters(board: ServiceBoard): HTMLElement {
    const choose = (name: "team" | "chair" | "area", label: string, all: string, values: string[]): HTMLElement => {
      const chosen = board[name] ?? "";
      const select = el("select", { "data-key": `filter-${name}` }, el("option", { value: "" }, all),
        ...values.map((value) => el("option", { value, selected: value === chosen }, value)));
      select.addEventListener("change", () => void this.load({ ...this.filter, [name]: select.value, most: page }));
      return el("label", { class: `filter ${name}${chosen ? " chosen" : ""}` }, el("span", {}, label), select);
    };
    return el("div", { class: "filters", role: "group", "aria-label": "Show the cases of" },
      choose("team", "Team", "All teams", board.teams), choose("chair", "Chair", "Anyone", board.chairs),
      choose("area", "Area", "All areas", board.areas),
      ...(board.team || board.chair || board.area ? [this.clear("Clear")] : []));
  }

  private clear(text: string, kind = "link"): HTMLElement {
    return el("button", {
      type: "button", class: kind, "data-key": "clear", onclick: () => void this.load({ stage: this.filter.stage ?? "" }),
    }, text);
  }

  private nothing(board: ServiceBoard): HTMLElement {
    const which = [["chair", board.chair], ["team", board.team], ["area", board.area]].filter(([, value]) => value);
    return el("section", { class: "nothing" }, el("h2", {}, "No open cases here"),
      el("p", {}, which.length > 0 ? `${which.map(([name, value]) => `${name} ${value}`).join(", ")}. There are ${board.everything} in all.`
        : `There are ${board.everything} in all.`),
      ...(which.length > 0 ? [this.clear("Clear filters", "")] : []));
  }

  private table(board: ServiceBoard): HTMLElement {
    const table = el("table", { class: "board" },
      el("caption", { class: "unseen" }, "Open cases, what is late first"),
      el("thead", {}, el("tr", {}, ...columns.map((name, at) => at === 4
        ? el("th", { scope: "col", class: "scale" }, el("span", { class: "unseen" }, "Days late, or left"), axis.labels())
        : el("th", { scope: "col" }, name || el("span", { class: "unseen" }, "Open the row"))))),
      ...board.groups.map((group) => el("tbody", {},
        el("tr", { class: "group" }, el("th", { scope: "rowgroup", colspan: String(columns.length) }, el("b", {}, group.name), ` ${group.count}`)),
        ...group.rows.flatMap((row) => this.row(row)))));
    table.addEventListener("keydown", (event) => step(event, table, "button.opens", "ArrowUp", "ArrowDown"));
    return table;
  }

  private row(row: ServiceRow): HTMLElement[] {
    const isOpen = this.opened === row.case && row.restricted === undefined;
    const next = row.next[0];
    const toggle = () => {
      this.opened = isOpen ? undefined : row.case;
      this.draw();
      if (!isOpen && row.mayOpen) {
        void this.fetch(row.case, row.who?.mail);
      }
    };
    const what = row.restricted !== undefined ? `restricted, ${row.restricted}` : next ? `${next.what} ${next.when}` : "nothing has a limit";
    const opener = el("button", {
      type: "button", class: "opens", "aria-expanded": String(isOpen), "data-key": `row-${row.case}`,
      tabindex: "-1", "aria-label": [`${row.case} ${row.word}`, row.stage, what, row.left, row.who ? `${row.who.name} has it` : ""].filter(Boolean).join(", "),
    }, icon("more"));
    const line = el("tr", { class: `case${row.isLate ? " is-late" : ""}${isOpen ? " is-open" : ""}` },
      el("th", { scope: "row" }, `${row.case} `, row.restricted === undefined ? el("b", {}, row.word) : row.word),
      el("td", { class: "stage" }, row.stage),
      el("td", { class: "what" }, ...(row.restricted !== undefined ? [icon("hidden"), el("span", { class: "quiet" }, " Restricted: ask the team manager")]
        : next ? [`${next.what} `, el("span", { class: "quiet" }, next.when)] : [el("span", { class: "quiet" }, "Nothing has a limit")])),
      el("td", { class: "left" }, ...(row.isLate ? [icon("warning", "warn"), el("strong", { class: "warn" }, row.left)] : [el("span", {}, row.left)])),
      el("td", { class: "scale" }, axis.mark(row.days, row.isLate)),
      el("td", { class: "who" }, ...(row.who ? [`${row.who.name} `, el("span", { class: "quiet" }, row.who.as)]
        : row.restricted !== undefined ? [row.restricted.replace("ask the t", "T")] : [])),
      el("td", { class: "more" }, ...(row.restricted === undefined ? [opener] : [])));
    if (row.restricted === undefined) {
      line.addEventListener("click", toggle);
      line.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && isOpen) {
          toggle();
        }
      });
    }
    return isOpen ? [line, el("tr", { class: "opened" }, el("td", { colspan: String(columns.length) }, this.inside(row)))] : [line];
  }

  /** What an opened row says: the next steps, why it is late, and what can be done. */
  private inside(row: ServiceRow): HTMLElement {
    const detail = this.details.get(row.case);
    const first = row.who?.name.split(" ")[0] ?? "";
    return el("div", { class: "inside", onkeydown: (event) => {
      if ((event as KeyboardEvent).key === "Escape") {
        this.opened = undefined;
        this.draw();
        document.querySelector<HTMLElement>(`[data-key="row-${CSS.escape(row.case)}"]`)?.focus();
      }
    } },
      el("div", { class: "inside-left" },
        ...(detail ? [el("div", { class: "small-timeline" }, svg(detail.timeline.wide), svg(detail.timeline.tall)),
          el("p", { class: "unseen" }, detail.timeline.sentences.join(" "))]
          : row.mayOpen ? [] : [el("p", { class: "caption" }, "You are not on this case.")]),
        el("p", { class: "inside-buttons" },
          ...(row.mayOpen && detail ? [el("button", { type: "button", class: "primary", "data-key": `open-${row.case}`, onclick: () => this.openCase(row, detail) }, "Open case")] : []),
          ...(row.who?.mail ? [el("a", {
            class: "button", "data-key": `ask-${row.case}`, target: "_blank", rel: "noreferrer", href: chatWith(row.who.mail, `${row.case} ${row.word}`),
          }, `Ask ${first}`)] : []),
          ...(detail?.change ? [el("button", { type: "button", class: "button", "data-key": `change-${row.case}`, onclick: () => this.openCase(row, detail, detail.change) }, "Change who has it")] : []))),
      el("div", { class: "inside-right" },
        el("table", { class: "next" }, el("caption", {}, "Next"), el("tbody", {}, ...row.next.map((one) => el("tr", {},
          el("th", { scope: "row" }, one.what), el("td", {}, one.when, ...(one.booked ? [el("span", { class: "quiet" }, `, ${one.booked}`)] : [])),
          el("td", {}, one.who))))),
        ...(row.why ? [el("p", { class: "caption" }, `Why late: ${row.why}.`)] : []),
        ...(row.children > 1 ? [el("p", { class: "caption" }, `${row.children} children.`)] : [])));
  }

  private async fetch(id: string, who?: string): Promise<void> {
    try {
      const detail = await this.api.serviceCase(id, 600, who);
      if (detail.timeline) {
        this.details.set(id, detail);
      }
      if (this.opened === id) {
        this.draw();
      }
    } catch (why) {
      this.failed(why);
    }
  }

  private openCase(row: ServiceRow, detail: CaseDetail, first = detail.open): void {
    this.away();
    void CasePane.open(this.api, `${row.case} ${row.word}`, detail, "Board", () => this.back(), (text) => this.onOver(text), first);
  }
}

/** How many rows differ from what is shown. */
function changes(shown: ServiceShown, now: ServiceShown): number {
  const rows = (one: ServiceShown) => new Map((one.board?.groups ?? []).flatMap((group) => group.rows).map((row) =>
    [row.case, JSON.stringify([row.stage, row.next[0]?.what, row.next[0]?.when, row.who?.name, row.isLate])]));
  const [old, next] = [rows(shown), rows(now)];
  return [...next].filter(([id, text]) => old.get(id) !== text).length + [...old.keys()].filter((id) => !next.has(id)).length;
}

const chatWith = (mail: string, about: string): string =>
  `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(mail)}&message=${encodeURIComponent(`${about}: `)}`;

/** Drawn by the bot. */
const svg = (text: string): Node => document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
