import "./tasks.css";
import { el, button } from "@kit/dom";
import type { Fields } from "@kit/wire";

export interface Task { id: string; title: string; said: string; isDone: boolean; go: string; verb: string; data: Fields; url?: string }

export interface Tasks {
  title: string;
  when: string;
  first: string[];
  tasks: Task[];
  allDone?: string;
  join?: { when: string; starts: string; url?: string; stays: string };
}

/** What is asked of somebody, what they answered, and the one thing to do next; once all is done, where it goes on. */
export function taskList(tasks: Tasks, whole: boolean, open: (task: Task) => void, unfold: () => void): HTMLElement {
  const next = tasks.tasks.find((task) => !task.isDone);
  return el("div", { class: "tasks" }, ...(next || whole || tasks.tasks.length === 0
    ? [
      el("h1", { tabindex: "-1" }, tasks.title),
      el("p", { class: "quiet" }, tasks.when),
      el("div", { class: "bar", "aria-hidden": "true" }, ...tasks.tasks.map((task) => el("span", { class: task.isDone ? "done" : "" }))),
      ...first(tasks.first),
      el("ol", { class: "rows" }, ...tasks.tasks.map((task, at) => row(task, at + 1, task === next, open))),
      ...(next ? [button(`Go on: ${next.go}`, () => open(next), "primary wide")] : joining(tasks)),
    ]
    : [
      el("div", { class: "tick", "aria-hidden": "true" }, "✓"),
      el("h1", { tabindex: "-1" }, "You're done"),
      el("p", {}, tasks.allDone ?? ""),
      ...joining(tasks),
      ...first(tasks.first),
      el("div", { class: "answers" }, el("span", {}, "Your answers"), button("See or change", unfold, "link")),
    ]));
}

function row(task: Task, number: number, isNext: boolean, open: (task: Task) => void): HTMLElement {
  const mark = el("span", { class: task.isDone ? "mark done" : isNext ? "mark next" : "mark", "aria-hidden": "true" }, task.isDone ? "✓" : String(number));
  const said = el("span", { class: "words" },
    el("span", { class: isNext ? "title next" : "title" }, task.title),
    el("span", { class: "quiet" }, el("span", { class: "sr" }, task.isDone ? "Done: " : "To do: "), task.said));
  if (isNext) {
    return el("li", {}, mark, said);
  }
  const press = button(task.isDone ? "Change" : "Open", () => open(task), "link");
  press.setAttribute("aria-label", `${task.isDone ? "Change" : "Open"}: ${task.title}`);
  return el("li", {}, mark, said, press);
}

/** What an agency has to know in five seconds. */
const first = (lines: string[]): HTMLElement[] => lines.length === 0 ? [] : [
  el("div", { class: "first" }, ...lines.map((line, at) => el("p", {}, at === 0 ? el("strong", {}, line) : ring(line)))),
];

/** A number to ring is one tap away. */
function ring(line: string): Node {
  const number = /^Ring (.+), (\+?[\d ]{8,})\.$/.exec(line);
  return number ? el("a", { class: "ring", href: `tel:${number[2]!.replace(/ /g, "")}` }, `${number[1]}, ${number[2]}`) : document.createTextNode(line);
}

const joining = ({ join }: Tasks): HTMLElement[] => !join ? [] : [
  el("div", { class: "join" },
    el("p", { class: "quiet" }, "Next"),
    el("p", { class: "when" }, join.when),
    el("p", {}, join.starts),
    ...(join.url ? [el("a", { class: "primary wide", href: join.url, target: "_blank", rel: "noopener noreferrer" }, "Join")] : [])),
  el("p", {}, `In the meeting you give your view here. Until then you can close this page. ${join.stays}`),
];
