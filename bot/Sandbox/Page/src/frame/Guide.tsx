import { useState } from "preact/hooks";
import type { Person } from "../model";
import { hrefOf } from "../route";
import type { World } from "../world";
import { advise, stages } from "./advice";
import { Icon } from "./Icon";

const key = "guide";

/** The line that tells a first-time visitor what to do next. */
export function Guide({ world, me }: { world: World; me: Person }) {
  const [shown, setShown] = useState(localStorage.getItem(key) !== "hidden");
  const show = (wanted: boolean) => {
    localStorage.setItem(key, wanted ? "shown" : "hidden");
    setShown(wanted);
  };
  if (!shown) {
    return <button type="button" class="guide-show" onClick={() => show(true)}>What next?</button>;
  }

  const advice = advise(world, me);
  const as = advice.be?.id ?? me.id;
  return (
    <section class="guide" aria-label="What to do next">
      <span class="guide-stage"><span class="sr">Step </span>{advice.stage}<span class="sr"> of {stages.length}, {stages[advice.stage - 1]}</span></span>
      <p role="status">{advice.text}</p>
      {advice.place && (advice.be || !here(as, advice.place, advice.item)) && (
        <a class="button primary" href={hrefOf(as, advice.place, advice.item)}>{advice.be ? `Be ${advice.be.name}` : `Open ${advice.place}`}</a>
      )}
      <button type="button" class="icon-button" aria-label="Hide this advice" title="Hide this advice" onClick={() => show(false)}><Icon name="close" /></button>
    </section>
  );
}

const here = (as: string, place: string, item: string | undefined) =>
  location.hash.startsWith(`#/${place}`) && (!item || location.hash === hrefOf(as, "chat", item).slice(hrefOf(as, "chat", item).indexOf("#")));
