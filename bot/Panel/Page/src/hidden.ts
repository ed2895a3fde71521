import { items } from "@kit/card";
import type { Fields } from "@kit/wire";

interface Name { text: string; label: string }

// What a card says, as opposed to what is typed into it.
const said = ["text", "title", "label", "placeholder", "altText", "fallbackText"];

/** Puts labels in place of names, so that a screen can be shared. What somebody types stays as typed. */
export class Hidden {
  private labels = new Map<string, string>();
  private pattern: RegExp | undefined;

  set(names: Name[]): void {
    this.labels = new Map(names.map(({ text, label }) => [text.toLowerCase(), label]));
    this.pattern = names.length === 0 ? undefined
      : new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(({ text }) => escape(text)).join("|")})(?![\\p{L}\\p{N}])`, "giu");
  }

  text(text: string): string {
    return this.pattern ? text.replace(this.pattern, (name) => this.labels.get(name.toLowerCase()) ?? name) : text;
  }

  card(json: Fields): Fields {
    const copy = JSON.parse(JSON.stringify(json)) as Fields;
    for (const item of [...items(copy)]) {
      for (const key of said) {
        if (typeof item[key] === "string") {
          item[key] = this.text(item[key]);
        }
      }
    }
    return copy;
  }
}

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\s+/g, "\\s+");
