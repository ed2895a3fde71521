import { Icon } from "./Icon";

const hues = 8;

export function Avatar({ name, bot = false }: { name: string; bot?: boolean }) {
  const hue = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % hues;
  const initials = name.split(/\s+/).map((word) => word[0]?.toUpperCase()).filter(Boolean);
  return (
    <span class={bot ? "avatar bot" : `avatar hue-${hue}`} aria-hidden="true">
      {bot ? <Icon name="bot" /> : `${initials[0] ?? ""}${initials.length > 1 ? initials.at(-1) : ""}`}
    </span>
  );
}
