import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { unreachable, type Where } from "../cards/channel";
import { Icon } from "../frame/Icon";
import { DialogCard } from "./DialogCard";
import { askBot, type Size, type Step } from "./taskModule";

interface Props {
  where: Where;
  /** The data of the button that asks for the dialog. */
  data: unknown;
  onClose: () => void;
}

/** A Teams dialog: fetched from the bot, private to whoever opened it, one step after another until the bot or the person closes it. */
export function Dialog({ where, data, onClose }: Props) {
  const frame = useRef<HTMLDialogElement>(null);
  const [step, setStep] = useState<Step>();
  const [title, setTitle] = useState("StrategyBot");
  const [busy, setBusy] = useState(true);
  const [failure, setFailure] = useState("");
  const [leaving, setLeaving] = useState(false);
  const typed = useRef(false);

  const ask = async (name: "task/fetch" | "task/submit", value: unknown) => {
    setBusy(true);
    setFailure("");
    try {
      const next = await askBot(where, name, value);
      typed.current = false;
      setLeaving(false);
      setStep(next);
      setTitle((before) => (next.kind === "card" ? next.title : before));
    } catch (why) {
      setFailure(why instanceof Error ? why.message : unreachable);
    } finally {
      setBusy(false);
    }
  };
  const leave = () => (typed.current ? setLeaving(true) : onClose());

  useLayoutEffect(() => {
    const shown = frame.current!;
    shown.showModal();
    void ask("task/fetch", data);
    // Closing, not merely vanishing, gives the focus back to the button that opened it.
    return () => shown.close();
  }, []);
  const closing = step?.kind === "close";
  useLayoutEffect(() => {
    if (closing) {
      onClose();
    }
  }, [closing]);

  return (
    <dialog
      ref={frame}
      class={`dialog ${widthClass(step)}`}
      aria-labelledby="dialog-title"
      aria-busy={busy || closing}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onInput={() => (typed.current = true)}
    >
      <header class="dialog-head">
        <h2 id="dialog-title">{title}</h2>
        <button type="button" class="icon-button" aria-label="Close dialog" onClick={leave}><Icon name="close" /></button>
      </header>
      {busy && <div class="progress" role="progressbar" aria-label="Waiting for StrategyBot" />}
      {leaving && <Discard onDiscard={onClose} onStay={() => setLeaving(false)} />}
      <p class="failure" role="alert" hidden={!failure}>{failure}</p>
      <div class="dialog-body" inert={busy && step !== undefined}>
        {step?.kind === "card" && (
          <DialogCard
            card={step.card}
            onSubmit={(value) => void ask("task/submit", value)}
            onUnknown={() => setFailure("A Teams dialog answers Action.Submit only; this button has another kind.")}
          />
        )}
        {step?.kind === "message" && <p class="dialog-message" role="status">{step.text}</p>}
        {!step && busy && <p class="dialog-message quiet">Loading…</p>}
        {!step && failure && <button type="button" class="button" onClick={() => void ask("task/fetch", data)}>Try again</button>}
      </div>
      {step?.kind === "message" && (
        <footer class="dialog-foot"><button ref={focus} type="button" class="button primary" onClick={onClose}>Close</button></footer>
      )}
    </dialog>
  );
}

const focus = (element: HTMLElement | null) => element?.focus();

function Discard({ onDiscard, onStay }: { onDiscard: () => void; onStay: () => void }) {
  const stay = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    stay.current!.focus();
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  return (
    <div class="discard" role="alertdialog" aria-labelledby="discard-text">
      <p id="discard-text">What you typed has not been saved. Close all the same?</p>
      <button ref={stay} type="button" class="button" onClick={onStay}>Keep writing</button>
      <button type="button" class="button" onClick={onDiscard}>Close without saving</button>
    </div>
  );
}

/** Teams' named sizes; a size in pixels becomes the nearest name, so that no inline style is needed. */
function widthClass(step: Step | undefined): string {
  const { width }: Size = step?.kind === "card" ? step.size : {};
  if (typeof width === "string" && ["small", "medium", "large"].includes(width)) {
    return width;
  }
  const pixels = Number.parseInt(String(width ?? ""), 10);
  return Number.isNaN(pixels) ? "medium" : pixels < 500 ? "small" : pixels < 800 ? "medium" : "large";
}
