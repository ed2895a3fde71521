import { useEffect } from "preact/hooks";
import * as api from "../api";
import type { Playing } from "../model";

const lock = "sandbox-practise";
// As people answer who have something else on their desk; longer while nobody has anything to do.
const paceMs = 4_000;
const idleMs = 9_000;

/** While the page shows, the cast acts: one thing after another, driven by one tab only. */
export function useCast(playing: Playing | undefined): void {
  const id = playing?.id;
  useEffect(() => {
    if (!id) {
      return;
    }
    const over = new AbortController();
    const act = async () => {
      while (!over.signal.aborted) {
        const did = document.hidden ? undefined : await api.stepPractise(false).catch(() => undefined);
        await pause(did?.did ? paceMs : idleMs, over.signal);
      }
    };
    navigator.locks.request(lock, { signal: over.signal }, act).catch(() => undefined);
    return () => over.abort();
  }, [id]);
}

const pause = (ms: number, signal: AbortSignal) => new Promise<void>((done) => {
  const timer = setTimeout(done, ms);
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    done();
  });
});
