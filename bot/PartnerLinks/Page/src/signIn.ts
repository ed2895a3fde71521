import * as api from "./api";
import { button, el, show } from "@kit/dom";
import { anythingKept } from "@kit/kept";
import { heading } from "./frame";

const noLine = "There is no line just now. Try again when you are online.";

/**
 * The one page for whoever is not signed in. It is the same for a link that is good, old, closed, forwarded, or nobody's at all,
 * and says of none of them which it is.
 */
export function showSignIn(token: string, onSignedIn: (label: string) => void): void {
  let challenge: string | undefined;
  const alert = el("p", { class: "alert", role: "alert" });
  const sent = el("p", { role: "status" });
  const code = el("input", { id: "code", name: "code", inputmode: "numeric", autocomplete: "one-time-code", maxlength: "12", "aria-describedby": "hint" });
  const form = el("form", { hidden: true, novalidate: true },
    el("label", { for: "code" }, "Code from the mail"),
    code,
    el("p", { id: "hint", class: "quiet" }, "The six digits in the mail. They work for 10 minutes. No code after a minute or two? Then this link is not valid any more, or it is somebody else's. Ask the chair for a new one."),
    el("button", { type: "submit", class: "primary" }, "Go on"));
  const send = button("Send me a code", () => void ask(), "primary");

  async function ask(): Promise<void> {
    alert.textContent = "";
    send.disabled = true;
    try {
      const answer = await api.wantCode(token, challenge);
      challenge = answer.challenge ?? challenge;
      if (answer.challenge) {
        sent.textContent = "If this link is yours, a code is on its way to the address that the link was sent to.";
        form.hidden = false;
        send.textContent = "Send the code again";
        send.classList.remove("primary");
        code.focus();
      } else {
        alert.textContent = answer.text ?? noLine;
      }
    } catch {
      alert.textContent = noLine;
    }
    send.disabled = false;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void enter();
  });

  async function enter(): Promise<void> {
    alert.textContent = "";
    try {
      const answer = await api.signIn(token, challenge ?? "", code.value.replace(/\s/g, ""));
      if (answer.label) {
        onSignedIn(answer.label);
        return;
      }
      alert.textContent = answer.text ?? noLine;
    } catch {
      alert.textContent = noLine;
    }
    code.select();
    code.focus();
  }

  document.title = "Personal page";
  const from = el("div");
  const verify = el("p", { class: "quiet" });
  void api.from().then(({ council, switchboard }) => {
    from.replaceWith(heading(council));
    verify.textContent = `Is this from us? Find ${council ? `${council}'s` : "the council's"} switchboard on its website${switchboard ? `, ${switchboard}` : ""}, and ask for whoever the letter is from.`;
  }).catch(() => undefined);
  show(from, el("main", { class: "narrow" },
    el("h1", {}, "Your personal page"),
    el("p", {}, "This page belongs to one person. To open it, have a code sent to the mail address that the link came to."),
    ...(anythingKept() ? [el("p", { class: "note" }, "Text that was typed on this device and not saved yet is still here, locked. It opens only to whoever typed it, when they sign in.")] : []),
    alert, sent, form, el("p", {}, send), verify));
}

export const showSignedOut = (): void => showLast("You are signed out", "Nothing of it is left on this device. To come back, open the link in the mail again.");

/** After something that ends it for good; the address leads nowhere any more. */
export function showEnded(text: string): void {
  history.replaceState(null, "", location.pathname);
  showLast("This page is closed", text);
}

function showLast(title: string, text: string): void {
  document.title = "Personal page";
  show(el("main", { class: "narrow" }, el("h1", { tabindex: "-1" }, title), el("p", {}, text)));
  document.querySelector("h1")!.focus();
}
