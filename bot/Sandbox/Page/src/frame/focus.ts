const keys: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => (at === last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** Up, Down, Home and End walk the items of a list, beside Tab. */
export function moveFocus(event: KeyboardEvent, root: HTMLElement, items: string): void {
  const move = keys[event.key];
  const all = [...root.querySelectorAll<HTMLElement>(items)];
  const at = all.indexOf(document.activeElement as HTMLElement);
  if (move && at >= 0) {
    event.preventDefault();
    all[move(at, all.length - 1)]!.focus();
  }
}
