import type { Tools } from "../App";
import * as api from "../api";
import { chairOf } from "../frame/advice";
import type { Person } from "../model";
import { go, hrefOf } from "../route";
import { deskOf, type World } from "../world";
import { CaseMark, useDoing } from "./Panel";

interface Props {
  world: World;
  me: Person;
  tools: Tools;
}

/** Which case to practise on. */
export function Choose({ world, me, tools }: Props) {
  const { busy, run } = useDoing(tools);
  const chair = chairOf(world, me);
  const personal = deskOf(world, chair.id).chats.find((chat) => chat.kind === "personal");
  const start = (id: string) => run(async () => {
    await api.startPractise(id);
    go(hrefOf(chair.id, "chat", personal?.id));
  });
  return (
    <section class="pane page practise" aria-labelledby="practise-title">
      <h2 id="practise-title">Practise</h2>
      <p>You chair a case that is made up. The agencies answer by themselves: one stays silent, one disagrees with you. At each step you are told what to do next, what you could say and which paper stands behind it. Nothing is scored.</p>
      {world.practise.playing && <p>You are in the middle of “{world.practise.playing.title}”. Another case begins afresh; what was recorded stays.</p>}
      <ul class="cases">
        {world.practise.cases.map((one) => (
          <li key={one.id}>
            <CaseMark />
            <div>
              <h3 id={`case-${one.id}`}>{one.title}</h3>
              <p>{one.about}</p>
              <button type="button" class="button primary" aria-describedby={`case-${one.id}`} disabled={busy} onClick={() => void start(one.id)}>Chair this case</button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
