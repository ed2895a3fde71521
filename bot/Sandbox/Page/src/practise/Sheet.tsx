import type { Playing } from "../model";
import { date } from "../time";

const isDay = /^\d{4}-\d{2}-\d{2}$/;
const shown = (value: string | string[]) => (Array.isArray(value) ? value.join("; ") : isDay.test(value) ? date(`${value}T12:00:00Z`) : value);

/** What is typed into the cards that call the meeting, card by card. */
export function Sheet({ playing }: { playing: Playing }) {
  return (
    <>
      <p>Each card leads to the next. One that isn’t listed here is left as it stands: press its button.</p>
      <ol class="sheet">
        {playing.convene.map((step, n) => (
          <li key={n}>
            <h4>{step.card}</h4>
            <dl>{step.fill.map(({ label, value }) => <div key={label}><dt>{label}</dt><dd>{shown(value)}</dd></div>)}</dl>
          </li>
        ))}
      </ol>
    </>
  );
}
