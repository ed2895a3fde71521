import { button, el } from "@kit/dom";
import { NoLine } from "@kit/wire";
import { NotForYou, type Api, type MeasuresShown } from "./api";
import { save, saveFile } from "./save";
import { servicePage, type ServicePages } from "./servicePage";

/** What an inspector asks, over twelve months: lines, or a table of the same numbers. Small numbers come hidden. */
export class Measures {
  private shown: MeasuresShown | undefined;
  private wanted = { area: "", month: "" };
  private isTable = false;
  private asked = 0;
  /** Of which measure the groups are shown, and by what. */
  private grouped = { number: 10, kind: "age" };

  constructor(
    private readonly api: Api, private readonly pages: ServicePages,
    private readonly toCases: (wanted: { measure: string; area: string; month: string }) => void, private readonly onOver: (text: string) => void,
  ) {}

  async open(wanted: Partial<Measures["wanted"]> = {}): Promise<void> {
    const asked = ++this.asked;
    this.wanted = { ...this.wanted, ...wanted };
    try {
      const shown = await this.api.serviceMeasures(this.wanted);
      if (asked === this.asked) {
        this.shown = shown;
        this.draw();
      }
    } catch (why) {
      this.failed(why);
    }
  }

  private failed(why: unknown): void {
    if (why instanceof NotForYou) {
      this.onOver(why.message);
    } else if (why instanceof NoLine) {
      this.put(el("h1", {}, "What an inspector asks"), el("p", { role: "status" }, el("strong", { class: "late" }, "Offline."), " Open it again when the line is back."));
    } else {
      throw why;
    }
  }

  /** Nobody looks at it any more. */
  close(): void {
    this.asked++;
  }

  private put(...content: Node[]): void {
    servicePage("Measures", this.pages, "Small numbers hidden", ...content);
  }

  private draw(): void {
    const shown = this.shown!;
    const active = document.activeElement?.closest<HTMLElement>("[data-key]")?.dataset["key"];
    this.put(
      el("div", { class: "service-title" }, el("h1", { tabindex: "-1" }, "What an inspector asks"),
        el("p", { class: "caption" }, shown.period), this.tools(shown)),
      ...(shown.isWhole ? [] : [el("p", { class: "missing" }, "This is still being made after an update: some cases are not counted yet.")]),
      ...(shown.changed.length > 0 ? [el("section", { class: "changed" }, el("h2", {}, `What changed since ${shown.since}`),
        ...shown.changed.map((sentence) => el("p", {}, sentence)))] : []),
      this.isTable ? this.table(shown) : this.lines(shown),
      el("p", { class: "caption" }, `${this.isTable ? "" : "Every line is 20 percentage points tall, so slopes compare. "}c: 1 to 5, hidden, and with it a second. No targets, no ranks. England: children in need census 2024-25.`));
    if (active) {
      document.querySelector<HTMLElement>(`[data-key="${CSS.escape(active)}"]`)?.focus({ preventScroll: true });
    }
  }

  private tools(shown: MeasuresShown): HTMLElement {
    const choice = (name: string, isTable: boolean): HTMLElement => el("button", {
      type: "button", "aria-pressed": String(this.isTable === isTable), "data-key": `as-${name}`, onclick: () => {
        this.isTable = isTable;
        this.draw();
      },
    }, name);
    const choose = (name: "month" | "area", label: string, all: string, values: { id: string; name: string }[]): HTMLElement => {
      const select = el("select", { "data-key": `filter-${name}` }, el("option", { value: "" }, all),
        ...values.map((value) => el("option", { value: value.id, selected: value.id === this.wanted[name] }, value.name)));
      select.addEventListener("change", () => void this.open({ [name]: select.value }));
      return el("label", { class: `filter ${name}${this.wanted[name] ? " chosen" : ""}` }, el("span", {}, label), select);
    };
    return el("div", { class: "measure-tools" },
      choose("month", "Period", "12 months", shown.choices), choose("area", "Area", "All areas", shown.areas.map((area) => ({ id: area, name: area }))),
      el("div", { class: "switch", role: "group", "aria-label": "Measures as" }, choice("Lines", false), choice("Table", true)),
      button("Document", () => void this.paper(), "button"), button("CSV", () => save(shown.csv, "measures.csv"), "button"), button("Print", () => print(), "button"));
  }

  /** Two pages for the partnership, of the period and area that stand here. */
  private async paper(): Promise<void> {
    try {
      saveFile(await this.api.servicePaper(this.wanted));
    } catch (why) {
      this.failed(why);
    }
  }

  private lines(shown: MeasuresShown): HTMLElement {
    const mayOpen = shown.lines.some((line) => line.cases !== undefined);
    const columns = ["", "Measure and what is counted", shown.month === undefined ? "12 months" : shown.period,
      `Each month, ${shown.months[0]} to ${shown.months.at(-1)!} (%)`, "England 2024-25", "Also", ...(mayOpen ? ["Cases"] : [])];
    return el("table", { class: "measures" },
      el("caption", { class: "unseen" }, "The measures of twelve months"),
      el("thead", {}, el("tr", {}, ...columns.map((name) => el("th", { scope: "col" }, name || el("span", { class: "unseen" }, "Number"))))),
      el("tbody", {}, ...shown.lines.flatMap((line) => [el("tr", { class: "measure" },
        el("td", { class: "quiet number" }, String(line.number)),
        el("th", { scope: "row" }, el("b", {}, line.title), el("span", { class: "quiet" }, line.definition)),
        el("td", {}, el("b", { class: "share" }, line.perCent), el("span", { class: "quiet" }, line.of)),
        el("td", { class: "months" },
          el("span", { class: "unseen" }, line.cells.map((cell) => `${cell.from} ${cell.perCent === "c" ? "hidden" : cell.perCent}`).join(", ")),
          el("span", { class: "quiet", "aria-hidden": "true" }, line.first), svg(line.picture), el("b", { "aria-hidden": "true", class: "last-value" }, line.last),
          ...(line.isByQuarter ? [el("span", { class: "quiet by-quarter" }, "by quarter: months are too small")] : [])),
        el("td", { class: "england" }, ...(line.england ? [el("b", {}, line.england), el("span", { class: "quiet" }, "dotted line")] : [el("span", { class: "quiet" }, "none published")])),
        el("td", { class: "also" }, line.also.join(". ")),
        ...(mayOpen ? [el("td", {}, ...(line.cases === undefined ? [] : [el("button", {
          type: "button", class: "link", "data-key": `cases-${line.number}`, "aria-label": `${line.title}: ${line.cases}`,
          onclick: () => this.toCases({ measure: String(line.number), ...this.wanted }),
        }, line.cases)]))] : [])),
      ...(line.bars && line.bars.rows.length > 0 ? [el("tr", { class: "of-measure" }, el("td", { class: "number" }), el("td", { colspan: String(columns.length - 1) }, bars(line.bars)))] : [])]),
      ...(shown.month === undefined && this.wanted.area === "" ? [this.groups(shown, columns.length)] : [])));
  }

  /** Measure 11: one of the others, by group. */
  private groups(shown: MeasuresShown, width: number): HTMLElement {
    const line = shown.lines.find((one) => one.number === this.grouped.number)!;
    const set = line.groups.find((one) => one.id === this.grouped.kind)!;
    const select = el("select", { "data-key": "grouped", "aria-label": "Which measure" },
      ...shown.lines.map((one) => el("option", { value: String(one.number), selected: one === line }, `${one.number} ${one.title}`)));
    select.addEventListener("change", () => {
      this.grouped.number = Number(select.value);
      this.draw();
    });
    return el("tr", { class: "measure" },
      el("td", { class: "quiet number" }, "11"),
      el("th", { scope: "row" }, el("b", {}, "For which children"), el("span", { class: "quiet" }, "Any measure above, by group; each child whom it is about counts."),
        el("span", { class: "filter" }, select),
        el("span", { class: "chips", role: "group", "aria-label": "By" }, ...shown.groups.map((kind) => el("button", {
          type: "button", "aria-pressed": String(kind.id === set.id), "data-key": `by-${kind.id}`, onclick: () => {
            this.grouped.kind = kind.id;
            this.draw();
          },
        }, kind.name)))),
      el("td", { colspan: String(width - 2) }, ...(set.rows.length === 0 ? [el("span", { class: "quiet" }, "none yet")] : [el("table", { class: "groups" },
        el("caption", { class: "unseen" }, `${line.title}, by group`),
        el("thead", { class: "unseen" }, el("tr", {}, ...["Group", "Per cent, drawn", "Per cent", "Of"].map((name) => el("th", { scope: "col" }, name)))),
        el("tbody", {}, ...set.rows.map((row) => el("tr", {}, el("th", { scope: "row" }, row.name), el("td", { class: "drawn" }, svg(row.picture)),
          el("td", {}, el("b", {}, row.perCent)), el("td", { class: "quiet" }, row.of))),
          el("tr", { class: "axis-row", "aria-hidden": "true" }, el("td", {}), el("td", { class: "drawn" }, svg(set.axis)),
            el("td", { class: "quiet", colspan: "2" }, `dotted: all, ${line.perCent}`))))])));
  }

  private table(shown: MeasuresShown): HTMLElement {
    return el("div", { class: "wide-table", tabindex: "0", role: "group", "aria-label": "The measures as a table" }, ...shown.lines.map((line) => el("table", { class: "numbers" },
      el("caption", {}, `${line.number} ${line.title}: ${line.perCent}, ${line.of}`),
      el("thead", {}, el("tr", {}, el("td", {}), ...line.cells.map((cell) => el("th", { scope: "col" }, cell.from)))),
      el("tbody", {},
        el("tr", {}, el("th", { scope: "row" }, "Per cent"), ...line.cells.map((cell) => el("td", {}, cell.perCent))),
        el("tr", {}, el("th", { scope: "row" }, "Of"), ...line.cells.map((cell) => el("td", {}, cell.of)))))));
  }
}

function bars(set: NonNullable<MeasuresShown["lines"][number]["bars"]>): HTMLElement {
  return el("table", { class: "bars" }, el("caption", {}, set.title),
    el("thead", { class: "unseen" }, el("tr", {}, ...["Which", "Drawn", "Number", "Of, England"].map((name) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, ...set.rows.map((row) => el("tr", {}, el("th", { scope: "row" }, row.label), el("td", { class: "drawn" }, svg(row.picture)), el("td", {}, row.say),
      el("td", { class: "quiet" }, [row.of, row.england ? `England ${row.england}` : ""].filter(Boolean).join(" · ")))),
      ...(set.says ? [el("tr", {}, el("td", { class: "quiet", colspan: "4" }, set.says))] : [])));
}

/** Drawn by the bot. */
const svg = (text: string): Node => document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
