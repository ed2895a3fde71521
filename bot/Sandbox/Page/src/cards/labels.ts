/** Mends what the renderer leaves unsaid for a screen reader; run after each rendering. */
export function label(root: HTMLElement): void {
  for (const card of root.querySelectorAll<HTMLElement>(".ac-adaptiveCard")) {
    // The whole card as a live region would be read out at every change; the page announces what matters.
    card.removeAttribute("aria-live");
    card.removeAttribute("tabindex");
  }
  for (const input of root.querySelectorAll("input, textarea, select")) {
    // Otherwise "required" is said by colour and star alone.
    if (input.getAttribute("aria-required") === "true" && !input.hasAttribute("aria-invalid")) {
      input.setAttribute("aria-invalid", "false");
    }
  }
}
