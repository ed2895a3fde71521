import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../frame/Icon";
import type { Chat, Person } from "../model";
import { hostTab } from "./host";

interface Props {
  me: Person;
  chat: Chat;
  onClose: () => void;
}

/** The app's tab beside the meeting, as Teams shows it: a frame of 320 pixels with the app's own page. */
export function PanelPane({ me, chat, onClose }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const end = hostTab(frame.current!, chat.panel!, { person: me, chat: chat.id, meeting: chat.meetingId, isPersonal: chat.kind === "personal" });
    // Only now somebody answers it.
    frame.current!.src = chat.panel!;
    return end;
  }, [me.id, chat.id, chat.panel]);
  return (
    <aside class="side-panel" aria-label="StrategyBot">
      <header>
        <h3>StrategyBot</h3>
        <button type="button" class="icon-button" aria-label="Close the panel" onClick={onClose}><Icon name="close" /></button>
      </header>
      <iframe ref={frame} title={chat.kind === "personal" ? "StrategyBot's board" : "StrategyBot in this meeting"} />
    </aside>
  );
}
