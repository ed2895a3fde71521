interface Heard {
  changed: () => void;
  over: () => void;
  /** An answer that is no stream: a proxy's while the bot restarts, or a door that is shut. */
  refused: () => void;
  line: (isThere: boolean) => void;
}

// The bot says that it is still there each twenty seconds.
const silence = 45_000;

/** Hears that the case changed, and that the line came back. It never hears what changed. */
export class Live {
  private asking: AbortController | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private isClosed = false;

  /** @param open Asks for the stream; with `fetch`, as an EventSource can carry no headers. */
  constructor(private readonly open: (signal: AbortSignal) => Promise<Response>, private readonly on: Heard) {
    addEventListener("online", this.reconnect);
    addEventListener("offline", this.lost);
    document.addEventListener("visibilitychange", this.seenAgain);
    void this.follow();
  }

  close(): void {
    this.isClosed = true;
    this.asking?.abort();
    clearTimeout(this.again);
    clearTimeout(this.quiet);
    removeEventListener("online", this.reconnect);
    removeEventListener("offline", this.lost);
    document.removeEventListener("visibilitychange", this.seenAgain);
  }

  private readonly lost = () => this.on.line(false);

  // A page that nobody sees is throttled, and its stream may be long dead.
  private readonly seenAgain = () => document.hidden || this.reconnect();

  private readonly reconnect = () => {
    this.asking?.abort();
    clearTimeout(this.again);
    void this.follow();
  };

  private async follow(): Promise<void> {
    const asking = new AbortController();
    this.asking = asking;
    try {
      const response = await this.open(asking.signal);
      if (response.ok && response.body && response.headers.get("Content-Type")?.startsWith("text/event-stream")) {
        this.on.line(true);
        await this.read(response.body, asking);
      } else if (!asking.signal.aborted) {
        this.on.line(false);
        this.on.refused();
      }
    } catch {
      // The line broke, or was cut by us.
    }
    if (this.asking === asking && !this.isClosed && !asking.signal.aborted) {
      this.on.line(false);
      this.later();
    } else if (this.asking === asking && !this.isClosed) {
      this.later();
    }
  }

  private async read(body: ReadableStream<Uint8Array<ArrayBuffer>>, asking: AbortController): Promise<void> {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (;;) {
      this.listen(asking);
      const { done, value } = await reader.read();
      if (done || asking.signal.aborted) {
        return;
      }
      const lines = (text + value).split("\n");
      text = lines.pop()!;
      for (const line of lines) {
        if (line === "event: changed") {
          this.on.changed();
        } else if (line === "event: over") {
          this.close();
          this.on.over();
          return;
        }
      }
    }
  }

  private listen(asking: AbortController): void {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => {
      this.on.line(false);
      asking.abort();
    }, silence);
  }

  private later(): void {
    clearTimeout(this.quiet);
    clearTimeout(this.again);
    this.again = setTimeout(this.reconnect, 2_000 + Math.random() * 3_000);
  }
}
