import { useState } from "preact/hooks";
import type { Tools } from "../App";
import type { Person } from "../model";
import { useParts } from "../parts/useParts";
import { hrefOf, type Route } from "../route";
import { deskOf, type World } from "../world";
import { advise, latestMeeting, stages } from "./advice";
import { Icon } from "./Icon";

const key = "guide";

interface Props {
  world: World;
  me: Person;
  route: Route;
  tools: Tools;
}

/** The line that tells a first-time visitor what to do next, whoever they are just now. */
export function Guide({ world, me, route, tools }: Props) {
  const [shown, setShown] = useState(localStorage.getItem(key) !== "hidden");
  const meeting = latestMeeting(world);
  const members = world.people.filter((person) => deskOf(world, person.id).chats.some((chat) => chat.id === meeting?.id));
  const parts = useParts(shown ? meeting?.id : undefined, members.map((person) => person.id), world.version);
  const show = (wanted: boolean) => {
    localStorage.setItem(key, wanted ? "shown" : "hidden");
    setShown(wanted);
  };
  if (!shown) {
    return <button type="button" class="guide-show" onClick={() => show(true)}>What next?</button>;
  }

  const { stage, text, be, place, item, open } = advise(world, me, meeting, parts);
  const isHere = !be && route.place === place && (!item || route.item === item);
  return (
    <section class="guide" aria-label="What to do next">
      <span class="guide-stage"><span class="sr">Step </span>{stage}<span class="sr"> of {stages.length}, {stages[stage - 1]}</span></span>
      <p role="status">{text}</p>
      {open && <button type="button" class="button primary" onClick={() => tools.openDialog(open.where, open.data)}>Open it</button>}
      {place && !isHere && <a class="button primary" href={hrefOf(be?.id ?? me.id, place, item)}>{be ? `Be ${be.name}` : `Open ${place === "clock" ? "the clock" : place}`}</a>}
      <button type="button" class="icon-button" aria-label="Hide this advice" title="Hide this advice" onClick={() => show(false)}><Icon name="close" /></button>
    </section>
  );
}
