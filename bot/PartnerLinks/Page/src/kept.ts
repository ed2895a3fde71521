import type { Fields } from "./api";

/** A form that somebody typed into and that is not known to be saved. */
export interface Draft {
  /** Names the form. */
  key: string;
  title: string;
  /** What opens the form again. */
  open: { verb: string; data: Fields };
  /** Only what was changed: what others save meanwhile in the other fields stays theirs. */
  values: Record<string, string>;
  /** What the form showed, by the case's version: a later one would replace unseen what came between. */
  seen?: number;
  at: number;
}

/** A save that could not be sent, or whose answer was lost. */
export interface Unsent {
  key: string;
  title: string;
  id: string;
  verb: string;
  data: Fields;
  values: Record<string, string>;
  at: number;
}

const week = 7 * 24 * 60 * 60 * 1000;
const drafts = "draft:";
const unsent = "unsent:";

/** What is typed and not saved yet, on this device alone: by whose it is, so that nobody else signed in here is shown it. */
export class Kept {
  constructor(private readonly holder: string) {}

  /** Whether the device could keep it. */
  keep(draft: Draft): boolean {
    return write(`${drafts}${this.holder}:${draft.key}`, draft);
  }

  draft(key: string): Draft | undefined {
    return read<Draft>(`${drafts}${this.holder}:${key}`);
  }

  drafts(): Draft[] {
    return all<Draft>(`${drafts}${this.holder}:`);
  }

  drop(key: string): void {
    remove(`${drafts}${this.holder}:${key}`);
  }

  /** A later save of the same form takes the place of an earlier one. */
  queue(save: Unsent): boolean {
    return write(`${unsent}${this.holder}:${save.key}`, save);
  }

  queued(): Unsent[] {
    return all<Unsent>(`${unsent}${this.holder}:`);
  }

  queuedFor(key: string): Unsent | undefined {
    return read<Unsent>(`${unsent}${this.holder}:${key}`);
  }

  sent(save: Unsent): void {
    if (this.queuedFor(save.key)?.id === save.id) {
      remove(`${unsent}${this.holder}:${save.key}`);
    }
  }

  isEmpty(): boolean {
    return this.drafts().length === 0 && this.queued().length === 0;
  }

  forget(): void {
    [...this.drafts(), ...this.queued()].forEach(({ key }) => {
      remove(`${drafts}${this.holder}:${key}`);
      remove(`${unsent}${this.holder}:${key}`);
    });
  }
}

/** What nobody came back for goes after a week. */
export function sweep(now: number): void {
  names().filter((name) => name.startsWith(drafts) || name.startsWith(unsent)).forEach((name) => {
    const kept = read<{ at: number }>(name);
    if (!kept || now - kept.at > week) {
      remove(name);
    }
  });
}

export const anythingKept = (): boolean => names().some((name) => name.startsWith(drafts) || name.startsWith(unsent));

function names(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function all<T extends { at: number }>(prefix: string): T[] {
  return names().filter((name) => name.startsWith(prefix)).map((name) => read<T>(name)).filter((found) => found !== undefined).sort((one, other) => one.at - other.at);
}

function read<T>(name: string): T | undefined {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

function write(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    // Full, or forbidden by the device's settings.
    return false;
  }
}

function remove(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Then nothing was kept either.
  }
}
