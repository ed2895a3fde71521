import type { Chat, Person } from "../model";
import type { Part } from "../parts/part";
import type { Parts } from "../parts/useParts";
import type { Place } from "../route";
import { deskOf, type World } from "../world";

export interface Advice {
  /** The stage of the journey, from 1. */
  stage: number;
  text: string;
  /** Who to be for it, if that is somebody else. */
  be?: Person;
  place?: Place;
  item?: string;
  /** The part that it is about, to be opened at once. */
  open?: Part;
}

export const stages = ["Convene", "Answer the invitation", "Meet", "Approve the minutes", "Follow up"];

// Before the call these are what an invitee has to do; the rest can wait for it.
const beforeTheCall = ["Answer the invitation", "Name your deputy", "Your written update", "Who to check"];
// What the chair had better leave until the others have done theirs.
const closing = ["Authorise the enquiry", "Agree immediate plan", "End the meeting"];
const minutes = ["Complete the record", "Draft of the minutes"];
const begins = (part: Part | undefined, titles: string[]) => titles.some((title) => part?.title.startsWith(title));

/** What to do next, told from people's chats and from what StrategyBot's own card tells each of them. */
export function advise(world: World, me: Person, meeting: Chat | undefined, parts: Parts | undefined): Advice {
  const chair = chairOf(world, me);
  if (!meeting) {
    return convene(world, me, chair);
  }
  if (!parts || parts.size === 0) {
    return { stage: 2, text: "The meeting is called. StrategyBot puts its card into the meeting's chat in a moment.", place: "chat", item: meeting.id };
  }

  const waits = (person: Person) => parts.get(person.id);
  const others = world.people.filter((person) => person.id !== me.id && person.id !== chair.id && waits(person));
  const be = (person: Person, stage: number): Advice => (person.id === me.id
    ? { stage, text: `Next for you: ${waits(me)!.title}.`, open: waits(me) }
    : { stage, text: `Next, be ${person.name} (${person.agency}): ${waits(person)!.title}.`, be: person, place: "chat", item: meeting.id });
  const everybody = [...(waits(me) && me.id !== chair.id ? [me] : []), ...others];

  if (meeting.meetingState === "scheduled" && !started(parts, chair)) {
    const invited = everybody.find((person) => begins(waits(person), beforeTheCall));
    return invited ? be(invited, 2) : {
      stage: 3, ...toBe(me, chair), place: "chat", item: meeting.id,
      text: chair.id === me.id ? "Everybody has answered. In the meeting's chat, go to the meeting's time and press Start meeting." : `Everybody has answered. ${chair.name} starts the meeting: be ${chair.name}.`,
    };
  }

  const mine = deskOf(world, me.id).chats.find((chat) => chat.id === meeting.id);
  if (meeting.meetingState === "running" && mine && !mine.inMeeting) {
    return { stage: 3, text: "The meeting is running. Press Join in its chat.", place: "chat", item: meeting.id };
  }

  const chairs = waits(chair);
  const stage = !chairs && everybody.every((person) => !begins(waits(person), ["What your agency knows", "Your view"])) ? 5 : begins(chairs, minutes) ? 4 : 3;
  const first = everybody[0];
  if (chair.id === me.id ? chairs && !(first && begins(chairs, closing)) : chairs && first?.id !== me.id && (stage === 4 || !first)) {
    return be(chair, stage);
  }
  return first ? be(first, stage) : {
    stage: 5, place: "clock", text: "The minutes are out, and nothing waits for anybody just now. Move the clock to see the reminders come, or be somebody and read their mail.",
  };
}

/** The meeting that the advice is about. */
export function latestMeeting(world: World): Chat | undefined {
  const meetings = world.people.flatMap((person) => deskOf(world, person.id).chats).filter((chat) => chat.kind === "meeting");
  const order = ["running", "scheduled", "ended"];
  return meetings.sort((a, b) => order.indexOf(a.meetingState ?? "scheduled") - order.indexOf(b.meetingState ?? "scheduled") || b.at.localeCompare(a.at))[0];
}

export const chairOf = (world: World, me: Person) => world.people[0] ?? me;
const toBe = (me: Person, chair: Person) => (chair.id === me.id ? {} : { be: chair });
const withArticle = (role: string) => `${/^[aeiou]/i.test(role) ? "an" : "a"} ${role.toLowerCase()}`;

/** The chair can start a meeting in the bot alone, without a call. */
const started = (parts: Parts, chair: Person) => begins(parts.get(chair.id), ["Confidentiality line", "Who is here", ...closing, ...minutes]);

function convene(world: World, me: Person, chair: Person): Advice {
  const personal = deskOf(world, chair.id).chats.find((chat) => chat.kind === "personal");
  if (chair.id !== me.id) {
    return { stage: 1, be: chair, place: "chat", item: personal?.id, text: `${chair.name}, ${withArticle(chair.role)}, calls the meeting: be ${chair.name}.` };
  }
  return {
    stage: 1, place: "chat", item: personal?.id,
    text: personal?.preview
      ? "Type convene, if StrategyBot's card isn't open yet. Answer it, and each that follows, until it says that the meeting is called."
      : `You are ${me.name}, ${withArticle(me.role)}. Type convene to call a meeting, or open Practise: it gives you a case, and agencies that answer.`,
  };
}
