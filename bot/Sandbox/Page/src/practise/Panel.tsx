import { useState } from "preact/hooks";
import type { Tools } from "../App";
import * as api from "../api";
import { RichText } from "../chats/RichText";
import { chairOf } from "../frame/advice";
import { Avatar } from "../frame/Avatar";
import { Icon } from "../frame/Icon";
import type { Person, Playing } from "../model";
import { useEnd, useParts } from "../parts/useParts";
import { time } from "../time";
import type { World } from "../world";
import { nextStep, type NextStep } from "./nextStep";
import { Sheet } from "./Sheet";

interface Props {
  world: World;
  me: Person;
  playing: Playing;
  tools: Tools;
  /** Called when the visitor goes somewhere else on the page. */
  onGo?: () => void;
}

/** Beside a practised case: what to do next, what to say, the paper behind it, what has happened, and in the end what is counted of it. Nothing is scored. */
export function Panel({ world, me, playing, tools, onGo }: Props) {
  const chair = chairOf(world, me);
  const parts = useParts(playing.chatId, [chair.id], world.version);
  const step = nextStep(world, me, chair, playing, parts?.get(chair.id), parts !== undefined);
  const end = useEnd(playing.chatId, chair.id, step.over === true);
  const { busy, run } = useDoing(tools);
  return (
    <>
      <section class="step" aria-labelledby="step-title">
        <h3 id="step-title">What to do next</h3>
        <p class="step-text" role="status">{step.text}</p>
        {end && <p>The service counts every meeting, and so it counts this one. It is no score.</p>}
        <Words step={step} />
        <div class="step-buttons">
          {step.open && <button type="button" class="button primary" onClick={() => { onGo?.(); tools.openDialog(step.open!.where, step.open!.data); }}>Open it</button>}
          {end && <button type="button" class="button primary" onClick={() => { onGo?.(); tools.openDialog(end.where, end.data); }}>{end.title}</button>}
          {step.href && <a class="button primary" href={step.href} onClick={onGo}>{step.go}</a>}
          {step.canBeDone && <button type="button" class="button" disabled={busy} onClick={() => void run(() => api.stepPractise(true))}>{busy ? "Doing it…" : "Do it for me"}</button>}
          {playing.asks.map((who) => <button key={who.id} type="button" class="button" disabled={busy} onClick={() => void run(() => api.askMore(who.id))}>Ask {who.name} what else there is</button>)}
        </div>
        {playing.trouble && <p class="failure" role="alert">This case can’t go on by itself: {playing.trouble}.</p>}
      </section>
      <details class="fold" open={!playing.chatId}>
        <summary>What was phoned in</summary>
        {playing.call.map((text, n) => <p key={n}>{text}</p>)}
      </details>
      {!playing.chatId && (
        <details class="fold" open>
          <summary>What you type to call the meeting</summary>
          <Sheet playing={playing} />
        </details>
      )}
      <Happened world={world} playing={playing} />
      <div class="step-buttons leave">
        <button type="button" class="button" disabled={busy} onClick={() => void run(api.leavePractise)}>{step.over ? "Take another case" : "Leave this case"}</button>
      </div>
    </>
  );
}

function Words({ step }: { step: NextStep }) {
  return step.open?.say ? (
    <div class="words">
      <RichText text={step.open.say} plain={false} />
      {step.open.behind && <div class="quiet"><RichText text={step.open.behind} plain={false} /></div>}
    </div>
  ) : null;
}

function Happened({ world, playing }: { world: World; playing: Playing }) {
  const name = (id: string) => world.people.find((person) => person.id === id)?.name ?? id;
  return (
    <section aria-labelledby="happened-title">
      <h3 id="happened-title">What has happened</h3>
      {playing.told.length === 0 && <p class="quiet">In this case: {playing.cast.map((person) => `${person.name}, ${person.agency}`).join("; ")}.</p>}
      <ol class="happened" aria-label="What has happened">
        {[...playing.told].reverse().map((line, n) => (
          <li key={playing.told.length - n}><Avatar name={name(line.who)} /><p>{name(line.who)} {line.what}<time class="quiet" dateTime={line.at}>{time(line.at)}</time></p></li>
        ))}
      </ol>
    </section>
  );
}

/** Runs one thing at a time, and says where it could not be done. */
export function useDoing(tools: Tools): { busy: boolean; run: (what: () => Promise<unknown>) => Promise<void> } {
  const [busy, setBusy] = useState(false);
  const run = async (what: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await what();
      await tools.refresh();
    } catch (why) {
      tools.say(why instanceof Error ? why.message : "That could not be done. Please try again.");
    } finally {
      setBusy(false);
    }
  };
  return { busy, run };
}

export const CaseMark = () => <span class="avatar meeting" aria-hidden="true"><Icon name="practise" /></span>;
