export type Choice = "system" | "light" | "dark";

const key = "theme";
const system = matchMedia("(prefers-color-scheme: dark)");

export const themeChoice = (): Choice => (localStorage.getItem(key) as Choice | null) ?? "system";
export const currentTheme = (): "light" | "dark" => (document.documentElement.dataset["theme"] === "dark" ? "dark" : "light");

export function setTheme(choice: Choice): void {
  localStorage.setItem(key, choice);
  apply();
}

export function apply(): void {
  const choice = themeChoice();
  document.documentElement.dataset["theme"] = choice === "system" ? (system.matches ? "dark" : "light") : choice;
  dispatchEvent(new Event("themechange"));
}

system.addEventListener("change", apply);
// Another tab chose.
addEventListener("storage", (event) => event.key === key && apply());
