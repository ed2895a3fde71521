import { el, show } from "@kit/dom";

/** The pages of the app's own tab, by name, and how each is come to. */
export type ServicePages = Record<string, () => void>;

/** A page of the app's own tab: which there are, which this is, and what it shows. */
export function servicePage(here: string, pages: ServicePages, caption: string, ...content: Node[]): void {
  show(el("header", { class: "service-head" }, el("strong", {}, "StrategyBot"),
    el("nav", { "aria-label": "StrategyBot" }, ...Object.entries(pages).map(([name, go]) => el("button", {
      type: "button", class: name === here ? "here" : "", "data-key": `page-${name}`, ...(name === here ? { "aria-current": "page" } : {}), onclick: go,
    }, name))),
    el("p", { class: "caption" }, caption)),
  el("main", { class: "service", tabindex: "-1" }, ...content));
}
