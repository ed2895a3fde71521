import * as api from "../api";
import { currentTheme } from "../frame/theme";

interface Request { id: number; uuidAsString?: string; func: string; args?: unknown[] }

interface Where { person: { id: string; aadObjectId: string; tenantId: string }; chat: string; meeting: string | undefined; isPersonal: boolean }

const contrast = matchMedia("(prefers-contrast: more)");
const theme = (): string => (contrast.matches ? "contrast" : currentTheme() === "dark" ? "dark" : "default");

/** Teams as a tab of the meeting knows it: answers @microsoft/teams-js in the frame (side panel facts §7). @returns What ends it. */
export function hostTab(frame: HTMLIFrameElement, url: string, where: Where): () => void {
  const origin = new URL(url, location.href).origin;
  const post = (message: unknown) => frame.contentWindow?.postMessage(message, origin);

  const answers: Record<string, (args: unknown[]) => unknown[] | Promise<unknown[]> | undefined> = {
    initialize: () => [where.isPersonal ? "content" : "sidePanel", "desktop", JSON.stringify({ apiVersion: 4, supports: { pages: {}, dialog: {} } }), "2.0.1"],
    getContext: () => [{
      // The app's own tab is of no chat.
      ...(where.isPersonal ? { frameContext: "content", entityId: "board" }
        : { frameContext: "sidePanel", entityId: "panel", chatId: where.chat, meetingId: where.meeting }),
      userObjectId: where.person.aadObjectId,
      tid: where.person.tenantId,
      theme: theme(),
      locale: "en-gb",
    }],
    "authentication.getAuthToken": async () => {
      try {
        return [true, await api.token(where.person.id)];
      } catch {
        return [false, "resourceDisabled"];
      }
    },
    "settings.getSettings": () => [{ entityId: where.isPersonal ? "board" : "panel", contentUrl: url }],
    executeDeepLink: () => [true],
  };

  const hear = async (event: MessageEvent) => {
    if (event.source !== frame.contentWindow || event.origin !== origin) {
      return;
    }
    const asked = event.data as Request;
    const args = await answers[asked.func]?.(asked.args ?? []);
    if (args) {
      post({ id: asked.id, uuidAsString: asked.uuidAsString, args });
    }
  };
  const recolour = () => post({ func: "themeChange", args: [theme()] });

  addEventListener("message", hear);
  addEventListener("themechange", recolour);
  contrast.addEventListener("change", recolour);
  return () => {
    removeEventListener("message", hear);
    removeEventListener("themechange", recolour);
    contrast.removeEventListener("change", recolour);
  };
}
