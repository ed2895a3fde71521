import { useEffect, useRef } from "preact/hooks";
import { attachmentUrl } from "../api";
import { Avatar } from "../frame/Avatar";
import { moveFocus } from "../frame/focus";
import { Icon } from "../frame/Icon";
import type { Mail, Person } from "../model";
import { hrefOf } from "../route";
import { markSeen } from "../seen";
import { brief, dateTime } from "../time";
import { deskOf, type World } from "../world";
import { PlainMail } from "./PlainMail";
import { SafeHtml } from "./SafeHtml";

export function Mailbox({ world, me, open }: { world: World; me: Person; open: string | undefined }) {
  const list = useRef<HTMLElement>(null);
  const mails = [...deskOf(world, me.id).mail].sort((a, b) => b.at.localeCompare(a.at));
  const mail = mails.find((found) => found.id === open);
  const newest = mails[0]?.at;
  useEffect(() => {
    if (newest && !document.hidden) {
      markSeen(me.id, "mail", newest);
    }
  }, [newest]);

  return (
    <div class={`split ${mail ? "item-open" : ""}`}>
      <nav ref={list} class="list" aria-labelledby="mail-title" onKeyDown={(event) => moveFocus(event, list.current!, "a")}>
        <h2 id="mail-title">Inbox</h2>
        <p class="list-note">{me.mail}</p>
        {mails.length === 0 && <p class="empty">No mail yet.</p>}
        <ul>
          {mails.map((entry) => (
            <li key={entry.id}>
              <a class="row" href={hrefOf(me.id, "mail", entry.id)} aria-current={entry === mail ? "true" : undefined}>
                <span class="row-text">
                  <span class="row-top"><span class="row-title">{entry.subject}</span><time dateTime={entry.at}>{brief(entry.at, world.now())}</time></span>
                  <span class="row-preview">{isSent(entry) ? `Sent to ${entry.to?.join(", ")}` : entry.from}</span>
                </span>
                {!!entry.attachments?.length && <span class="quiet"><Icon name="attach" /><span class="sr">With attachment</span></span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {mail ? <Letter mail={mail} me={me} /> : <section class="pane blank" aria-label="Mail"><p class="welcome">{mails.length ? "Choose a mail to read it." : "What StrategyBot sends by mail appears here by itself."}</p></section>}
    </div>
  );
}

function Letter({ mail, me }: { mail: Mail; me: Person }) {
  return (
    <section class="pane letter" aria-labelledby="letter-title">
      <header class="pane-head">
        <a class="icon-button back" href={hrefOf(me.id, "mail")} aria-label="Back to the mails"><Icon name="back" /></a>
        <Avatar name={mail.from} />
        <div class="pane-title">
          <h2 id="letter-title">{mail.subject}</h2>
          <p class="quiet">{isSent(mail) ? `To ${mail.to?.join(", ")}` : mail.from}, <time dateTime={mail.at}>{dateTime(mail.at)}</time></p>
        </div>
      </header>
      <div class="letter-body" tabIndex={0} role="group" aria-label="Text of the mail">
        {!!mail.attachments?.length && (
          <ul class="attachments" aria-label="Attachments">
            {mail.attachments.map((attachment, n) => (
              <li key={n}><a href={attachmentUrl(me.id, mail.id, n)} download={attachment.name}><Icon name="attach" />{attachment.name}<span class="quiet">{size(attachment.size)}</span></a></li>
            ))}
          </ul>
        )}
        {mail.bodyType.toLowerCase() === "html" ? <div class="rich"><SafeHtml html={mail.body} /></div> : <PlainMail text={mail.body} />}
      </div>
    </section>
  );
}

const isSent = (mail: Mail) => mail.folder === "sentitems";
const size = (bytes: number) => (bytes < 1024 ? `${bytes} bytes` : `${Math.round(bytes / 1024)} KB`);
