import { hostConfigOf } from "@kit/hostConfig";

/** Cards as Teams draws them; styles/theme.css holds the light and the dark colours. */
export const hostConfig = hostConfigOf({
  prefix: "card-",
  text: [12, 14, 18, 24],
  headingLevel: 3,
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  buttonSpacing: 8,
});
