import { Desk, type Coming, type Surface, type View } from "@kit/desk";
import { button, el, show } from "@kit/dom";
import { Kept, type Draft } from "@kit/kept";
import type { Fields, Press } from "@kit/wire";
import type { Api, CaseDetail } from "./api";
import { HiddenNames } from "./hiddenNames";
import { hostConfig } from "./hostConfig";

/** One case out of the board: its cards, by the verbs of the chat. Names are hidden until somebody asks for them. */
export class CasePane implements Surface {
  private readonly hidden = new HiddenNames();
  private namesShown = false;
  readonly drawing = {
    config: hostConfig,
    before: (card: Fields): Fields => (this.namesShown ? card : this.hidden.card(card)),
    onlooker: (text: string): string => (this.namesShown ? text : this.hidden.text(text)),
  };
  private readonly desk: Desk;
  private readonly card = el("section", { class: "form card", "aria-label": "Form" });
  private readonly state = el("p", { role: "status", class: "caption" });
  private readonly fault = el("p", { role: "alert", class: "alert" });
  private readonly names = el("button", { type: "button", class: "link", "aria-pressed": "true" }, "Names hidden");

  private constructor(
    private readonly api: Api, title: string, detail: CaseDetail, from: string, kept: Kept, private readonly onBack: () => void,
    private readonly onOver: (text: string) => void,
  ) {
    this.hidden.set(detail.names);
    this.desk = new Desk((press) => this.act(press), kept, this, detail.open);
    this.names.addEventListener("click", () => {
      this.namesShown = !this.namesShown;
      this.names.textContent = this.namesShown ? "Names showing" : "Names hidden";
      this.names.setAttribute("aria-pressed", String(!this.namesShown));
      this.desk.redraw();
    });
    show(
      el("header", { class: "service-head" }, button(`‹ ${from}`, () => this.back(), "link"), el("h1", { tabindex: "-1" }, title), this.names),
      this.fault, el("main", { class: "service case-pane", tabindex: "-1" }, el("h2", { class: "unseen" }, "The case's own part"), this.state, this.card,
        el("p", {}, button("All of this case", () => void this.desk.go(detail.open), "link"))));
  }

  /**
   * @param from The page that it was opened from, and that it goes back to.
   * @param first What stands there first.
   */
  static async open(api: Api, title: string, detail: CaseDetail, from: string, onBack: () => void, onOver: (text: string) => void, first = detail.open): Promise<void> {
    const pane = new CasePane(api, title, detail, from, await Kept.open(detail.holder, detail.keeps), onBack, onOver);
    await pane.desk.go(first);
    document.querySelector<HTMLElement>("h1")?.focus();
  }

  show(view: View, _: Coming): void {
    this.card.replaceChildren(view.card!.element);
    if (!view.card!.focusFault()) {
      document.querySelector<HTMLElement>("main")?.scrollTo(0, 0);
    }
  }

  say(text: string): void {
    this.state.textContent = text;
  }

  alert(text: string): void {
    this.fault.textContent = text;
  }

  line(isThere: boolean): void {
    this.card.classList.toggle("no-line", !isThere);
  }

  busy(isBusy: boolean): void {
    this.card.toggleAttribute("aria-busy", isBusy);
  }

  drafts(_: Draft[]): void {
    // What was left is put back where its form is opened again.
  }

  over(text: string | undefined): void {
    this.onOver(text ?? "");
  }

  private async act(press: Press) {
    const answer = await this.api.serviceAct(press);
    this.hidden.fold(answer.folded ?? []);
    return answer;
  }

  private back(): void {
    this.desk.close();
    this.onBack();
  }
}
