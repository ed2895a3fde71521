import { useEffect } from "preact/hooks";
import type { Tools } from "../App";
import type { Person } from "../model";
import { go, hrefOf } from "../route";
import { deskOf, type World } from "../world";
import { ChatList } from "./ChatList";
import { Conversation } from "./Conversation";

const wide = matchMedia("(min-width: 760px)");

interface Props {
  world: World;
  me: Person;
  open: string | undefined;
  tools: Tools;
}

export function Chats({ world, me, open, tools }: Props) {
  const { chats } = deskOf(world, me.id);
  const chat = chats.find((found) => found.id === open);
  const first = chats[0]?.id;

  // On a wide screen a conversation is always open; on a phone the list is a screen of its own.
  useEffect(() => {
    if (!open && first && wide.matches) {
      go(hrefOf(me.id, "chat", first), true);
    }
  }, [open, first, me.id]);

  return (
    <div class={`split ${chat ? "item-open" : ""}`}>
      <ChatList world={world} me={me} chats={chats} open={open} />
      {chat
        ? <Conversation key={`${me.id}/${chat.id}`} world={world} me={me} chat={chat} tools={tools} />
        : <section class="pane blank" aria-label="Conversation"><p class="welcome">{chats.length ? "Choose a chat." : "When somebody is invited to a meeting, its chat appears here by itself."}</p></section>}
    </div>
  );
}
