const channelName = "sandbox-changes";
const quietMs = 120;

/**
 * Calls back shortly after anything changed in the sandbox.
 * A browser allows six connections to one host over all its tabs, and there is a tab per person:
 * so one tab (the holder of a lock) listens to the server and tells the others.
 */
export function onChange(changed: () => void): () => void {
  const over = new AbortController();
  const channel = new BroadcastChannel(channelName);
  let waiting: number | undefined;
  let source: EventSource | undefined;
  const soon = () => {
    waiting ??= window.setTimeout(() => {
      waiting = undefined;
      changed();
    }, quietMs);
  };

  channel.onmessage = soon;
  const listen = () => new Promise<void>((release) => {
    source = new EventSource("/sandbox/events");
    const tell = () => {
      channel.postMessage("change");
      soon();
    };
    source.addEventListener("change", tell);
    // Whatever happened while the line was down is fetched when it stands again.
    source.onopen = tell;
    over.signal.addEventListener("abort", () => release());
  });
  navigator.locks.request(channelName, { signal: over.signal }, listen).catch(() => undefined);

  return () => {
    over.abort();
    source?.close();
    channel.close();
    window.clearTimeout(waiting);
  };
}
