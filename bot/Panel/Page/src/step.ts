/** One stop for the tabulator; the arrows go on within. */
export function step(event: KeyboardEvent, within: HTMLElement, which: string, back: string, on: string): void {
  const all = [...within.querySelectorAll<HTMLElement>(which)];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const to = event.key === back ? at - 1 : event.key === on ? at + 1 : event.key === "Home" ? 0 : event.key === "End" ? all.length - 1 : -1;
  if (at >= 0 && to >= 0 && to < all.length) {
    event.preventDefault();
    all[to]!.focus();
  }
}
