import type { Desk } from "../model";
import { hrefOf, type Place } from "../route";
import { unansweredInvitations, unreadChats, unreadMail } from "../seen";
import { Icon } from "./Icon";

const entries: { place: Place; title: string }[] = [
  { place: "chat", title: "Chat" },
  { place: "calendar", title: "Calendar" },
  { place: "mail", title: "Mail" },
  { place: "clock", title: "Clock" },
  { place: "practise", title: "Practise" },
];

export function Rail({ me, place, desk }: { me: string; place: Place; desk: Desk }) {
  const counts: Partial<Record<Place, [number, string]>> = {
    chat: [unreadChats(me, desk), "unread"],
    calendar: [unansweredInvitations(desk), "unanswered"],
    mail: [unreadMail(me, desk), "unread"],
  };
  return (
    <nav class="rail" aria-label="Sandbox">
      {entries.map((entry) => {
        const [count, what] = counts[entry.place] ?? [0, ""];
        return (
          <a key={entry.place} href={hrefOf(me, entry.place)} aria-current={entry.place === place ? "page" : undefined}>
            <span class="rail-icon">
              <Icon name={entry.place} />
              {count > 0 && <span class="badge" aria-hidden="true">{count}</span>}
            </span>
            {entry.title}
            {count > 0 && <span class="sr">, {count} {what}</span>}
          </a>
        );
      })}
    </nav>
  );
}
