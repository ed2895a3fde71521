import {
  AdaptiveCard, DateInput, ExecuteAction, Input, OpenUrlAction, SubmitAction, TextInput, type Action, type HostConfig,
} from "adaptivecards";
import { el } from "./dom";
import { openUrl } from "./markdown";
import type { Fields } from "./wire";

export interface Pressed {
  verb: string;
  data: Fields;
  /** The button takes what was typed along. */
  withInputs: boolean;
}

/** A button of a card that its page shows in its own place. */
export interface Button {
  title: string;
  press: () => void;
}

/** How a page draws its cards. */
export interface Drawing {
  config: HostConfig;
  /** The page shows the card's buttons itself. */
  ownButtons?: boolean;
  /** What stands in place of the card as it came, for example without names. What is typed is not asked. */
  before?: (card: Fields) => Fields;
  /** How the words that stand in a field read to whoever looks on. */
  onlooker?: (text: string) => string;
}

// What these hold only says which part, paragraph or page opens next.
const choosers = new Set(["part", "gap", "paragraph", "entry", "objection", "for"]);

/** A card on the page. */
export class CardView {
  readonly element: HTMLElement;
  /** It asks for something that is kept, rather than only for where to go next. */
  readonly isForm: boolean;
  /** What opens this form again; none for a card that is no form of a case. */
  readonly opener: { verb: string; data: Fields } | undefined;
  /** The version of the case that it shows. */
  readonly seen: number | undefined;
  private readonly card = new AdaptiveCard();
  private shown: Record<string, string>;
  private readonly faults: string[];
  /** The card's own buttons, the one that it is for first; none where the card shows them itself. */
  readonly buttons: Button[] = [];

  /** @param draft What was typed into it before, and upon what. */
  constructor(
    private readonly drawing: Drawing, json: Fields, draft: { values: Record<string, string>; seen?: number } | undefined, onPress: (pressed: Pressed) => void,
    onTyped: () => void,
  ) {
    this.card.hostConfig = drawing.config;
    this.shown = valuesIn(json);
    const form = formIn(json);
    this.opener = form && { verb: form.part, data: form.asked };
    this.seen = draft?.seen ?? form?.seen;
    this.faults = faultsIn(json);
    const shown = drawing.before?.(json) ?? json;
    this.card.parse(draft ? withDraft(shown, draft) : shown);
    this.card.onExecuteAction = (action) => press(action, onPress);
    this.element = this.card.render() ?? document.createElement("div");
    if (drawing.ownButtons) {
      this.buttons.push(...this.ownButtons());
    }
    mend(this.element);
    this.faults.forEach((id) => this.point(id));
    this.isForm = this.card.getAllInputs().some((input) => !choosers.has(input.id ?? ""));
    this.element.addEventListener("input", onTyped);
    this.element.addEventListener("change", onTyped);
  }

  values(): Record<string, string> {
    return Object.fromEntries(this.card.getAllInputs().map((input: Input) => [input.id ?? "", String(input.value ?? "")]));
  }

  /** A form that came back with what was typed in it differs from what it showed first. */
  goesOnFrom(before: CardView): void {
    this.shown = { ...this.shown, ...before.shown };
  }

  /** Puts out of sight what stands in a field and isn't for whoever looks on; a button brings it back. What was typed stays. */
  cover(): void {
    const { onlooker } = this.drawing;
    for (const input of onlooker ? this.card.getAllInputs() : []) {
      const stands = this.shown[input.id ?? ""] ?? "";
      const control = this.control(input.id ?? "");
      const reads = onlooker!(stands);
      if ((input instanceof TextInput || input instanceof DateInput) && control && reads !== stands && input.value === stands) {
        const show = el("button", { type: "button", class: "link", "aria-label": `Show ${input.label ?? "it"}` }, "Show");
        const cover = el("div", { class: "covered" }, el("p", {}, reads), show);
        show.addEventListener("click", () => {
          cover.remove();
          control.hidden = false;
          control.focus();
        });
        control.hidden = true;
        control.after(cover);
      }
    }
  }

  /** What differs from what it showed. */
  changed(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.values()).filter(([id, value]) => value !== (this.shown[id] ?? "")));
  }

  /** Each field that is to be put right, with what is said there. */
  faultTexts(): { id: string; text: string }[] {
    return this.faults.map((id) => ({ id, text: this.element.querySelector(`#${CSS.escape(`${faultPrefix}${id}`)}`)?.textContent ?? "" }));
  }

  /** Puts the focus into a field. */
  focus(id: string): void {
    this.uncovered(id)?.focus();
  }

  /** Puts the focus where something is to be put right. @returns Whether there is anything. */
  focusFault(): boolean {
    const first = this.faults.map((id) => this.uncovered(id)).find((control) => control !== undefined);
    first?.focus();
    return first !== undefined;
  }

  private ownButtons(): Button[] {
    const actions = [...Array(this.card.getActionCount()).keys()].map((at) => this.card.getActionAt(at)!);
    // The root's own set is the last; those within the card stay where they are.
    if (actions.length > 0) {
      [...this.element.querySelectorAll(".ac-actionSet")].at(-1)?.remove();
    }
    return actions.map((action) => ({ title: action.title ?? "", press: () => action.execute() }));
  }

  /** A screen reader says the fault with the field. */
  private point(id: string): void {
    const control = this.control(id);
    control?.setAttribute("aria-invalid", "true");
    control?.setAttribute("aria-describedby", `${faultPrefix}${id}`);
  }

  private uncovered(id: string): HTMLElement | undefined {
    const control = this.control(id);
    return control?.hidden ? control.nextElementSibling?.querySelector("button") ?? control : control;
  }

  private control(id: string): HTMLElement | undefined {
    const input = this.card.getAllInputs().find((one) => one.id === id);
    return input?.renderedElement?.querySelector<HTMLElement>("input, textarea, select") ?? undefined;
  }
}

/** What a button of a card sends, as the card has it. */
export function sentBy(action: Fields): { verb: string; data: Fields } | undefined {
  const { verb: inData, msteams: _, ...data } = { ...(action["data"] as Fields | undefined) };
  const verb = action["verb"] ?? inData;
  return typeof verb === "string" ? { verb, data } : undefined;
}

function press(action: Action, onPress: (pressed: Pressed) => void): void {
  if (action instanceof OpenUrlAction) {
    openUrl(action.url);
  } else if (action instanceof ExecuteAction || action instanceof SubmitAction) {
    const sent = sentBy({ verb: action instanceof ExecuteAction ? action.verb : undefined, data: action.data });
    if (sent) {
      onPress({ ...sent, withInputs: action.associatedInputs?.toString().toLowerCase() !== "none" });
    }
  }
}

/** What a card says was saved; nothing where it says so of nothing. */
export const savedIn = (card: Fields): string => {
  const body = (card["body"] as Fields[] | undefined) ?? [];
  const is = (item: Fields | undefined, key: string, value: string) => String(item?.[key] ?? "").toLowerCase() === value;
  const saved = body.slice(0, 3).find((item) => is(item, "weight", "bolder") && is(item, "color", "good"));
  return typeof saved?.["text"] === "string" ? saved["text"] : "";
};

interface Form { part: string; asked: Fields; seen?: number }

const faultPrefix = "fault-";

/** Every object of a card, also those within others. */
export function* items(node: unknown): Generator<Fields> {
  if (Array.isArray(node)) {
    for (const item of node) {
      yield* items(item);
    }
  } else if (typeof node === "object" && node !== null) {
    yield node as Fields;
    for (const value of Object.values(node)) {
      yield* items(value);
    }
  }
}

const isInput = (item: Fields): boolean => typeof item["type"] === "string" && item["type"].startsWith("Input.") && typeof item["id"] === "string";

/** A shown form says itself what opens it again: not the save that it was the answer to. */
function formIn(json: Fields): Form | undefined {
  for (const item of items(json)) {
    const form = item["_form"] as Partial<Form> | undefined;
    if (form?.part && form.asked) {
      return form as Form;
    }
  }
  return undefined;
}

function valuesIn(json: Fields): Record<string, string> {
  return Object.fromEntries([...items(json)].filter(isInput).map((input) => [input["id"], String(input["value"] ?? "")]));
}

function faultsIn(json: Fields): string[] {
  const ids = [...items(json)].map((item) => item["id"]).filter((id): id is string => typeof id === "string" && id.startsWith(faultPrefix));
  return [...new Set(ids.map((id) => id.slice(faultPrefix.length)))];
}

function withDraft(json: Fields, draft: { values: Record<string, string>; seen?: number }): Fields {
  const copy = JSON.parse(JSON.stringify(json)) as Fields;
  for (const item of [...items(copy)]) {
    if (isInput(item) && (item["id"] as string) in draft.values) {
      item["value"] = draft.values[item["id"] as string];
    }
    const form = item["_form"] as Form | undefined;
    if (form?.part && draft.seen !== undefined) {
      form.seen = draft.seen;
    } else if (form?.part) {
      // Kept by an earlier release: what it was typed upon is not known, so nothing may be replaced unseen.
      delete form.seen;
    }
  }
  return formIn(copy) ? { ...copy, body: [...(copy["body"] as Fields[]), ...goneFrom(copy, draft.values)] } : copy;
}

// Who may read the words says nothing without them.
const aboutWords = new Set(["marking", "share"]);

/** What was typed into fields that the form has no more: under their names, so that the bot says of it what there is to say. */
function goneFrom(json: Fields, values: Record<string, string>): Fields[] {
  const here = valuesIn(json);
  return Object.entries(values)
    .filter(([id, text]) => !(id in here) && !aboutWords.has(id) && !["", "true", "false"].includes(text.trim()))
    .map(([id, value]) => ({ type: "Input.Text", id, label: "You had typed this too; it is not saved", isMultiline: true, value }));
}

/** Mends what the renderer leaves unsaid, or says too loudly, for a screen reader. */
export function mend(root: HTMLElement): void {
  for (const card of [root, ...root.querySelectorAll<HTMLElement>(".ac-adaptiveCard")]) {
    card.removeAttribute("aria-live");
    card.removeAttribute("tabindex");
  }
  // The first button is the one that a form is for. No class: the renderer writes its own anew when one is pressed.
  [...root.querySelectorAll(".ac-actionSet")].at(-1)?.querySelector(".ac-pushButton")?.setAttribute("data-primary", "");
  for (const input of root.querySelectorAll("input, textarea, select")) {
    // Otherwise "required" is said by colour and star alone.
    if (input.getAttribute("aria-required") === "true" && !input.hasAttribute("aria-invalid")) {
      input.setAttribute("aria-invalid", "false");
    }
  }
}
