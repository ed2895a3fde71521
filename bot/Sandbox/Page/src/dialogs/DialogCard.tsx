import { AdaptiveCard, OpenUrlAction, SubmitAction } from "adaptivecards";
import { useLayoutEffect, useRef } from "preact/hooks";
import { mend } from "@kit/card";
import { openUrl } from "@kit/markdown";
import { hostConfig } from "../cards/hostConfig";

interface Props {
  card: unknown;
  onSubmit: (data: unknown) => void;
  onUnknown: () => void;
}

/** The card inside a dialog. It is drawn once; nothing that happens outside can reach what is being typed. */
export function DialogCard({ card, onSubmit, onUnknown }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef({ onSubmit, onUnknown });
  latest.current = { onSubmit, onUnknown };

  // With the render, not after it: a key pressed as soon as the answer is here goes into the answer.
  useLayoutEffect(() => {
    const shown = new AdaptiveCard();
    shown.hostConfig = hostConfig;
    shown.parse(card);
    shown.onExecuteAction = (action) => {
      if (action instanceof OpenUrlAction) {
        openUrl(action.url);
      } else if (action instanceof SubmitAction) {
        latest.current.onSubmit(action.data ?? {});
      } else {
        latest.current.onUnknown();
      }
    };
    const element = shown.render();
    host.current!.replaceChildren(...(element ? [element] : []));
    mend(host.current!);
    host.current!.querySelector<HTMLElement>("input, textarea, select")?.focus();
  }, [card]);

  return <div ref={host} class="dialog-card" />;
}
