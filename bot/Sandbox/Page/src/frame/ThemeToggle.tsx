import { useState } from "preact/hooks";
import { Icon, type IconName } from "./Icon";
import { setTheme, themeChoice, type Choice } from "./theme";

const next: Record<Choice, Choice> = { system: "light", light: "dark", dark: "system" };
const icons: Record<Choice, IconName> = { system: "screen", light: "sun", dark: "moon" };
const words: Record<Choice, string> = { system: "as this computer", light: "light", dark: "dark" };

export function ThemeToggle() {
  const [choice, setChoice] = useState(themeChoice());
  const change = () => {
    setTheme(next[choice]);
    setChoice(next[choice]);
  };
  const say = `Colours: ${words[choice]}. Change to ${words[next[choice]]}.`;
  return <button type="button" class="icon-button" aria-label={say} title={say} onClick={change}><Icon name={icons[choice]} /></button>;
}
