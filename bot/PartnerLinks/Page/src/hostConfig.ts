import { hostConfigOf } from "@kit/hostConfig";

/** Larger than in Teams, one column, buttons below each other on a phone. */
export const hostConfig = hostConfigOf({
  prefix: "",
  text: [14, 16, 20, 24],
  headingLevel: 1,
  spacing: { small: 8, default: 14, medium: 18, large: 24, extraLarge: 32, padding: 16 },
  buttonSpacing: 10,
});
