import { useState } from "preact/hooks";
import type { Tools } from "../App";
import * as api from "../api";
import { Avatar } from "../frame/Avatar";
import { Icon } from "../frame/Icon";
import type { Chat, MeetingStep, Person } from "../model";
import { dateTime } from "../time";
import { deskOf, type World } from "../world";

// StrategyBot takes a call that begins earlier for somebody trying the link.
const earlyMs = 30 * 60_000;

interface Props {
  world: World;
  me: Person;
  chat: Chat;
  tools: Tools;
}

/** The call of a meeting chat: who is in, and the way in and out. */
export function MeetingStage({ world, me, chat, tools }: Props) {
  const [busy, setBusy] = useState(false);
  const step = async (name: MeetingStep) => {
    setBusy(true);
    try {
      await api.meeting(me.id, chat.onlineMeetingId!, name);
      await tools.refresh();
    } catch (why) {
      tools.say(why instanceof Error ? why.message : "The meeting could not be reached. Please try again.");
    } finally {
      setBusy(false);
    }
  };
  const goToItsTime = async () => {
    setBusy(true);
    try {
      await api.moveClock({ to: chat.startsAt! });
      await tools.refresh();
    } catch (why) {
      tools.say(why instanceof Error ? why.message : "The clock could not be moved. Please try again.");
    } finally {
      setBusy(false);
    }
  };
  if (!chat.onlineMeetingId) {
    return null;
  }

  const running = chat.meetingState === "running";
  const early = chat.meetingState === "scheduled" && !!chat.startsAt && new Date(chat.startsAt).getTime() - world.now().getTime() > earlyMs;
  const inside = world.people.filter((person) => deskOf(world, person.id).chats.some((other) => other.id === chat.id && other.inMeeting));
  const button = (name: MeetingStep, title: string, look = "") => (
    <button type="button" class={`button ${look}`} disabled={busy} onClick={() => void step(name)}>{title}</button>
  );
  return (
    <section class={running ? "stage running" : "stage"} aria-label="Meeting">
      <p class="stage-state">
        <Icon name="video" />
        <span role="status">
          {running ? "The meeting is running" : chat.meetingState === "ended" ? "The meeting has ended" : `Starts ${chat.startsAt ? dateTime(chat.startsAt) : "when somebody starts it"}`}
        </span>
      </p>
      {inside.length > 0 && (
        <ul class="inside" aria-label="In the meeting">
          {inside.map((person) => <li key={person.id} title={`${person.name}, ${person.agency}`}><Avatar name={person.name} /><span>{person.name.split(" ")[0]}</span></li>)}
        </ul>
      )}
      <div class="stage-buttons">
        {early && <button type="button" class="button primary" disabled={busy} onClick={() => void goToItsTime()}>{busy ? "Moving the clock…" : "Go to its time"}</button>}
        {!running && chat.meetingState !== "ended" && button("start", early ? "Try the link" : "Start meeting", early ? "" : "primary")}
        {!running && chat.meetingState === "ended" && button("start", "Start again")}
        {running && !chat.inMeeting && button("join", "Join", "primary")}
        {running && chat.inMeeting && button("leave", "Leave")}
        {running && chat.inMeeting && button("end", "End for all", "danger")}
      </div>
    </section>
  );
}
