import { button, el } from "@kit/dom";
import { NoLine } from "@kit/wire";
import { NotForYou, type Api, type ListsShown, type ListsWanted } from "./api";
import { CasePane } from "./casePane";
import { icon } from "./icons";
import { more, page } from "./more";
import { save } from "./save";
import { servicePage, type ServicePages } from "./servicePage";
import { step } from "./step";

const notThere = "Lists";

/** What an inspector asks to see one by one: a list at a time, for whoever may see the cases; else counts, small numbers hidden. */
export class Lists {
  private shown: ListsShown | undefined;
  private wanted: ListsWanted = { list: "", month: "", area: "", measure: "" };
  private asked = 0;

  constructor(private readonly api: Api, private readonly pages: ServicePages, private readonly onOver: (text: string) => void) {}

  async open(wanted: Partial<ListsWanted> = {}): Promise<void> {
    const asked = ++this.asked;
    // Whoever chooses another list begins at its first lines.
    const { most: _, ...before } = this.wanted;
    this.wanted = { ...before, ...wanted };
    try {
      const shown = await this.api.serviceLists(this.wanted);
      if (asked === this.asked) {
        this.shown = shown;
        this.draw();
      }
    } catch (why) {
      this.failed(why);
    }
  }

  /** Nobody looks at it any more. */
  close(): void {
    this.asked++;
  }

  private failed(why: unknown): void {
    if (why instanceof NotForYou) {
      this.onOver(why.message);
    } else if (why instanceof NoLine) {
      this.put(el("h1", {}, notThere), el("p", { role: "status" }, el("strong", { class: "late" }, "Offline."), " Open it again when the line is back."));
    } else {
      throw why;
    }
  }

  private put(...content: Node[]): void {
    servicePage("Lists", this.pages, this.shown?.counts ? "Small numbers hidden" : `Reference and check word only${this.shown ? ` · ${this.shown.at}` : ""}`, ...content);
  }

  private draw(): void {
    const shown = this.shown!;
    const active = document.activeElement?.closest<HTMLElement>("[data-key]")?.dataset["key"];
    this.put(...(shown.list ? this.drawn(shown, shown.list) : this.counted(shown)));
    if (active) {
      document.querySelector<HTMLElement>(`[data-key="${CSS.escape(active)}"]`)?.focus({ preventScroll: true });
    }
  }

  private unfilled(shown: ListsShown): HTMLElement[] {
    return shown.isWhole ? [] : [el("p", { class: "missing" }, "This is still being made after an update: some cases are not on it yet.")];
  }

  private csv(): HTMLElement {
    return button("CSV", () => void this.asFile(), "button");
  }

  private async asFile(): Promise<void> {
    try {
      save(await this.api.serviceListsCsv(this.wanted), `${this.wanted.list || "lists"}.csv`);
    } catch (why) {
      this.failed(why);
    }
  }

  /** For whoever has no right to the cases. */
  private counted(shown: ListsShown): HTMLElement[] {
    const counts = shown.counts ?? [];
    return [el("div", { class: "service-title" }, el("h1", { tabindex: "-1" }, notThere), el("p", { class: "caption" }, "Over twelve months. You see counts, not cases."),
      el("div", { class: "measure-tools" }, this.csv(), button("Print", () => print(), "button"))),
      ...this.unfilled(shown),
      ...counts.flatMap((count) => [
        el("h2", { class: "list-title" }, count.title, ...(count.all === undefined ? [] : [" ", el("span", { class: "quiet" }, count.all)])),
        el("p", { class: "caption" }, count.says),
        ...(count.parts.length > 0 ? [parts(count.title, count.by, count.columns, count.parts)] : []),
      ]),
      ...(counts.some((count) => count.hidesAny) ? [el("p", { class: "caption" }, "c: 1 to 5, hidden, and with it a second.")] : [])];
  }

  private drawn(shown: ListsShown, list: NonNullable<ListsShown["list"]>): HTMLElement[] {
    return [
      el("div", { class: "service-title" }, el("h1", { tabindex: "-1" }, list.title), this.tools(shown)),
      ...this.unfilled(shown), this.tabs(shown),
      el("p", { class: "caption list-says" }, list.says),
      ...(list.parts.length > 0 ? [parts(`${list.title}, counted`, list.by, list.partColumns, list.parts)] : []),
      ...(list.rows.length > 0 ? [this.table(list)] : [el("p", { class: "none-listed" }, icon("tick", "good"), ` ${list.none}`)]),
      ...(list.more > 0 ? [more(list.more, "The CSV has all.", () => void this.open({ most: list.rows.length + page }))] : []),
      el("p", { class: "caption" }, "Cases that were deleted when their time was over stand on no list."),
    ];
  }

  private tools(shown: ListsShown): HTMLElement {
    const choose = (name: "month" | "area", label: string, all: string, values: { id: string; name: string }[]): HTMLElement => {
      const chosen = shown[name] ?? "";
      const select = el("select", { "data-key": `filter-${name}` }, el("option", { value: "" }, all),
        ...values.map((value) => el("option", { value: value.id, selected: value.id === chosen }, value.name)));
      select.addEventListener("change", () => void this.open({ [name]: select.value }));
      return el("label", { class: `filter ${name}${chosen ? " chosen" : ""}` }, el("span", {}, label), select);
    };
    return el("div", { class: "measure-tools" },
      ...(shown.isByMonth ? [choose("month", "Period", "12 months", shown.months ?? [])] : []),
      choose("area", "Area", "All areas", (shown.areas ?? []).map((area) => ({ id: area, name: area }))), this.csv(),
      button("Print", () => print(), "button"));
  }

  private tabs(shown: ListsShown): HTMLElement {
    const list = el("div", { class: "service-tabs", role: "tablist", "aria-label": "List" }, ...(shown.tabs ?? []).map((tab) => el("button", {
      type: "button", role: "tab", "aria-selected": String(tab.isChosen), tabindex: tab.isChosen || (tab === shown.tabs![0] && !shown.tabs!.some((one) => one.isChosen)) ? "0" : "-1", "data-key": `tab-${tab.id}`,
      onclick: () => void this.open({ list: tab.id, measure: "" }),
    }, el("span", {}, tab.name), " ", el("b", {}, String(tab.count)))));
    list.addEventListener("keydown", (event) => step(event, list, "[role=tab]", "ArrowLeft", "ArrowRight"));
    return list;
  }

  private table(list: NonNullable<ListsShown["list"]>): HTMLElement {
    return el("table", { class: "listed" },
      el("caption", { class: "unseen" }, list.title),
      el("thead", {}, el("tr", {}, ...["Case", ...list.columns].map((name) => el("th", { scope: "col" }, name)))),
      el("tbody", {}, ...list.rows.map((row) => el("tr", {},
        el("th", { scope: "row" }, row.mayOpen
          ? el("button", { type: "button", class: "link", onclick: () => void this.openCase(row.case, row.word) }, `${row.case} ${row.word}`)
          : `${row.case} ${row.word}`),
        ...(row.restricted !== undefined
          ? [el("td", { colspan: String(list.columns.length) }, icon("hidden"), el("span", { class: "quiet" }, ` Restricted: ${row.restricted}`))]
          : row.cells.map((cell, at) => el("td", { ...(cell ? {} : { class: "empty" }), "data-label": list.columns[at]! }, cell)))))));
  }

  private async openCase(id: string, word: string): Promise<void> {
    try {
      const detail = await this.api.serviceCase(id, 600);
      if (detail.timeline) {
        this.close();
        await CasePane.open(this.api, `${id} ${word}`, detail, "Lists", () => void this.open(), this.onOver);
      }
    } catch (why) {
      this.failed(why);
    }
  }
}

function parts(title: string, by: string, columns: string[], rows: { name: string; cells: string[] }[]): HTMLElement {
  return el("table", { class: "parts" }, el("caption", { class: "unseen" }, title),
    el("thead", {}, el("tr", {}, ...[by, ...columns].map((name) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, ...rows.map((row) => el("tr", {}, el("th", { scope: "row" }, row.name), ...row.cells.map((cell) => el("td", {}, cell))))));
}
