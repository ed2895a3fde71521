import { useState } from "preact/hooks";
import type { Tools } from "../App";
import * as api from "../api";
import { Icon } from "../frame/Icon";
import { dateTime, fromLocalStamp, localStamp, nextWeekdayMorning } from "../time";
import type { World } from "../world";
import { happened, snapshot, type Happening } from "./happened";

interface Props {
  world: World;
  tools: Tools;
}

/** The case clock: forward only, stopping at everything that falls due on the way. */
export function Clock({ world, tools }: Props) {
  const [to, setTo] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const [told, setTold] = useState<{ from: Date; until: Date; events: Happening[] }>();
  const now = world.now();
  const move = async (target: { to: string } | { advance: string }) => {
    setBusy(true);
    setFailure("");
    try {
      const from = world.now();
      const before = await snapshot(world.people);
      const answer = await api.moveClock(target);
      setTold({ from, until: new Date(answer.now), events: happened(world.people, before, await snapshot(world.people)) });
    } catch (why) {
      setFailure(why instanceof Error ? why.message : "The clock could not be moved. Please try again.");
    } finally {
      setBusy(false);
      await tools.refresh();
    }
  };

  return (
    <section class="pane page" aria-labelledby="clock-title">
      <h2 id="clock-title">Case clock</h2>
      <p class="clock-now"><time dateTime={now.toISOString()}>{dateTime(now)}</time></p>
      <p class="quiet">Reminders and deadlines follow this clock. It goes forward only, and everything that falls due on the way happens.</p>
      <div class="clock-buttons" role="group" aria-label="Move the clock">
        <button type="button" class="button" disabled={busy} onClick={() => void move({ advance: "PT10M" })}>+10 minutes</button>
        <button type="button" class="button" disabled={busy} onClick={() => void move({ advance: "PT1H" })}>+1 hour</button>
        <button type="button" class="button" disabled={busy} onClick={() => void move({ to: nextWeekdayMorning(now).toISOString() })}>Next weekday, 09:00</button>
      </div>
      <form class="clock-to" onSubmit={(event) => { event.preventDefault(); void move({ to: fromLocalStamp(to).toISOString() }); }}>
        <label for="clock-to">To this day and time</label>
        <div>
          <input id="clock-to" type="datetime-local" required min={localStamp(now)} value={to} onInput={(event) => setTo(event.currentTarget.value)} />
          <button type="submit" class="button primary" disabled={busy || !to}>Move the clock</button>
        </div>
      </form>
      <p class="failure" role="alert" hidden={!failure}>{failure}</p>
      <div role="status">{busy ? <p class="quiet">Moving the clock…</p> : told && <Told {...told} />}</div>
    </section>
  );
}

function Told({ from, until, events }: { from: Date; until: Date; events: Happening[] }) {
  return (
    <section class="told" aria-labelledby="told-title">
      <h3 id="told-title">What happened</h3>
      <p class="quiet">From {dateTime(from)} to {dateTime(until)}</p>
      {events.length === 0 && <p>Nothing fell due.</p>}
      <ol>
        {events.map((event, n) => (
          <li key={n}>
            <Icon name={event.place} />
            <div><p><strong>{event.what}</strong></p><p class="quiet">{event.place === "calendar" ? "in the calendar" : dateTime(event.at)}, {event.who.join(", ")}</p></div>
          </li>
        ))}
      </ol>
    </section>
  );
}
