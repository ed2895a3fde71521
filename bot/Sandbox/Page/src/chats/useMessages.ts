import { useEffect, useState } from "preact/hooks";
import * as api from "../api";
import type { Message } from "../model";

/** The messages of one chat, fetched again with every version of the world. */
export function useMessages(person: string, chat: string, version: number): Message[] | undefined {
  const [messages, setMessages] = useState<Message[]>();
  useEffect(() => {
    let over = false;
    api.messages(person, chat).then((found) => over || setMessages(found), () => undefined);
    return () => {
      over = true;
    };
  }, [person, chat, version]);
  return messages;
}
