import { button, el } from "@kit/dom";
import type { Api, TimelineShown } from "./api";
import type { Frame } from "./frame";
import { Whole, type Ways } from "./whole";

const settles = 250;
const columns = ["When", "Who", "What", "Hold by", "How it went"];

/** The case's timeline, as a picture that fits the panel, and as the text that says the same. */
export class Timeline extends Whole<TimelineShown> {
  private isText = false;
  private width = 0;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly api: Api, frame: Frame, ways: Ways) {
    super(frame, ways, "timeline");
    addEventListener("resize", () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => {
        // Another width is another drawing.
        if (this.shown && this.room() !== this.width) {
          void this.load("");
        }
      }, settles);
    });
  }

  private room(): number {
    const main = this.frame.region("main");
    return main.clientWidth - 2 * Number.parseFloat(getComputedStyle(main).getPropertyValue("--side"));
  }

  protected async ask(): Promise<{ shown: TimelineShown | undefined; text?: string | undefined }> {
    this.width = this.room();
    const { timeline, text } = await this.api.timeline(Math.round(this.width));
    return { shown: timeline, text };
  }

  protected drawn(shown: TimelineShown): HTMLElement {
    const choice = (name: string, isText: boolean): HTMLElement => el("button", {
      type: "button", "aria-pressed": String(this.isText === isText), "data-key": `timeline-${name}`, onclick: () => {
        this.isText = isText;
        this.draw();
      },
    }, name);
    const caption = (kind: string, text: string): HTMLElement => el("p", { class: `caption ${kind}` }, text);
    return el("section", { class: this.isText ? "timeline-shown as-text" : "timeline-shown as-picture", "aria-label": "Timeline" },
      el("div", { class: "timeline-head" },
        el("h2", { tabindex: "-1" }, shown.title),
        caption("if-wide", `${shown.count} ${shown.scale}`), caption("if-tall", `${shown.count} Not to scale: read the dates.`),
        caption("if-text", `${shown.count} In order of date.`), caption("if-print", shown.printed),
        el("div", { class: "switch", role: "group", "aria-label": "Timeline as" }, choice("Picture", false), choice("Text", true)),
        button("Print", () => print(), "link")),
      el("div", { class: "pictures" }, svg(shown.wide), svg(shown.tall), legend()),
      el("div", { class: "says" }, ...shown.sentences.map((sentence) => el("p", {}, sentence)), table(shown),
        caption("if-print", "No child is named on this page.")));
  }
}

/** Drawn by the bot: its marks have classes, which the page colours. */
function svg(text: string): Node {
  return document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
}

const legend = (): HTMLElement => el("p", { class: "legend", "aria-hidden": "true" },
  "● done · ○ booked · ■ conference · ◆ core group · ┃ hold by · ▲ late · ▬ closed");

function table(shown: TimelineShown): HTMLElement {
  // Its roles are said: where it is narrow its rows are no table to the eye.
  const now = el("tr", { role: "row", class: "now" }, el("th", { role: "rowheader", scope: "row", colspan: "5" }, shown.today));
  const rows = shown.rows.map((row) => el("tr", { role: "row" },
    el("td", { role: "cell" }, row.when), el("td", { role: "cell", class: "quiet" }, row.who),
    el("th", { role: "rowheader", scope: "row" }, row.what),
    el("td", { role: "cell", class: row.holdBy ? "quiet by" : "quiet none" }, row.holdBy || "–"),
    el("td", { role: "cell", class: row.late || row.went ? "" : "none" },
      ...(row.late ? [el("strong", { class: "missing" }, `▲ ${row.late}`)] : []),
      ...(row.late && row.went ? [`, ${row.went}`] : row.late ? [] : [row.went || "–"]))));
  rows.splice(shown.todayAt, 0, now);
  return el("table", { role: "table", "aria-label": "The timeline by date" },
    el("thead", { role: "rowgroup" },
      el("tr", { role: "row" }, ...columns.map((name) => el("th", { role: "columnheader", scope: "col" }, name)))),
    el("tbody", { role: "rowgroup" }, ...rows));
}
