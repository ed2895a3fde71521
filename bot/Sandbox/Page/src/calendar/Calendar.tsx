import { useState } from "preact/hooks";
import type { Tools } from "../App";
import * as api from "../api";
import { Icon } from "../frame/Icon";
import { SafeHtml } from "../mail/SafeHtml";
import type { Answer, Appointment, Person } from "../model";
import { go, hrefOf } from "../route";
import { dayName, sameDay, time } from "../time";
import { deskOf, type World } from "../world";

const answers: { value: Answer; title: string; done: string }[] = [
  { value: "accepted", title: "Accept", done: "Accepted" },
  { value: "tentativelyAccepted", title: "Tentative", done: "Tentative" },
  { value: "declined", title: "Decline", done: "Declined" },
];

interface Props {
  world: World;
  me: Person;
  tools: Tools;
}

export function Calendar({ world, me, tools }: Props) {
  const events = [...deskOf(world, me.id).calendar].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  return (
    <section class="pane page" aria-labelledby="calendar-title">
      <h2 id="calendar-title">Appointments</h2>
      {events.length === 0 && <p class="empty">No appointments. An invitation to a strategy meeting appears here by itself.</p>}
      <ol class="agenda">
        {events.map((event, n) => (
          <li key={event.id}>
            {!(n > 0 && sameDay(events[n - 1]!.startsAt, event.startsAt)) && (
              <h3 class="agenda-day">{dayName(event.startsAt)}{sameDay(event.startsAt, world.now()) && " (today)"}</h3>
            )}
            <Entry event={event} me={me} tools={tools} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Entry({ event, me, tools }: { event: Appointment; me: Person; tools: Tools }) {
  const [busy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
      await tools.refresh();
    } catch (why) {
      tools.say(why instanceof Error ? why.message : "That did not work. Please try again.");
    } finally {
      setBusy(false);
    }
  };
  const join = () => attempt(async () => {
    await api.meeting(me.id, event.onlineMeetingId!, "join");
    if (event.chatId) {
      go(hrefOf(me.id, "chat", event.chatId));
    }
  });
  return (
    <article class="appointment" aria-label={event.subject}>
      <p class="appointment-time"><time dateTime={event.startsAt}>{time(event.startsAt)}</time><span>to {time(event.endsAt)}</span></p>
      <div class="appointment-text">
        <h4>{event.subject}</h4>
        <p class="quiet">{event.organiser}</p>
        {event.body && <div class="appointment-body"><SafeHtml html={event.body} /></div>}
        <div class="appointment-buttons">
          {event.response !== "organizer" && (
            <div class="answers" role="group" aria-label="Your answer">
              {answers.map(({ value, title, done }) => (
                <button key={value} type="button" class="button" aria-pressed={event.response === value} disabled={busy}
                  onClick={() => void attempt(() => api.answerInvitation(me.id, event.id, value))}>
                  {event.response === value && <Icon name="check" />}{event.response === value ? done : title}
                </button>
              ))}
            </div>
          )}
          {event.onlineMeetingId && <button type="button" class="button primary" disabled={busy} onClick={() => void join()}><Icon name="video" />Join</button>}
          {event.chatId && <a class="button" href={hrefOf(me.id, "chat", event.chatId)}><Icon name="chat" />Chat</a>}
        </div>
      </div>
    </article>
  );
}
