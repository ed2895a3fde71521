import { HostConfig } from "adaptivecards";

const colour = (name: string) => ({ default: `var(--card-${name})`, subtle: `var(--card-${name}-subtle)` });
const foregroundColors = {
  default: colour("text"),
  dark: colour("text"),
  light: colour("text"),
  accent: colour("accent"),
  good: colour("good"),
  warning: colour("warning"),
  attention: colour("attention"),
};
const style = (name: string) => ({ foregroundColors, backgroundColor: `var(--card-${name}-back)`, borderColor: `var(--card-${name}-edge)` });
const font = (fontFamily: string) => ({
  fontFamily,
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
});
const fact = (weight: string) => ({ size: "default", color: "default", isSubtle: false, weight, wrap: true });

/**
 * Cards as Teams draws them. The colours are the page's own custom properties (styles/theme.css holds the light and the dark set),
 * so that a change of theme recolours a card in place and loses nothing that was typed into it.
 */
export const hostConfig = new HostConfig({
  choiceSetInputValueSeparator: ",",
  supportsInteractivity: true,
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  imageSizes: { small: 32, medium: 52, large: 100 },
  fontTypes: { default: font("inherit"), monospace: font("monospace") },
  textStyles: { heading: { fontType: "default", size: "large", weight: "bolder", color: "default", isSubtle: false } },
  textBlock: { headingLevel: 3 },
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
  actions: {
    maxActions: 6,
    spacing: "default",
    buttonSpacing: 8,
    showCard: { actionMode: "inline", inlineTopMargin: 16, style: "emphasis" },
    preExpandSingleShowCardAction: false,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
  },
  adaptiveCard: { allowCustomStyle: false },
  imageSet: { imageSize: "medium", maxImageHeight: 100 },
  factSet: { title: fact("bolder"), value: fact("default"), spacing: 16 },
});
