import type { Desk } from "./model";

// Kept per browser, not per tab: what Sam has read in Sam's tab is read in everybody's.
const key = (person: string, what: string) => `seen:${person}:${what}`;

const told = new EventTarget();

export const markSeen = (person: string, what: string, at: string) => {
  if (isNew(person, what, at)) {
    localStorage.setItem(key(person, what), at);
    told.dispatchEvent(new Event("seen"));
  }
};

/** Calls back when something was read, here or in another tab. */
export function onSeen(changed: () => void): () => void {
  told.addEventListener("seen", changed);
  addEventListener("storage", changed);
  return () => {
    told.removeEventListener("seen", changed);
    removeEventListener("storage", changed);
  };
}

export const isNew = (person: string, what: string, at: string) => (localStorage.getItem(key(person, what)) ?? "") < at;

export const unreadChats = (person: string, desk: Desk) => desk.chats.filter((chat) => isNew(person, chat.id, chat.at)).length;
export const unreadMail = (person: string, desk: Desk) => desk.mail.filter((mail) => isNew(person, "mail", mail.at)).length;
export const news = (person: string, desk: Desk) => unreadChats(person, desk) + unreadMail(person, desk) + unansweredInvitations(desk);
export const unansweredInvitations = (desk: Desk) => desk.calendar.filter((event) => !isAnswered(event.response)).length;
export const isAnswered = (response: string | undefined) =>
  ["accepted", "declined", "tentativelyAccepted", "organizer"].includes(response ?? "none");
