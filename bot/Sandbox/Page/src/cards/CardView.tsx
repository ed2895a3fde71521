import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { createApplet } from "./applet";
import type { Where } from "./channel";

interface Props {
  card: unknown;
  where: Where;
  mri: string;
  onSubmit: (data: unknown) => void;
  onSay: (text: string) => void;
}

/** One card of a message. It is drawn again only when the bot changed it, so that typed text outlives every refresh of the chat. */
export function CardView({ card, where, mri, onSubmit, onSay }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState("");
  const [busy, setBusy] = useState(false);
  const latest = useRef({ onSubmit, onSay });
  latest.current = { onSubmit, onSay };
  const applet = useRef<ReturnType<typeof createApplet>>();
  const json = JSON.stringify(card);

  useLayoutEffect(() => {
    applet.current ??= createApplet(where, mri, {
      submit: (data) => latest.current.onSubmit(data),
      say: (text) => latest.current.onSay(text),
      fail: setFailure,
      busy: setBusy,
    });
    // Put in again it would lose the focus, and with it what is being typed.
    if (host.current!.firstChild !== applet.current.element) {
      host.current!.replaceChildren(applet.current.element);
    }
    applet.current.show(JSON.parse(json));
  }, [json]);

  return (
    <div class="card" aria-busy={busy}>
      <div ref={host} />
      {busy && <div class="progress" role="progressbar" aria-label="Sending" />}
      <p class="failure" role="alert" hidden={!failure}>{failure}</p>
    </div>
  );
}
