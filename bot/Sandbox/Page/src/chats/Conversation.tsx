import { useEffect, useRef, useState } from "preact/hooks";
import type { Tools } from "../App";
import { Avatar } from "../frame/Avatar";
import { Icon } from "../frame/Icon";
import type { Chat, Person } from "../model";
import { hrefOf } from "../route";
import { markSeen } from "../seen";
import { date, sameDay } from "../time";
import type { World } from "../world";
import { Composer } from "./Composer";
import { MeetingStage } from "./MeetingStage";
import { PanelPane } from "../panel/PanelPane";
import { MessageView } from "./MessageView";
import { useMessages } from "./useMessages";
import { useScroll } from "./useScroll";

interface Props {
  world: World;
  me: Person;
  chat: Chat;
  tools: Tools;
}

export function Conversation({ world, me, chat, tools }: Props) {
  const messages = useMessages(me.id, chat.id, world.version);
  const { scroller, pinned, toEnd } = useScroll();
  const [hasPanel, setHasPanel] = useState(sessionStorage.getItem(`panel:${me.id}/${chat.id}`) === "open");
  const panel = (isOpen: boolean) => {
    sessionStorage.setItem(`panel:${me.id}/${chat.id}`, isOpen ? "open" : "shut");
    setHasPanel(isOpen);
  };
  const news = useNews(messages?.at(-1)?.from.bot ? messages.at(-1)!.id : undefined);

  useEffect(() => {
    if (!document.hidden) {
      markSeen(me.id, chat.id, chat.at);
    }
  }, [chat.at, messages]);

  return (
    <div class={chat.panel && hasPanel ? `pane beside-panel ${chat.kind}` : "pane"}>
    <section class="pane conversation" aria-labelledby="chat-title">
      <header class="pane-head">
        <a class="icon-button back" href={hrefOf(me.id, "chat")} aria-label="Back to the chats"><Icon name="back" /></a>
        {chat.kind === "personal" ? <Avatar name={chat.title} bot /> : <span class="avatar meeting" aria-hidden="true"><Icon name="calendar" /></span>}
        <div class="pane-title">
          <h2 id="chat-title">{chat.title}</h2>
          <p class="quiet">{chat.kind === "personal" ? "Chat with the app StrategyBot" : chat.members.join(", ")}</p>
        </div>
        {chat.panel && <button type="button" class="button" aria-expanded={hasPanel} onClick={() => panel(!hasPanel)}>{chat.kind === "personal" ? "Board" : "Panel"}</button>}
      </header>
      {chat.kind === "meeting" && <MeetingStage world={world} me={me} chat={chat} tools={tools} />}
      <div ref={scroller} class="messages" tabIndex={0} role="group" aria-label="Messages">
        <ol>
          {messages?.map((message, n) => {
            const before = messages[n - 1];
            const newDay = !before || !sameDay(before.at, message.at);
            return (
              <li key={message.id}>
                {newDay && <p class="day"><span>{date(message.at)}</span></p>}
                <MessageView message={message} before={newDay ? undefined : before} me={me} chat={chat} tools={tools} />
              </li>
            );
          })}
        </ol>
        {messages?.length === 0 && <Welcome personal={chat.kind === "personal"} />}
      </div>
      {!pinned && <button type="button" class="to-end" onClick={toEnd}><Icon name="down" />Newest</button>}
      <p class="sr" role="status">{news}</p>
      <Composer me={me} chat={chat} onSent={async () => { toEnd(); await tools.refresh(); }} />
    </section>
    {chat.panel && hasPanel && <PanelPane me={me} chat={chat} onClose={() => panel(false)} />}
    </div>
  );
}

function Welcome({ personal }: { personal: boolean }) {
  return (
    <div class="welcome">
      <Avatar name="StrategyBot" bot />
      <p><strong>{personal ? "This is your chat with StrategyBot" : "This is the meeting's chat"}</strong></p>
      <p>{personal ? "Type convene to call a strategy meeting, or help to see what else it can do." : "StrategyBot posts its card here; what you type is seen by everybody who was invited."}</p>
    </div>
  );
}

/** What a screen reader is told: that something came, not all of what it says. */
function useNews(lastId: string | undefined): string {
  const [news, setNews] = useState("");
  const first = useRef(true);
  useEffect(() => {
    if (lastId && !first.current) {
      setNews("");
      const later = setTimeout(() => setNews("New message from StrategyBot"), 50);
      return () => clearTimeout(later);
    }
    first.current = lastId === undefined;
    return undefined;
  }, [lastId]);
  return news;
}
