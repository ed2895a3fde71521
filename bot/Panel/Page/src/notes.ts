import { noteOf } from "@kit/kept";

/** What a device notes for one person at one meeting, without a word of it. It may keep nothing. */
export class Notes {
  constructor(private readonly about: string) {}

  read(what: string): string | undefined {
    try {
      return (JSON.parse(localStorage.getItem(this.key(what)) ?? "{}") as { text?: string }).text;
    } catch {
      return undefined;
    }
  }

  write(what: string, text: string): void {
    try {
      localStorage.setItem(this.key(what), JSON.stringify({ at: Date.now(), text }));
    } catch {
      // Then everything is new each time.
    }
  }

  private key(what: string): string {
    return `${noteOf}${what}:${this.about}`;
  }
}
