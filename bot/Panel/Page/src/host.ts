import { app, authentication } from "@microsoft/teams-js";

export type Theme = "default" | "dark" | "contrast";

/** Where Teams shows the page: which chat, in which theme. It vouches for nobody: the token does. */
export interface Host {
  chat: string;
  /** The app's own tab, which is of no chat. */
  isBoard: boolean;
  theme: Theme;
}

/** @returns Nothing where the page isn't shown by Teams. */
export async function meet(onTheme: (theme: Theme) => void): Promise<Host | undefined> {
  const { origins } = (await (await fetch("/panel/host", { cache: "no-store" })).json()) as { origins: string[] };
  try {
    await app.initialize(origins);
    const context = await app.getContext();
    app.registerOnThemeChangeHandler((theme) => onTheme(themeOf(theme)));
    app.notifySuccess();
    return { chat: context.chat?.id ?? "", isBoard: context.page.id === "board", theme: themeOf(context.app.theme) };
  } catch {
    return undefined;
  }
}

/** Teams keeps it and renews it: it is asked for with each request, and never stored. */
export async function token(): Promise<string | undefined> {
  try {
    return await authentication.getAuthToken({ silent: true });
  } catch {
    try {
      // Whoever has not consented yet is asked.
      return await authentication.getAuthToken();
    } catch {
      return undefined;
    }
  }
}

const themeOf = (theme: string | undefined): Theme => (theme === "dark" || theme === "contrast" ? theme : "default");
