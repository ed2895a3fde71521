import { setTheme } from "@fluentui/web-components/theme/set-theme.js";
import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from "@fluentui/tokens";
import type { Theme } from "./host";

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

/** Recolours in place: nothing that is typed is drawn anew. */
export function wear(theme: Theme): void {
  setTheme(themes[theme]);
  document.documentElement.dataset["theme"] = theme;
  document.documentElement.style.colorScheme = theme === "default" ? "light" : "dark";
}
