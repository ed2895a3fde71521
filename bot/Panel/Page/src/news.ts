import type { Board, News as Line } from "./api";
import type { Notes } from "./notes";

interface Noted { from: number; read: number[] }

/** What others wrote and nobody here has read; a reload loses none of it. */
export class News {
  /** The version from which news is asked for. */
  seen: number;
  private readonly lines = new Map<number, Line>();
  private done: Set<number>;

  /** @param version The case's, as the page opened. */
  constructor(private readonly notes: Notes, version: number) {
    const noted = this.noted();
    this.seen = Math.min(noted?.from ?? version, version);
    this.done = new Set(noted?.read);
  }

  take(board: Board): void {
    board.news.filter((one) => !this.done.has(one.seq)).forEach((one) => this.lines.set(one.seq, one));
    this.seen = Math.max(this.seen, board.version);
    this.note();
  }

  /** The newest first. */
  unread(): Line[] {
    return [...this.lines.values()].sort((one, other) => other.seq - one.seq);
  }

  read(one: Line): void {
    this.lines.delete(one.seq);
    this.done.add(one.seq);
    this.note();
  }

  private note(): void {
    const from = Math.min(this.seen, ...[...this.lines.keys()].map((seq) => seq - 1));
    this.done = new Set([...this.done].filter((seq) => seq > from));
    this.notes.write("news", JSON.stringify({ from, read: [...this.done] }));
  }

  private noted(): Noted | undefined {
    try {
      return JSON.parse(this.notes.read("news") ?? "") as Noted;
    } catch {
      return undefined;
    }
  }
}
