import { AdaptiveCard, ExecuteAction, Input, OpenUrlAction, SubmitAction, type Action } from "adaptivecards";
import "./markdown";
import type { Fields } from "./api";
import { hostConfig } from "./hostConfig";

export interface Pressed {
  verb: string;
  data: Fields;
  /** The button takes what was typed along. */
  withInputs: boolean;
}

// What these hold only says which part, paragraph or page opens next.
const choosers = new Set(["part", "gap", "paragraph", "entry", "objection", "for"]);

/** A card on the page. */
export class CardView {
  readonly element: HTMLElement;
  /** It asks for something that is kept, rather than only for where to go next. */
  readonly isForm: boolean;
  private readonly card = new AdaptiveCard();

  /** @param values What was typed into it before. */
  constructor(json: Fields, values: Record<string, string>, onPress: (pressed: Pressed) => void, onTyped: () => void) {
    this.card.hostConfig = hostConfig;
    this.card.parse(withValues(json, values));
    this.card.onExecuteAction = (action) => press(action, onPress);
    this.element = this.card.render() ?? document.createElement("div");
    mend(this.element);
    this.isForm = this.card.getAllInputs().some((input) => !choosers.has(input.id ?? ""));
    this.element.addEventListener("input", onTyped);
    this.element.addEventListener("change", onTyped);
  }

  values(): Record<string, string> {
    return Object.fromEntries(this.card.getAllInputs().map((input: Input) => [input.id ?? "", String(input.value ?? "")]));
  }

  /** Equal for two showings of one form. */
  shape(): string {
    return this.card.getAllInputs().map((input) => input.id).join(" ");
  }
}

function press(action: Action, onPress: (pressed: Pressed) => void): void {
  if (action instanceof OpenUrlAction) {
    if (action.url && /^(https?|mailto|tel):/i.test(action.url)) {
      window.open(action.url, "_blank", "noopener,noreferrer");
    }
  } else if (action instanceof ExecuteAction || action instanceof SubmitAction) {
    const { verb: inData, msteams: _, ...data } = { ...(action.data as Fields | undefined) };
    const verb = action instanceof ExecuteAction ? action.verb : inData;
    if (typeof verb === "string") {
      onPress({ verb, data, withInputs: action.associatedInputs?.toString().toLowerCase() !== "none" });
    }
  }
}

function withValues(json: Fields, values: Record<string, string>): Fields {
  return JSON.parse(JSON.stringify(json), (_, item: unknown) => {
    const input = item as { type?: string; id?: string; value?: string } | null;
    return input?.type?.startsWith("Input.") && input.id !== undefined && input.id in values ? { ...input, value: values[input.id] } : item;
  }) as Fields;
}

/** Mends what the renderer leaves unsaid, or says too loudly, for a screen reader. */
function mend(root: HTMLElement): void {
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
