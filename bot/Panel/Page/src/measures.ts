import { button, el } from "@kit/dom";
import { NoLine } from "@kit/wire";
import { NotForYou, type Api, type MeasuresShown } from "./api";
import { servicePage } from "./servicePage";

/** What an inspector asks, over twelve months: lines, or a table of the same numbers. Small numbers come hidden. */
export class Measures {
  private shown: MeasuresShown | undefined;
  private area = "";
  private isTable = false;
  private asked = 0;

  constructor(private readonly api: Api, private readonly toBoard: () => void, private readonly onOver: (text: string) => void) {}

  async open(area = ""): Promise<void> {
    const asked = ++this.asked;
    this.area = area;
    try {
      const shown = await this.api.serviceMeasures(area);
      if (asked === this.asked) {
        this.shown = shown;
        this.draw();
      }
    } catch (why) {
      if (why instanceof NotForYou) {
        this.onOver(why.message);
      } else if (why instanceof NoLine) {
        this.put(el("h1", {}, "What an inspector asks"), el("p", { role: "status" }, el("strong", { class: "late" }, "Offline."), " Open it again when the line is back."));
      } else {
        throw why;
      }
    }
  }

  /** Nobody looks at it any more. */
  close(): void {
    this.asked++;
  }

  private put(...content: Node[]): void {
    servicePage("Measures", { Board: this.toBoard, Measures: () => void this.open(this.area) }, "Small numbers hidden", ...content);
  }

  private draw(): void {
    const shown = this.shown!;
    const active = document.activeElement?.closest<HTMLElement>("[data-key]")?.dataset["key"];
    this.put(
      el("div", { class: "service-title" }, el("h1", { tabindex: "-1" }, "What an inspector asks"),
        el("p", { class: "caption" }, `12 months to ${shown.to}`), this.tools(shown)),
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
    const select = el("select", { "data-key": "filter-area" }, el("option", { value: "" }, "All areas"),
      ...shown.areas.map((area) => el("option", { value: area, selected: area === this.area }, area)));
    select.addEventListener("change", () => void this.open(select.value));
    return el("div", { class: "measure-tools" },
      el("label", { class: `filter area${this.area ? " chosen" : ""}` }, el("span", {}, "Area"), select),
      el("div", { class: "switch", role: "group", "aria-label": "Measures as" }, choice("Lines", false), choice("Table", true)),
      button("CSV", () => save(shown.csv), "button"));
  }

  private lines(shown: MeasuresShown): HTMLElement {
    return el("table", { class: "measures" },
      el("caption", { class: "unseen" }, "The measures of twelve months"),
      el("thead", {}, el("tr", {}, ...["", "Measure and what is counted", "12 months", `Each month, ${shown.months[0]} to ${shown.months.at(-1)!} (%)`, "England 2024-25", "Also"]
        .map((name) => el("th", { scope: "col" }, name || el("span", { class: "unseen" }, "Number"))))),
      el("tbody", {}, ...shown.lines.map((line) => el("tr", {},
        el("td", { class: "quiet number" }, String(line.number)),
        el("th", { scope: "row" }, el("b", {}, line.title), el("span", { class: "quiet" }, line.definition)),
        el("td", {}, el("b", { class: "share" }, line.perCent), el("span", { class: "quiet" }, line.of)),
        el("td", { class: "months" },
          el("span", { class: "unseen" }, line.cells.map((cell) => `${cell.from} ${cell.perCent === "c" ? "hidden" : cell.perCent}`).join(", ")),
          el("span", { class: "quiet", "aria-hidden": "true" }, line.first), svg(line.picture), el("b", { "aria-hidden": "true", class: "last-value" }, line.last),
          ...(line.isByQuarter ? [el("span", { class: "quiet by-quarter" }, "by quarter: months are too small")] : [])),
        el("td", {}, ...(line.england ? [el("b", {}, line.england), el("span", { class: "quiet" }, "dotted line")] : [el("span", { class: "quiet" }, "none published")])),
        el("td", { class: "also" }, line.also.join(". "))))));
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

function save(csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
  const link = el("a", { href: url, download: "measures.csv" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}

/** Drawn by the bot. */
const svg = (text: string): Node => document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
