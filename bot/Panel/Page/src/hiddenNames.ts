import type { Fields } from "@kit/wire";

interface Name { text: string; label: string }

// What a card says, as opposed to what is typed into it.
const said = new Set(["text", "title", "label", "placeholder", "altText", "fallbackText"]);

/** Stands for what is marked for some. */
export const forSome = "(for some only, hidden)";

// Shorter ones are words in small letters too.
const short = 4;

/** Puts labels in place of names, so that a screen can be shared. What somebody types stays as typed. */
export class HiddenNames {
  private readonly folded = new Set<string>();
  private labels = new Map<string, string>();
  private patterns: RegExp[] = [];

  set(names: Name[]): void {
    this.labels = new Map(names.map(({ text, label }) => [keyOf(text), label]));
    const parts = [
      [names.filter(({ text }) => text.length >= short), "giu"],
      [names.filter(({ text }) => text.length < short), "gu"],
    ] as const;
    this.patterns = parts.filter(([some]) => some.length > 0).map(([some, flags]) =>
      new RegExp(`(?<![\\p{L}\\p{N}])(?:${some.map(({ text }) => escape(text)).join("|")})(?![\\p{L}\\p{N}])`, flags));
  }

  /** What is marked for some, as a card says it: all of it stays folded. */
  fold(texts: string[]): void {
    texts.forEach((text) => this.folded.add(text));
  }

  text(text: string): string {
    if (this.folded.has(text)) {
      return forSome;
    }
    return this.patterns.reduce((now, pattern) => now.replace(pattern, (name) => this.labels.get(keyOf(name)) ?? "(hidden)"), text);
  }

  card(json: Fields): Fields {
    return this.masked(json) as Fields;
  }

  /** A button's data goes back to the bot as it came. */
  private masked(node: unknown, key = ""): unknown {
    if (typeof node === "string") {
      return said.has(key) ? this.text(node) : node;
    }
    if (Array.isArray(node)) {
      return node.map((one) => this.masked(one, key));
    }
    return typeof node === "object" && node !== null
      ? Object.fromEntries(Object.entries(node).map(([name, one]) => [name, name === "data" ? one : this.masked(one, name)]))
      : node;
  }
}

/** However it is spaced or quoted. */
const keyOf = (text: string): string => text.toLowerCase().replace(/’/g, "'").replace(/\s+/g, " ");

const escape = (text: string): string =>
  text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/['’]/g, "['’]").replace(/\s+/g, "\\s+");
