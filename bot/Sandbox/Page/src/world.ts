import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import * as api from "./api";
import { onChange } from "./events";
import { emptyDesk, type Desk, type Person, type Practise } from "./model";

export interface World {
  people: Person[];
  desks: Record<string, Desk>;
  practise: Practise;
  /** The case clock's now; runs on with this machine's clock. */
  now: () => Date;
  /** Counts the refreshes, so that an open conversation knows when to fetch. */
  version: number;
  loaded: boolean;
  trouble?: string;
}

const nothing: World = { people: [], desks: {}, practise: { cases: [] }, now: () => new Date(), version: 0, loaded: false };

/** The sandbox as one person's tab sees it; fetched again by itself after every change. */
export function useWorld(me: string): { world: World; refresh: () => Promise<void> } {
  const [world, setWorld] = useState(nothing);
  const busy = useRef<Promise<void>>();
  const again = useRef(false);
  const mine = useRef(me);
  mine.current = me;

  const refresh = useCallback((): Promise<void> => {
    if (busy.current) {
      again.current = true;
      return busy.current;
    }

    busy.current = (async () => {
      do {
        again.current = false;
        await load(mine.current).then(
          (found) => setWorld((before) => ({ ...found, desks: { ...before.desks, ...found.desks }, version: before.version + 1, loaded: true })),
          (why: Error) => setWorld((before) => ({ ...before, trouble: why.message })),
        );
      } while (again.current);
      busy.current = undefined;
    })();
    return busy.current;
  }, []);

  useEffect(() => onChange(() => void refresh()), [refresh]);
  useEffect(() => void refresh(), [me, refresh]);
  useEffect(() => {
    const seen = () => document.hidden || void refresh();
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, [refresh]);
  return { world, refresh };
}

async function load(me: string): Promise<Omit<World, "version" | "loaded">> {
  const [people, { now }, practise] = await Promise.all([api.people(), api.clock(), api.practise()]);
  const read = performance.now();
  const start = new Date(now).getTime();
  // A tab in the background keeps up its own person only.
  const wanted = people.filter((person) => !document.hidden || person.id === me);
  const desks = await Promise.all(wanted.map(async (person) => [person.id, await api.desk(person.id)] as const));
  return { people, desks: Object.fromEntries(desks), practise, now: () => new Date(start + performance.now() - read), trouble: undefined };
}

export const deskOf = (world: World, person: string): Desk => world.desks[person] ?? emptyDesk;
