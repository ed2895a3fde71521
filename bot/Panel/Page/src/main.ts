import "@kit/fields.css";
import "./panel.css";
import "./service.css";
import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/text-input/define.js";
import { el, show } from "@kit/dom";
import { Kept, sweep } from "@kit/kept";
import { NoLine } from "@kit/wire";
import { Api, NoToken, NotForYou } from "./api";
import { meet } from "./host";
import { Notes } from "./notes";
import { Panel } from "./panel";
import { Service } from "./service";
import { wear } from "./theme";

const forTheChair = "This panel is for the chair. Your part is in the chat.";
const inTeams = "This page opens beside a meeting in Teams. Your part is in the meeting's chat.";

const sentence = (text: string): void => show(el("main", { class: "one" }, el("p", { role: "status" }, text)));

async function start(chat: string): Promise<void> {
  const api = new Api(chat);
  try {
    const first = await api.look(undefined, false);
    const panel = new Panel(api, first, await Kept.open(first.holder, first.keeps), new Notes(first.holder), (text) => sentence(text || forTheChair));
    await panel.start();
  } catch (why) {
    if (why instanceof NoToken && navigator.onLine) {
      // A guest has none, and one that is late comes.
      sentence(forTheChair);
      setTimeout(() => void start(chat), 30_000);
    } else if (why instanceof NoLine) {
      sentence(why.message
        || "There is no line just now. The panel opens by itself when it is back; what you typed is kept on this device.");
      setTimeout(() => void start(chat), 5_000);
    } else if (why instanceof NotForYou) {
      sentence(why.message || forTheChair);
    } else {
      sentence("The panel could not be drawn. Everything in it can also be done from the card in the chat.");
      throw why;
    }
  }
}

async function startBoard(): Promise<void> {
  try {
    await new Service(new Api(""), sentence).start();
  } catch (why) {
    if (!(why instanceof NoToken)) {
      sentence("The board could not be drawn. Type board to the bot in your own chat.");
      throw why;
    }
    // One that is late comes.
    sentence("Teams has not said who you are yet. The board opens by itself.");
    setTimeout(() => void startBoard(), 30_000);
  }
}

wear(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "default");
sweep(Date.now());
const host = await meet(wear);
if (host) {
  wear(host.theme);
  await (host.isBoard ? startBoard() : start(host.chat));
} else {
  sentence(inTeams);
}
