import { useRef, useState } from "preact/hooks";
import * as api from "../api";
import { unreachable } from "../cards/channel";
import { Icon } from "../frame/Icon";
import type { Chat, Person } from "../model";

const commands = ["convene", "status", "missing", "due", "my actions", "help"];
const mention = "@StrategyBot ";
// What was being typed when somebody went to another chat or was another person for a while.
const drafts = new Map<string, string>();

interface Props {
  me: Person;
  chat: Chat;
  onSent: () => Promise<void>;
}

export function Composer({ me, chat, onSent }: Props) {
  const draft = `${me.id}/${chat.id}`;
  const [text, setText] = useState(drafts.get(draft) ?? "");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  const personal = chat.kind === "personal";

  const write = (value: string) => {
    drafts.set(draft, value);
    setText(value);
  };
  const suggest = (value: string) => {
    write(value);
    box.current!.focus();
  };
  const send = async () => {
    const said = text.trim();
    if (!said || busy) {
      return;
    }
    setBusy(true);
    setFailure("");
    write("");
    try {
      const sent = await api.send(me.id, chat.id, said);
      const spokenTo = personal || said.toLowerCase().startsWith(mention.trim().toLowerCase());
      setFailure(sent?.delivered === false && spokenTo ? unreachable : "");
    } catch (why) {
      // Typed on meanwhile? Then that stays, and what was not sent comes first.
      write([said, drafts.get(draft)].filter(Boolean).join("\n"));
      setFailure(why instanceof Error ? why.message : "The message was not sent. Please try again.");
    } finally {
      setBusy(false);
    }
    await onSent();
  };

  return (
    <form class="composer" onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <div class="commands" role="group" aria-label="Commands">
        {(personal ? commands : [mention.trim()]).map((command) => (
          <button key={command} type="button" class="chip" onClick={() => suggest(personal ? command : mention)}>{command}</button>
        ))}
        {busy && <span class="quiet" role="status">StrategyBot is answering…</span>}
      </div>
      <p class="failure" role="alert" hidden={!failure}>{failure}</p>
      <div class="composer-box">
        <textarea
          ref={box}
          rows={1}
          value={text}
          aria-label={personal ? "Message to StrategyBot" : "Message to everybody in this meeting"}
          placeholder={personal ? "Type a command, for example convene" : "Type @StrategyBot, or a message to everybody"}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
              event.preventDefault();
              void send();
            }
          }}
        />
        <button type="submit" class="icon-button send" aria-label="Send" disabled={busy || !text.trim()}><Icon name="send" /></button>
      </div>
    </form>
  );
}
