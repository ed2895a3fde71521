import { useEffect, useState } from "preact/hooks";
import * as api from "../api";
import { hubOf, readEnd, readPart, type Part } from "./part";

/** By person; somebody for whom nothing waits is there with undefined. */
export type Parts = Map<string, Part | undefined>;

/**
 * What waits for each of some people in a meeting's chat.
 * @param changed Looks again whenever this does.
 */
export function useParts(chat: string | undefined, people: string[], changed: unknown): Parts | undefined {
  const [parts, setParts] = useState<{ chat: string; of: Parts }>();
  const who = people.join();
  useEffect(() => {
    if (!chat || !who || document.hidden) {
      return;
    }
    let left = false;
    void look(chat, who.split(",")).then((of) => left || setParts({ chat, of }), () => undefined);
    return () => {
      left = true;
    };
  }, [chat, who, changed]);
  return parts && parts.chat === chat ? parts.of : undefined;
}

/** What the chair reads once nothing waits for them; undefined until it does. */
export function useEnd(chat: string | undefined, chair: string, isOver: boolean): Part | undefined {
  const [end, setEnd] = useState<Part>();
  useEffect(() => {
    setEnd(undefined);
    if (!chat || !isOver) {
      return;
    }
    let left = false;
    void readEnd(chair, chat).then((part) => left || setEnd(part), () => undefined);
    return () => {
      left = true;
    };
  }, [chat, chair, isOver]);
  return end;
}

async function look(chat: string, people: string[]): Promise<Parts> {
  const hub = hubOf(await api.messages(people[0]!, chat));
  return new Map(hub ? await Promise.all(people.map(async (person) => [person, await readPart(person, chat, hub)] as const)) : []);
}
