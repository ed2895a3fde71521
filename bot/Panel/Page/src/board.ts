import { button, el } from "@kit/dom";
import type { Agency, Board, ChildNow, Group, News, Opens, Ring } from "./api";
import { forSome } from "./hiddenNames";
import { icon } from "./icons";

type Mask = (text: string) => string;
type Go = (open: Opens) => void;

interface Head { clock: Clock; hasLine: boolean; viewedAt: string; namesShown: boolean; toggleNames: () => void }

interface Clock { time: string; beside: string; part: number }

const minute = 60_000;

/** How long it runs, of how long; before it how long until it begins. */
export function clockOf({ time }: Board, now: Date): Clock {
  const at = (text: string) => new Date(text).getTime();
  const long = Math.round((at(time.endsAt) - at(time.startsAt)) / minute);
  if (!time.startedAt) {
    const left = Math.ceil((at(time.startsAt) - now.getTime()) / minute);
    const says = left > 24 * 60 ? `${Math.floor(left / 60 / 24)} d` : left > 120 ? `${Math.floor(left / 60)} h` : left > 0 ? `${left} min` : "Now";
    return { time: says, beside: left > 0 ? `to ${time.starts}` : `due ${time.starts}`, part: 0 };
  }
  const run = Math.max(0, Math.floor(((time.endedAt ? at(time.endedAt) : now.getTime()) - at(time.startedAt)) / minute));
  const two = (number: number) => String(number).padStart(2, "0");
  return { time: `${two(Math.floor(run / 60))}:${two(run % 60)}`, beside: time.endedAt ? "ended" : `of ${long} min`, part: Math.min(1, run / Math.max(1, long)) };
}

export function head(board: Board, { clock, hasLine, viewedAt, namesShown, toggleNames }: Head): HTMLElement {
  const isRunning = board.time.startedAt !== undefined && board.time.endedAt === undefined;
  const bar = el("progress", { class: "bar", max: "100", value: String(Math.round(clock.part * 100)), "aria-label": "Time used" });
  return el("header", {},
    el("div", { class: "top" },
      el("h1", {}, `${board.case} ${board.word}`),
      el("fluent-button" as "button", {
        shape: "circular", size: "small", class: "names", role: "button", "data-key": "names", "aria-pressed": String(!namesShown), onclick: toggleNames,
      }, icon(namesShown ? "eye" : "hidden"), el("span", {}, namesShown ? "Names showing" : "Names hidden"))),
    el("div", { class: "time" },
      ...(hasLine
        ? isRunning ? [el("span", { class: "live" }, icon("dot"), "Live")] : []
        : [el("span", { class: "offline" }, icon("error"), "Offline")]),
      el("span", { class: "clock" }, clock.time),
      el("span", { class: "caption" }, clock.beside),
      el("span", { class: board.time.isLate && !board.time.isHeld ? "hold late" : "hold" },
        ...(board.time.isHeld ? [icon("tick", "good")] : []), `${board.time.isLate && !board.time.isHeld ? "Late: hold by" : "Hold by"} ${board.time.holdBy.replace(/^today /, "")}`)),
    bar,
    ...(hasLine ? [] : [el("p", { class: "old" }, `This view is from ${viewedAt}. What you type is kept on this device.`)]),
    ...(namesShown ? [namesBand(toggleNames)] : []));
}

export const namesBand = (hide: () => void): HTMLElement =>
  el("div", { class: "showing" }, el("span", {}, icon("eye"), "Names are showing"), button("Hide", hide, "link"));

const where = (child: ChildNow, mask: Mask, namesShown: boolean): string =>
  child.isForSome && child.where && !namesShown ? forSome : mask(child.where);

export function children(board: Board, mask: Mask, namesShown: boolean, go: Go): HTMLElement[] {
  return board.children.map((child, at) => el("details", { class: "row child", "data-key": `child-${at}` },
    el("summary", {}, icon("shield"), childLine(child), icon("more", "chevron")),
    el("div", { class: "unfolded" },
      el("p", {}, where(child, mask, namesShown) || "Where the child is was not said yet."),
      ...(child.open ? [button("Open", () => go(child.open!), "link")] : []))));
}

function childLine(child: ChildNow): HTMLElement {
  return child.isConfirmed ? el("span", {}, `${child.label}: `, el("strong", {}, "confirmed safe"))
    : child.by ? el("span", { class: child.isOverdue ? "late" : "" }, `${child.label}: `, el("strong", {}, child.by))
    : el("span", {}, `${child.label}: `, el("strong", {}, child.isKnown ? "where saved" : "where not said yet"));
}

const core = (board: Board): Agency[] => board.agencies.filter((agency) => agency.isCore);

export function agencies(board: Board): HTMLElement[] {
  const here = board.agencies.filter((agency) => agency.isHere);
  const away = board.agencies.filter((agency) => !agency.isHere && !board.rings.some((ring) => ring.agency === agency.name && !ring.because));
  return [
    el("div", { class: "row here" }, icon("people"),
      el("ul", { "aria-label": "Who is here" }, ...(here.length > 0
        ? here.map((agency) => el("li", { title: agency.people }, icon("tick", "good"), short(agency.name)))
        : [el("li", {}, "Nobody is ticked yet")]))),
    ...(away.length === 0 ? [] : [el("p", { class: "row away" }, `Not here: ${away.map((agency) => short(agency.name)).join(", ")}`)]),
  ];
}

export function rings(board: Board, go: Go): HTMLElement[] {
  return board.rings.map((ring) => el("div", { class: "row ring" },
    icon("warning", "missing"),
    el("span", {}, ring.because || (board.agencies.some((one) => one.name === ring.agency && one.isHere)
      ? `${short(ring.agency)}: nobody who can decide` : `${short(ring.agency)} isn't here`)),
    el("a", { class: "phone", href: ring.tel, "data-key": `ring-${ring.agency}`, title: ring.whom }, icon("phone"), ring.phone),
    ...(ring.outcomes.length > 0 ? [outcomes(ring, go)] : [])));
}

function outcomes(ring: Ring, go: Go): HTMLElement {
  return el("details", { class: "outcomes", "data-key": `rung-${ring.agency}` },
    el("summary", {}, "When you have rung"),
    el("div", {}, ...ring.outcomes.map((outcome) => button(outcome.title, () => go(outcome.open)))));
}

/** Before it begins: the children first, then the agency that is missing, then who comes. */
export function before(board: Board, mask: Mask, namesShown: boolean, go: Go, isBusy: boolean): HTMLElement[] {
  const others = board.agencies.filter((agency) => !board.rings.some((ring) => ring.agency === agency.name));
  return [
    el("h2", {}, "Where the children are"),
    el("ul", { class: "list" }, ...board.children.map((child) => el("li", {},
      icon(child.isKnown ? "done" : "open", child.isKnown ? "good" : ""),
      el("div", {},
        el("p", {}, el("strong", {}, child.label), child.by ? ` · ${child.by}` : ""),
        el("p", {}, where(child, mask, namesShown) || "Not said yet.", ...(child.open ? [" ", button("Open", () => go(child.open!), "link")] : [])))))),
    el("div", { class: "title" }, el("h2", {}, "Who is coming"),
      el("span", { class: "caption" }, `Core agencies ${core(board).filter((one) => one.isHere).length} of ${core(board).length}`)),
    ...board.rings.map((ring, at) => el("div", { class: "missing-agency" },
      el("p", {}, icon("warning", "missing"), el("strong", {}, `${short(ring.agency)}: ${stateOf(board, ring)}`)),
      ...(ring.whom ? [el("p", { class: "caption" }, ring.whom)] : []),
      el("a", { class: at === 0 && !isBusy ? "phone primary" : "phone", href: ring.tel, "data-key": `ring-${ring.agency}` }, icon("phone"), `Ring ${ring.phone}`),
      el("p", { class: "caption" }, "When you have rung"),
      el("div", { class: "choices" }, ...ring.outcomes.map((outcome) => button(outcome.title, () => go(outcome.open)))))),
    el("ul", { class: "list" }, ...others.map((agency) => el("li", {},
      icon(agency.isHere ? (agency.state.includes("not checked") ? "half" : "done") : "open", agency.isHere && !agency.state.includes("not checked") ? "good" : ""),
      el("div", {},
        el("p", {}, el("strong", {}, short(agency.name)), agency.people ? ` · ${agency.people}` : ""),
        el("p", { class: "caption" }, sentence(agency.state)))))),
  ];
}

const stateOf = (board: Board, ring: Ring): string => board.agencies.find((agency) => agency.name === ring.agency)?.state ?? "no answer yet";

export function news(unread: News[], mask: Mask, read: (one: News) => void): HTMLElement {
  const [one, ...older] = unread;
  return el("div", { class: "news" }, ...(one
    ? [
        icon("dot", "new"),
        el("span", { class: "what", title: mask(one.text) }, mask(one.text)),
        el("span", { class: "caption" }, older.length > 0 ? `+${older.length}` : one.at),
        button(one.open ? "Read" : "Seen", () => read(one), "link"),
      ]
    : [el("span", { class: "caption" }, "Nothing new")]));
}

export function tabs(groups: Group[], chosen: string | undefined, choose: (name: string) => void): HTMLElement {
  const list = el("div", { role: "tablist", "aria-label": "Parts of the meeting", class: "tabs" }, ...groups.map((group) =>
    el("button", {
      type: "button", role: "tab", id: `tab-${group.name}`, "aria-selected": String(group.name === chosen), "aria-controls": "parts",
      tabindex: group.name === chosen ? "0" : "-1", "data-key": `tab-${group.name}`, onclick: () => choose(group.name),
    },
    el("span", {}, group.name),
    el("span", { class: "count" }, ...(group.of > 0 && group.done === group.of ? [icon("tick", "good")] : []), group.of === 0 ? "–" : `${group.done}/${group.of}`))));
  list.addEventListener("keydown", (event) => {
    const at = groups.findIndex((group) => `tab-${group.name}` === (event.target as HTMLElement).closest<HTMLElement>("[role=tab]")?.id);
    const to = event.key === "ArrowRight" ? at + 1 : event.key === "ArrowLeft" ? at - 1 : event.key === "Home" ? 0 : event.key === "End" ? groups.length - 1 : -9;
    if (to > -9 && groups.length > 0) {
      // Arrows only lead there: whoever types in a form isn't taken out of it.
      event.preventDefault();
      list.querySelectorAll<HTMLElement>("[role=tab]")[(to + groups.length) % groups.length]?.focus();
    }
  });
  return list;
}

/** What is still to be answered before the record is complete: one's own first, each with its button. */
function missing(board: Board, mask: Mask, go: Go): HTMLElement[] {
  const groups = [...new Set(board.missing.map((one) => one.whose))];
  return board.missing.length === 0 ? [] : [el("div", { class: "missing-parts" },
    el("h2", {}, `Missing: ${board.missing.length}`),
    ...groups.flatMap((whose) => {
      const theirs = board.missing.filter((one) => one.whose === whose);
      return [
        el("p", { class: "caption" }, el("strong", {}, whose || "You"), ` ${theirs.length}`),
        el("ul", {}, ...theirs.map((one) => el("li", {},
          el("span", {}, mask(one.sentence), ...(one.asked ? [el("span", { class: "caption" }, one.asked)] : [])),
          ...(one.ask ? [about(one.ask.title, mask(one.sentence), () => go(one.ask!.open))] : []),
          about("Answer", mask(one.sentence), () => go(one.open))))),
      ];
    }))];
}

export function parts(
  board: Board, group: Group | undefined, mask: Mask, current: string | undefined, open: (id: string) => void, go: Go,
): HTMLElement {
  return el("section", { class: "parts", id: "parts", role: "tabpanel", "aria-label": group?.name ?? "Parts" },
    ...(group === undefined ? [] : [el("ul", {}, ...group.parts.filter((part) => part.id !== current).map((part) => el("li", {},
      el("button", { type: "button", "data-key": `part-${part.id}`, onclick: () => open(part.id) },
        icon(part.isDone ? "done" : part.isOpen ? "half" : "open", part.isDone ? "good" : ""),
        el("span", { class: "what" }, el("span", {}, mask(part.title)), el("span", { class: "caption" }, mask(part.state))),
        icon("more", "chevron"))))), ...(group.endsIt ? missing(board, mask, go) : [])]));
}

/** Many rows have the same button: a screen reader says of which it is. */
function about(title: string, sentence: string, press: () => void): HTMLElement {
  const one = button(title, press);
  one.setAttribute("aria-label", `${title}: ${sentence}`);
  return one;
}

const short = (agency: string): string => agency.replace("Children's social care", "Social care");
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
