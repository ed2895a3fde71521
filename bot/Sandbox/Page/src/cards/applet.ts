import { AdaptiveApplet, ActivityRequestTrigger, GlobalSettings, OpenUrlAction, RefreshMode, SubmitAction, type Action } from "adaptivecards";
import { mend } from "@kit/card";
import { openUrl } from "@kit/markdown";
import { hostConfig } from "./hostConfig";
import { TeamsChannel, withoutRefresh, type Where } from "./channel";
import { typedInto, withTyped } from "./typed";

// One automatic refresh when a card is shown, as Teams; AdaptiveApplet's own default is none.
Object.assign(GlobalSettings.applets.refresh, {
  mode: RefreshMode.Automatic,
  timeBetweenAutomaticRefreshes: 0,
  maximumConsecutiveAutomaticRefreshes: 1,
  allowManualRefreshesAfterAutomaticRefreshes: false,
});
GlobalSettings.applets.logEnabled = false;

const mostKept = 20;

export interface Listener {
  submit: (data: unknown) => void;
  say: (text: string) => void;
  fail: (text: string) => void;
  busy: (isBusy: boolean) => void;
}

/** A card in a conversation: Action.Execute and the automatic refresh work; the rest is told to the listener. */
export function createApplet(where: Where, mri: string, listener: Listener): { element: HTMLElement; show: (card: unknown) => void } {
  const applet = new AdaptiveApplet();
  applet.hostConfig = hostConfig;
  let touched = false;
  // The cards that were drawn here, as they came, the latest last. The chat is fetched all the while, and one that was asked for before
  // an answer may come after it: its card was drawn already, and must not take the words away that are typed into the next.
  const drawn: string[] = [];
  const draws = (card: string) => {
    drawn.push(card);
    drawn.splice(0, drawn.length - mostKept);
  };
  // A change of the message that comes while an answer is awaited is drawn after it.
  let asking = false;
  let waiting: unknown;
  applet.channelAdapter = new TeamsChannel(where, () => touched, draws);

  applet.onPrepareActivityRequest = (_, request) => {
    if (request.trigger === ActivityRequestTrigger.Manual) {
      touched = true;
      asking = true;
      listener.fail("");
      listener.busy(true);
    }
    return true;
  };
  applet.onCreateProgressOverlay = () => undefined;
  applet.onCardChanged = () => {
    touched = false;
    mend(applet.renderedElement);
  };
  const answered = () => {
    listener.busy(false);
    asking = false;
    if (waiting !== undefined) {
      const late = waiting;
      waiting = undefined;
      // The applet draws its answer first.
      queueMicrotask(() => show(late));
    }
  };
  applet.onActivityRequestSucceeded = (_, response, content) => {
    answered();
    if (typeof content === "string" && response.request.trigger === ActivityRequestTrigger.Manual) {
      listener.say(content);
    }
  };
  applet.onActivityRequestFailed = (_, response) => {
    answered();
    if (response.request.trigger === ActivityRequestTrigger.Manual) {
      listener.fail(response.error.message ?? "");
    }
    return -1;
  };
  applet.onAction = (_, action) => act(action, listener);
  applet.renderedElement.addEventListener("input", () => (touched = true));

  const show = (card: unknown) => {
    if (asking) {
      waiting = card;
      return;
    }
    const json = JSON.stringify(withoutRefresh(card));
    if (drawn.includes(json)) {
      return;
    }
    draws(json);
    const typed = typedInto(applet.card);
    applet.setCard(withTyped(refreshesFor(card, mri) ? card : withoutRefresh(card), typed));
    touched = typed.size > 0;
  };

  return { element: applet.renderedElement, show };
}

/** A refresh may name who gets a view of their own; without a list it is for everybody. */
function refreshesFor(card: unknown, mri: string): boolean {
  const listed = (card as { refresh?: { userIds?: string[] } }).refresh?.userIds;
  return !listed || listed.includes(mri);
}

function act(action: Action, listener: Listener): void {
  if (action instanceof OpenUrlAction) {
    openUrl(action.url);
  } else if (action instanceof SubmitAction) {
    listener.submit(action.data);
  }
}
