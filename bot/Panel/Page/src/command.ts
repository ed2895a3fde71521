import { el } from "@kit/dom";
import { NoLine, type Answer } from "@kit/wire";

interface Ways {
  send: (text: string, id: string) => Promise<Answer>;
  isBusy: () => boolean;
  shown: (text: string, answer: Answer) => void;
  alert: (text: string) => void;
  /** Something else than a lost line went wrong. */
  gone: (why: unknown) => void;
}

/** The line for typed commands. */
export function commandLine(ways: Ways): HTMLElement {
  const input = el("fluent-text-input" as "input", { placeholder: "Type a command: missing, status, due", "aria-label": "Command" });
  const form = el("form", { class: "band command" }, input, el("fluent-button" as "button", { type: "submit", size: "medium" }, "Send"));
  // The same line sent again is the same command until it is known what became of it: nothing is done twice.
  let sending: { text: string; id: string; isOnItsWay: boolean } | undefined;
  const send = async (): Promise<void> => {
    const text = input.value.trim();
    if (!text || ways.isBusy() || sending?.isOnItsWay) {
      return;
    }
    const mine = { text, id: sending?.text === text ? sending.id : crypto.randomUUID(), isOnItsWay: true };
    sending = mine;
    try {
      const answer = await ways.send(text, mine.id);
      sending = answer.unsure ? { ...mine, isOnItsWay: false } : undefined;
      if (input.value.trim() === text && (answer.card || answer.saved)) {
        input.value = "";
      }
      ways.shown(text, answer);
    } catch (why) {
      mine.isOnItsWay = false;
      if (why instanceof NoLine) {
        ways.alert("There is no line just now, and I can't say whether the command arrived. Send it again: nothing is done twice.");
      } else {
        ways.gone(why);
      }
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.ctrlKey) {
      event.preventDefault();
      void send();
    }
  });
  return form;
}
