import type { Chat, Person } from "../model";
import { isAnswered } from "../seen";
import { deskOf, type World } from "../world";

export interface Advice {
  /** The stage of the journey, from 1. */
  stage: number;
  text: string;
  /** Who to be for it, if that is somebody else. */
  be?: Person;
  place?: "chat" | "calendar" | "mail" | "clock";
  item?: string;
}

export const stages = ["Convene", "Answer the invitation", "Meet", "Approve the minutes", "Follow up"];

/** What to do next, told from nothing but what lies in people's chats, calendars and mailboxes. */
export function advise(world: World, me: Person): Advice {
  const chair = world.people[0] ?? me;
  const toChair = chair.id === me.id ? {} : { be: chair };
  const meeting = latestMeeting(world);
  const personal = deskOf(world, chair.id).chats.find((chat) => chat.kind === "personal");
  if (!meeting) {
    return {
      stage: 1, ...toChair, place: "chat", item: personal?.id,
      text: chair.id === me.id
        ? `You are ${me.name}, ${withArticle(me.role)}. Type convene to start, then follow StrategyBot's cards until the invitations are sent.`
        : `${chair.name}, ${withArticle(chair.role)}, convenes the meeting: be ${chair.name} and type convene.`,
    };
  }

  if (meeting.meetingState === "running") {
    return running(world, me, chair, meeting);
  }
  if (meeting.meetingState === "ended") {
    return ended(world, me, chair, personal, meeting);
  }
  const waiting = world.people.find((person) => deskOf(world, person.id).calendar.some((event) => event.chatId === meeting.id && !isAnswered(event.response)));
  return waiting
    ? { stage: 2, text: waiting.id === me.id ? "You have an invitation. Answer it in your calendar." : `Next, be ${waiting.name} (${waiting.agency}) and answer the invitation in the calendar.`, ...(waiting.id === me.id ? {} : { be: waiting }), place: "calendar" }
    : { stage: 3, text: "Everybody has answered. Open the meeting's chat and press Start meeting.", ...toChair, place: "chat", item: meeting.id };
}

function running(world: World, me: Person, chair: Person, meeting: Chat): Advice {
  const outside = world.people.filter((person) => deskOf(world, person.id).chats.some((chat) => chat.id === meeting.id && !chat.inMeeting));
  const next = outside.find((person) => person.id === me.id) ?? outside[0];
  if (next) {
    return { stage: 3, place: "chat", item: meeting.id, ...(next.id === me.id ? { text: "Press Join, then open your part from StrategyBot's card." } : { be: next, text: `Next, be ${next.name} (${next.agency}), join, and fill in that agency's part from StrategyBot's card.` }) };
  }
  const text = "Everybody is in. Each opens their own part from StrategyBot's card; the chair records risk, plan and safety plan, then ends the meeting.";
  return { stage: 3, text, place: "chat", item: meeting.id, ...(chair.id === me.id ? {} : { be: chair }) };
}

function ended(world: World, me: Person, chair: Person, personal: Chat | undefined, meeting: Chat): Advice {
  const reader = world.people.find((person) => person.id !== chair.id && deskOf(world, person.id).mail.some((mail) => (!!mail.attachments?.length || /minutes/i.test(mail.subject)) && mail.at >= (meeting.startsAt ?? "")));
  return reader
    ? { stage: 5, text: `The minutes are out. Read them as ${reader.name} in Mail; move the Clock to see reminders come.`, ...(reader.id === me.id ? {} : { be: reader }), place: "mail" }
    : { stage: 4, text: "The meeting is over. The chair completes the record and approves the minutes in the chat with StrategyBot.", ...(chair.id === me.id ? {} : { be: chair }), place: "chat", item: personal?.id };
}

function latestMeeting(world: World): Chat | undefined {
  const meetings = world.people.flatMap((person) => deskOf(world, person.id).chats).filter((chat) => chat.kind === "meeting");
  const order = ["running", "scheduled", "ended"];
  return meetings.sort((a, b) => order.indexOf(a.meetingState ?? "scheduled") - order.indexOf(b.meetingState ?? "scheduled") || b.at.localeCompare(a.at))[0];
}

const withArticle = (role: string) => `${/^[aeiou]/i.test(role) ? "an" : "a"} ${role.toLowerCase()}`;
