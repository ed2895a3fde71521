import type { Person, Playing } from "../model";
import type { Part } from "../parts/part";
import { hrefOf } from "../route";
import { deskOf, type World } from "../world";

export interface NextStep {
  text: string;
  /** Somewhere to go for it. */
  href?: string;
  go?: string;
  /** The part to open for it. */
  open?: Part;
  /** Whether it can be done for the visitor. */
  canBeDone: boolean;
  /** Whether the case is over. */
  over?: boolean;
}

/** Where a practised case stands for its chair. */
export function nextStep(world: World, me: Person, chair: Person, playing: Playing, part: Part | undefined, looked: boolean): NextStep {
  const desk = deskOf(world, chair.id);
  const chat = desk.chats.find((found) => found.id === playing.chatId);
  const personal = desk.chats.find((found) => found.kind === "personal");
  if (me.id !== chair.id) {
    return { text: `You play the chair. Just now you are ${me.name}.`, href: hrefOf(chair.id, "chat", chat?.id ?? personal?.id), go: `Be ${chair.name}`, canBeDone: false };
  }
  if (!chat) {
    return { text: "Call the meeting: type convene to StrategyBot and answer its cards. What you type stands below.", href: hrefOf(chair.id, "chat", personal?.id), go: "Open your chat with StrategyBot", canBeDone: true };
  }

  const meeting = hrefOf(chair.id, "chat", chat.id);
  if (chat.meetingState === "scheduled" && !isUnderWay(part)) {
    return { text: "The agencies answer by themselves. When you are ready, go to the meeting's time and start it.", href: meeting, go: "Open the meeting's chat", canBeDone: true };
  }
  if (chat.meetingState === "running" && !chat.inMeeting) {
    return { text: "The meeting is running without you: join it.", href: meeting, go: "Open the meeting's chat", canBeDone: false };
  }
  if (part) {
    return { text: part.title, open: part, canBeDone: true };
  }
  return looked
    ? { text: "Nothing waits for you any more: the minutes are with the agencies. Be one of them and look at what they were sent, or take another case.", canBeDone: false, over: true }
    : { text: "Looking where the meeting stands…", canBeDone: false };
}

/** Started in the bot alone, without the call. */
const isUnderWay = (part: Part | undefined) => ["Confidentiality line", "Who is here"].some((title) => part?.title.startsWith(title));
