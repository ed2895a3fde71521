import { hostConfigOf } from "@kit/hostConfig";

/** Teams' type ramp, in one narrow column. */
export const hostConfig = hostConfigOf({
  prefix: "card-",
  text: [12, 14, 16, 20],
  headingLevel: 3,
  spacing: { small: 4, default: 12, medium: 16, large: 20, extraLarge: 20, padding: 12 },
  buttonSpacing: 8,
});
