/** Hears that the case changed, and that the line came back. It never hears what changed. */
export class Live {
  private source: EventSource | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly label: string, private readonly on: { changed: () => void; over: () => void; refused: () => void; line: (isThere: boolean) => void }) {
    this.connect();
    addEventListener("online", this.reconnect);
    addEventListener("offline", this.lost);
  }

  close(): void {
    this.source?.close();
    clearTimeout(this.again);
    removeEventListener("online", this.reconnect);
    removeEventListener("offline", this.lost);
  }

  private readonly lost = () => this.on.line(false);

  private readonly reconnect = () => {
    this.source?.close();
    clearTimeout(this.again);
    this.connect();
  };

  private connect(): void {
    const source = new EventSource(`/p/api/events?s=${this.label}`);
    this.source = source;
    source.onopen = () => this.on.line(true);
    source.addEventListener("changed", () => this.on.changed());
    source.addEventListener("over", () => {
      this.close();
      this.on.over();
    });
    source.onerror = () => {
      this.on.line(false);
      // A browser gives up for good on an answer that is no stream, for example a proxy's while the bot restarts.
      if (source.readyState === EventSource.CLOSED) {
        this.again = setTimeout(this.reconnect, 5_000);
        this.on.refused();
      }
    };
  }
}
