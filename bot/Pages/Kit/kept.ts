import type { Fields } from "./wire";

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
  /** It was answered, and nobody can say by what: it waits for whoever pressed it. */
  isTried?: boolean;
}

const week = 7 * 24 * 60 * 60 * 1000;
const drafts = "draft:";
const unsent = "unsent:";
const locked = "kept:";
const windowNote = "window";
const aMoment = 500;

type Item = Draft | Unsent;

/**
 * What is typed and not saved yet, on this device alone. It goes with the session: what lies in the browser is locked with a key that the
 * service gives to whoever is signed in, and that is nowhere on the device. Without it neither words nor whose they are can be read.
 */
export class Kept {
  private readonly items = new Map<string, Item>();
  private readonly slots = new Map<string, string>();
  private writing: Promise<void> = Promise.resolve();
  private isKept = true;

  private constructor(
    private readonly lock: CryptoKey, private readonly keeps: string, private readonly mine: string, private readonly window: string,
  ) {}

  /** @param holder Whose text an earlier release left unlocked here. */
  static async open(holder: string, keeps: string): Promise<Kept> {
    const bytes = Uint8Array.from(atob(keeps.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
    const lock = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
    const kept = new Kept(lock, keeps, `${locked}${await digest(`mine\n${keeps}`)}:`, await ownWindow());
    await kept.load(await otherWindows(kept.window));
    kept.adopt(holder);
    return kept;
  }

  /** Whether the device could keep it. */
  keep(draft: Draft): boolean {
    return this.put(`${drafts}${draft.key}`, draft);
  }

  draft(key: string): Draft | undefined {
    return this.items.get(`${drafts}${key}`) as Draft | undefined;
  }

  drafts(): Draft[] {
    return this.all<Draft>(drafts);
  }

  drop(key: string): void {
    this.remove(`${drafts}${key}`);
    if (this.queuedFor(key)?.isTried) {
      this.remove(`${unsent}${key}`);
    }
  }

  /** A later save of the same form takes the place of an earlier one. */
  queue(save: Unsent): boolean {
    return this.put(`${unsent}${save.key}`, save);
  }

  queued(): Unsent[] {
    return this.all<Unsent>(unsent).filter((save) => !save.isTried);
  }

  queuedFor(key: string): Unsent | undefined {
    return this.items.get(`${unsent}${key}`) as Unsent | undefined;
  }

  tried(save: Unsent): void {
    if (this.queuedFor(save.key)?.id === save.id) {
      this.put(`${unsent}${save.key}`, { ...save, isTried: true });
    }
  }

  sent(save: Unsent): void {
    if (this.queuedFor(save.key)?.id === save.id) {
      this.remove(`${unsent}${save.key}`);
    }
  }

  isEmpty(): boolean {
    return this.items.size === 0;
  }

  forget(): void {
    this.items.clear();
    names().filter((name) => name.startsWith(this.mine)).forEach(remove);
  }

  private all<T extends Item>(kind: string): T[] {
    return [...this.items].filter(([name]) => name.startsWith(kind)).map(([, item]) => item as T).sort((one, other) => one.at - other.at);
  }

  private put(name: string, item: Item): boolean {
    this.items.set(name, item);
    this.writing = this.writing.then(() => this.write(name, item)).catch(() => {
      // Full, or forbidden by the device's settings.
      this.isKept = false;
    });
    return this.isKept;
  }

  private remove(name: string): void {
    this.items.delete(name);
    const slot = this.slots.get(name);
    if (slot) {
      remove(slot);
    }
    // And behind whatever is being written of it.
    this.writing = this.writing.then(async () => {
      if (!this.items.has(name)) {
        remove(await this.slot(name));
      }
    });
  }

  private async write(name: string, item: Item): Promise<void> {
    if (this.items.get(name) !== item) {
      // Typed over already.
      return;
    }
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify({ name, item, window: this.window }));
    const [slot, data] = await Promise.all([this.slot(name), crypto.subtle.encrypt({ name: "AES-GCM", iv }, this.lock, plain)]);
    if (this.items.get(name) === item) {
      localStorage.setItem(slot, JSON.stringify({ at: item.at, iv: [...iv], data: [...new Uint8Array(data)] }));
      this.isKept = true;
    }
  }

  /** This window's, and what a window left that is open no more: the same form in two windows is two. */
  private async load(others: Set<string>): Promise<void> {
    const left: { name: string; item: Item; slot: string }[] = [];
    for (const slot of names().filter((name) => name.startsWith(this.mine))) {
      try {
        const { iv, data } = read<{ iv: number[]; data: number[] }>(slot)!;
        const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: new Uint8Array(iv) }, this.lock, new Uint8Array(data));
        const { name, item, window } = JSON.parse(new TextDecoder().decode(plain)) as { name: string; item: Item; window?: string };
        if (window === this.window) {
          this.items.set(name, item);
          this.slots.set(name, slot);
        } else if (!window || !others.has(window)) {
          left.push({ name, item, slot });
        }
      } catch {
        // Damaged: nobody can read it any more.
        remove(slot);
      }
    }
    left.sort((one, other) => other.item.at - one.item.at);
    // Of two the later one; the other stays for when this one is done with.
    for (const { name, item, slot } of left.filter(({ name }, at) => left.findIndex((one) => one.name === name) === at)) {
      if (!this.items.has(name)) {
        this.put(name, item);
        this.writing = this.writing.then(() => (this.isKept ? remove(slot) : undefined));
      }
    }
  }

  /** Text that an earlier release left unlocked is locked. */
  private adopt(holder: string): void {
    for (const kind of [drafts, unsent]) {
      names().filter((name) => name.startsWith(`${kind}${holder}:`)).forEach((name) => {
        const item = read<Item>(name);
        if (item) {
          this.put(`${kind}${item.key}`, item);
        }
        remove(name);
      });
    }
  }

  private async slot(name: string): Promise<string> {
    const slot = this.slots.get(name) ?? `${this.mine}${await digest(`${this.keeps}\n${this.window}\n${name}`)}`;
    this.slots.set(name, slot);
    return slot;
  }
}

const isOurs = (name: string): boolean => [locked, drafts, unsent].some((kind) => name.startsWith(kind));

/** How a note begins that holds no words: until when something was read. */
export const noteOf = "noted:";

/** What nobody came back for goes after a week. */
export function sweep(now: number): void {
  names().filter((name) => isOurs(name) || name.startsWith(noteOf)).forEach((name) => {
    const kept = read<{ at: number }>(name);
    if (!kept || now - kept.at > week) {
      remove(name);
    }
  });
}

let own: Promise<string> | undefined;

/** This window's name: kept over its reloads; a copy of it has another. */
const ownWindow = (): Promise<string> => (own ??= named());

async function named(): Promise<string> {
  try {
    const before = sessionStorage.getItem(windowNote);
    const name = before && (await hold(before)) ? before : crypto.randomUUID();
    if (name !== before) {
      await hold(name);
      sessionStorage.setItem(windowNote, name);
    }
    return name;
  } catch {
    // Forbidden by the device's settings: then nothing outlives a reload either.
    return crypto.randomUUID();
  }
}

/** As long as the window is open. The page before a reload lets go of it in a moment. */
const hold = (name: string): Promise<boolean> => new Promise((held) => {
  navigator.locks.request(`${windowNote}:${name}`, { signal: AbortSignal.timeout(aMoment) }, () => {
    held(true);
    return new Promise(() => undefined);
  }).catch(() => held(false));
});

async function otherWindows(mine: string): Promise<Set<string>> {
  try {
    const { held } = await navigator.locks.query();
    return new Set((held ?? []).map((one) => (one.name ?? "").slice(windowNote.length + 1)).filter((name) => name !== mine));
  } catch {
    return new Set();
  }
}

export const anythingKept = (): boolean => names().some(isOurs);

async function digest(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...hash.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function names(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function read<T>(name: string): T | undefined {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

function remove(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Then nothing was kept either.
  }
}
