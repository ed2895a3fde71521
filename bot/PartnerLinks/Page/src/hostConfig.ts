import { HostConfig } from "adaptivecards";

const colour = (name: string) => ({ default: `var(--${name})`, subtle: `var(--${name}-subtle, var(--${name}))` });
const foregroundColors = {
  default: colour("text"),
  dark: colour("text"),
  light: colour("text"),
  accent: colour("accent"),
  good: colour("good"),
  warning: colour("warning"),
  attention: colour("attention"),
};
const style = (name: string) => ({ foregroundColors, backgroundColor: `var(--back-${name})`, borderColor: `var(--edge-${name})` });
const font = (fontFamily: string) => ({
  fontFamily,
  fontSizes: { small: 14, default: 16, medium: 16, large: 20, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
});
const fact = (weight: string) => ({ size: "default", color: "default", isSubtle: false, weight, wrap: true });

/** Cards as a page shows them: larger than in Teams, one column, buttons below each other on a phone. The colours are the page's own. */
export const hostConfig = new HostConfig({
  choiceSetInputValueSeparator: ",",
  supportsInteractivity: true,
  spacing: { small: 8, default: 14, medium: 18, large: 24, extraLarge: 32, padding: 16 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  fontTypes: { default: font("inherit"), monospace: font("monospace") },
  textStyles: { heading: { fontType: "default", size: "large", weight: "bolder", color: "default", isSubtle: false } },
  textBlock: { headingLevel: 2 },
  containerStyles: {
    default: style("default"),
    emphasis: style("emphasis"),
    accent: style("accent"),
    good: style("good"),
    warning: style("warning"),
    attention: style("attention"),
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "bolder" },
    },
    errorMessage: { color: "attention", weight: "default", spacing: "small" },
  },
  actions: { maxActions: 6, spacing: "large", buttonSpacing: 10, actionsOrientation: "horizontal", actionAlignment: "left" },
  adaptiveCard: { allowCustomStyle: false },
  factSet: { title: fact("bolder"), value: fact("default"), spacing: 16 },
});
