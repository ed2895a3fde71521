import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Person } from "../model";
import { hrefOf } from "../route";
import { news } from "../seen";
import { deskOf, type World } from "../world";
import { Avatar } from "./Avatar";
import { moveFocus } from "./focus";
import { Icon } from "./Icon";

/** Who you are, and the way to be somebody else here or in a tab of their own. */
export function PeopleMenu({ world, me }: { world: World; me: Person | undefined }) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const shut = () => {
    setOpen(false);
    button.current?.focus();
  };

  // Before the next key can arrive, hence not useEffect.
  useLayoutEffect(() => {
    if (!open) {
      return;
    }
    root.current!.querySelector<HTMLElement>("[aria-current]")?.focus();
    const outside = (event: Event) => root.current!.contains(event.target as Node) || setOpen(false);
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [open]);

  return (
    <div ref={root} class="people" onKeyDown={(event) => (event.key === "Escape" && open ? shut() : moveFocus(event, root.current!, "a.person"))}>
      <button ref={button} type="button" class="people-button" aria-expanded={open} aria-controls="people-list" onClick={() => setOpen(!open)}>
        {me && <Avatar name={me.name} />}
        <span class="people-me"><span>You are: </span><strong>{me?.name ?? "nobody yet"}</strong>{me && <span class="people-role">, {me.role}</span>}</span>
        <Icon name="down" />
      </button>
      <div id="people-list" class="people-list" hidden={!open}>
        <p class="people-title">Be somebody else</p>
        <ul>
          {world.people.map((person) => (
            <li key={person.id}>
              <a class="person" href={hrefOf(person.id, "chat")} aria-current={person === me ? "true" : undefined} onClick={shut}>
                <Avatar name={person.name} />
                <span class="person-text"><strong>{person.name}</strong><span>{person.role}, {person.agency}</span></span>
                <News world={world} person={person.id} />
              </a>
              <a class="icon-button" href={hrefOf(person.id, "chat")} target="_blank" rel="noopener"
                aria-label={`Open ${person.name} in a new tab`} title="Open in a new tab"><Icon name="open" /></a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function News({ world, person }: { world: World; person: string }) {
  const count = news(person, deskOf(world, person));
  return count > 0 ? <span class="badge"><span aria-hidden="true">{count}</span><span class="sr">{count} new</span></span> : null;
}
