import type { Tools } from "../App";
import * as api from "../api";
import { CardView } from "../cards/CardView";
import { unreachable } from "../cards/channel";
import { Avatar } from "../frame/Avatar";
import { CARD, type Attachment, type Chat, type Message, type Person } from "../model";
import { time } from "../time";
import { RichText } from "./RichText";

const groupMs = 5 * 60_000;

interface Props {
  message: Message;
  before: Message | undefined;
  me: Person;
  chat: Chat;
  tools: Tools;
}

const isFullWidth = ({ content }: Attachment) => (content as { msteams?: { width?: string } } | null)?.msteams?.width === "Full";

interface TeamsButton {
  msteams?: { type?: string; value?: string };
}

export function MessageView({ message, before, me, chat, tools }: Props) {
  const mri = `29:${me.aadObjectId}`;
  const mine = [me.id, me.aadObjectId, mri].includes(message.from.id);
  const follows = before?.from.id === message.from.id && new Date(message.at).getTime() - new Date(before.at).getTime() < groupMs;
  const where = { person: me.id, chat: chat.id, message: message.id };

  // Action.Submit: what Teams does is said in data.msteams.
  const submit = (data: unknown) => {
    const button = (data as TeamsButton | undefined)?.msteams;
    if (button?.type === "task/fetch") {
      tools.openDialog(where, data);
      return;
    }
    const sent = button?.type === "imBack" ? api.send(me.id, chat.id, button.value ?? "") : api.sendValue(me.id, chat.id, data, message.id);
    sent.then(tools.refresh, () => tools.say(unreachable));
  };

  return (
    <article class={`message ${mine ? "mine" : "theirs"} ${follows ? "follows" : ""}`} aria-label={`${message.from.name}, ${time(message.at)}`}>
      {!mine && (follows ? <span class="avatar gap" /> : <Avatar name={message.from.name} bot={message.from.bot} />)}
      <div class={message.attachments?.some(isFullWidth) ? "message-body full" : "message-body"}>
        {!follows && (
          <p class="message-head">
            {!mine && <span class="message-name">{message.from.name}</span>}
            {message.from.bot && <span class="app-badge">App</span>}
            <time dateTime={message.at}>{time(message.at)}</time>
            {message.edited && <span>Edited</span>}
          </p>
        )}
        {message.text && <div class="bubble"><RichText text={message.text} plain={!message.from.bot || message.textFormat === "plain"} /></div>}
        {message.attachments?.map((attachment, n) => attachment.contentType === CARD
          ? <CardView key={n} card={attachment.content} where={where} mri={mri} onSubmit={submit} onSay={tools.say} />
          : <p key={n} class="bubble quiet">An attachment of type {attachment.contentType}</p>)}
      </div>
    </article>
  );
}
