import { useEffect, useReducer, useState } from "preact/hooks";
import { Calendar } from "./calendar/Calendar";
import { Chats } from "./chats/Chats";
import type { Where } from "./cards/channel";
import { Clock } from "./clock/Clock";
import { Dialog } from "./dialogs/Dialog";
import { Guide } from "./frame/Guide";
import { PeopleMenu } from "./frame/PeopleMenu";
import { Rail } from "./frame/Rail";
import { ThemeToggle } from "./frame/ThemeToggle";
import { Toasts, useToasts } from "./frame/Toasts";
import { Mailbox } from "./mail/Mailbox";
import { Beside } from "./practise/Beside";
import { Choose } from "./practise/Choose";
import { useCast } from "./practise/usePractise";
import { news, onSeen } from "./seen";
import { useRoute, type Place } from "./route";
import { dateTime } from "./time";
import { useWorld, deskOf } from "./world";

const clockTickMs = 15_000;

export interface OpenDialog {
  where: Where;
  data: unknown;
  /** Another dialog, even from the same button, starts afresh. */
  number: number;
}

export function App() {
  const route = useRoute();
  const me = route.as ?? "chair";
  const { world, refresh } = useWorld(me);
  const { toasts, say } = useToasts();
  const [dialog, setDialog] = useState<OpenDialog>();
  const person = world.people.find((found) => found.id === me || found.aadObjectId === me);
  const desk = deskOf(world, me);

  const { playing } = world.practise;
  useCast(playing);

  const count = person ? news(me, desk) : 0;
  useRedraw();
  useEffect(() => {
    document.title = `${count ? `(${count}) ` : ""}${person ? `${person.name} – ` : ""}Sandbox`;
  }, [person?.name, count]);

  const tools = { say, refresh, openDialog: (where: Where, data: unknown) => setDialog((last) => ({ where, data, number: (last?.number ?? 0) + 1 })) };
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); document.getElementById("main")?.focus(); }}>Skip to content</a>
      <header class="top">
        <p class="banner"><strong>Sandbox</strong><span>: fictional people, nothing leaves this machine</span></p>
        <p class="top-clock">{world.loaded && <><span class="sr">Case clock: </span>{dateTime(world.now())}</>}</p>
        <ThemeToggle />
        <PeopleMenu world={world} me={person} />
      </header>
      <Rail me={me} place={route.place} desk={desk} />
      <main id="main" class={`main ${route.place} ${route.item ? "one" : "all"}`} tabIndex={-1}>
        <h1 class="sr">{titles[route.place]}</h1>
        {world.trouble && <p class="trouble" role="alert">{world.trouble}</p>}
        {world.loaded && person && !playing && <Guide world={world} me={person} route={route} tools={tools} />}
        {!world.loaded && !world.trouble && <p class="empty" role="status">Opening the sandbox…</p>}
        {world.loaded && !person && <p class="empty">Nobody here is called “{me}”. Choose a person at the top right.</p>}
        {world.loaded && person && (
          <div class="place" key={`${me}/${route.place}`}>
            {route.place === "chat" && <Chats world={world} me={person} open={route.item} tools={tools} />}
            {route.place === "calendar" && <Calendar world={world} me={person} tools={tools} />}
            {route.place === "mail" && <Mailbox world={world} me={person} open={route.item} />}
            {route.place === "clock" && <Clock world={world} tools={tools} />}
            {route.place === "practise" && <Choose world={world} me={person} tools={tools} />}
          </div>
        )}
      </main>
      {world.loaded && person && playing && <Beside world={world} me={person} playing={playing} tools={tools} />}
      <Toasts toasts={toasts} />
      {dialog && <Dialog key={dialog.number} where={dialog.where} data={dialog.data} onClose={() => setDialog(undefined)} />}
    </>
  );
}

/** The clock runs on, and what was read in another tab is read here. */
function useRedraw(): void {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const tick = setInterval(redraw, clockTickMs);
    const stop = onSeen(() => redraw(undefined));
    return () => {
      clearInterval(tick);
      stop();
    };
  }, []);
}

const titles: Record<Place, string> = { chat: "Chat", calendar: "Calendar", mail: "Mail", clock: "Case clock", practise: "Practise" };

export type Tools = {
  say: (text: string) => void;
  refresh: () => Promise<void>;
  openDialog: (where: Where, data: unknown) => void;
};
