import "@kit/fields.css";
import "./page.css";
import * as api from "./api";
import { SignedOut } from "@kit/wire";
import { el, show } from "@kit/dom";
import { Kept, sweep } from "@kit/kept";
import { Session } from "./session";
import { showSignedOut, showSignIn } from "./signIn";

let open: Session | undefined;

/** What the address says: a link's token, as in the mail, or which of this browser's sessions. Neither is ever sent in an address. */
async function start(): Promise<void> {
  open?.close();
  open = undefined;
  const hash = location.hash.slice(1);
  const token = hash.startsWith("s=") ? "" : hash;
  const label = token ? await labelOf(token) : hash.slice(2);
  if (!(await resume(label)) && !(token && await resume(await knownAs(token)))) {
    showSignIn(token, (signedIn) => void resume(signedIn));
  }
}

/** Goes on where this device is signed in already. */
async function resume(label: string): Promise<boolean> {
  if (!/^[0-9a-f]{12}$/.test(label)) {
    return false;
  }
  try {
    const me = await api.me(label);
    const session = new Session(label, me, await Kept.open(me.holder, me.keeps), (isLeaving) => (isLeaving ? leave() : void start()));
    open = session;
    // From here on the address holds no token: it would stay in the browser's history.
    history.replaceState(null, "", `#s=${label}`);
    await session.start();
    return true;
  } catch (why) {
    if (why instanceof SignedOut) {
      return false;
    }
    waitForLine();
    return true;
  }
}

/** Another letter's link for whoever is signed in here already: the code is asked once on a device. */
async function knownAs(token: string): Promise<string> {
  try {
    return await api.known(token) ?? "";
  } catch {
    return "";
  }
}

function leave(): void {
  open = undefined;
  history.replaceState(null, "", location.pathname);
  showSignedOut();
}

function waitForLine(): void {
  show(el("main", { class: "narrow" }, el("h1", {}, "No line"), el("p", { role: "status" }, "This page opens by itself when you are online again. What you typed is kept on this device.")));
  setTimeout(() => void start(), 5_000);
}

/** As the server names a session: the first letters of the token's SHA-256. */
async function labelOf(token: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token)));
  return [...hash.slice(0, 6)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

sweep(Date.now());
addEventListener("hashchange", () => void start());
void start();
