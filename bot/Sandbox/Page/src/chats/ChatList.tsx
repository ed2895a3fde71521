import { useRef } from "preact/hooks";
import { Avatar } from "../frame/Avatar";
import { moveFocus } from "../frame/focus";
import { Icon } from "../frame/Icon";
import type { Chat, Person } from "../model";
import { hrefOf } from "../route";
import { isNew } from "../seen";
import { brief } from "../time";
import type { World } from "../world";

interface Props {
  world: World;
  me: Person;
  chats: Chat[];
  open: string | undefined;
}

export function ChatList({ world, me, chats, open }: Props) {
  const list = useRef<HTMLElement>(null);
  return (
    <nav ref={list} class="list" aria-labelledby="chats-title" onKeyDown={(event) => moveFocus(event, list.current!, "a")}>
      <h2 id="chats-title">Chats</h2>
      {chats.length === 0 && <p class="empty">No chats yet. {me.name} meets StrategyBot here when invited to a meeting.</p>}
      <ul>
        {chats.map((chat) => {
          const unread = chat.id !== open && isNew(me.id, chat.id, chat.at);
          return (
            <li key={chat.id}>
              <a class={unread ? "row unread" : "row"} href={hrefOf(me.id, "chat", chat.id)} aria-current={chat.id === open ? "true" : undefined}>
                {chat.kind === "personal" ? <Avatar name={chat.title} bot /> : <span class="avatar meeting" aria-hidden="true"><Icon name="calendar" /></span>}
                <span class="row-text">
                  <span class="row-top"><span class="row-title">{chat.title}</span><time dateTime={chat.at}>{brief(chat.at, world.now())}</time></span>
                  <span class="row-preview">{chat.preview}</span>
                </span>
                {unread && <span class="dot"><span class="sr">Unread</span></span>}
                {chat.meetingState === "running" && <span class="live">Live</span>}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
