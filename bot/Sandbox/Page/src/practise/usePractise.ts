import { useEffect } from "preact/hooks";
import * as api from "../api";
import type { Playing } from "../model";

const lock = "sandbox-practise";
// As people answer who have something else on their desk; longer while nobody has anything to do.
const paceMs = 4_000;
const idleMs = 9_000;

/** While the page shows, the cast acts: one thing after another, driven by one tab at a time. */
export function useCast(playing: Playing | undefined): void {
  const id = playing?.id;
  useEffect(() => {
    if (!id) {
      return;
    }
    const over = new AbortController();
    const turn = async (held: Lock | null) => {
      const answer = held ? await api.stepPractise(false).catch(() => undefined) : undefined;
      await pause(answer?.did ? paceMs : idleMs, over.signal);
    };
    void (async () => {
      while (!over.signal.aborted) {
        // A tab in the background leaves it to the one that is looked at.
        await (document.hidden ? pause(idleMs, over.signal) : navigator.locks.request(lock, { ifAvailable: true }, turn));
      }
    })();
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
