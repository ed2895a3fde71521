import { HostConfig } from "adaptivecards";

interface Sizes {
  /** The pages' custom properties begin with it. */
  prefix: string;
  /** In pixels: small, normal, large and largest text. */
  text: [number, number, number, number];
  /** The level of a card's own heading on its page. */
  headingLevel: number;
  spacing: { small: number; default: number; medium: number; large: number; extraLarge: number; padding: number };
  buttonSpacing: number;
}

const fact = (weight: string) => ({ size: "default", color: "default", isSubtle: false, weight, wrap: true });

/**
 * Cards as a page shows them. The colours are the page's own custom properties, so that a change of theme recolours a card in place
 * and loses nothing that was typed into it.
 */
export function hostConfigOf({ prefix, text, headingLevel, spacing, buttonSpacing }: Sizes): HostConfig {
  const colour = (name: string) => ({ default: `var(--${prefix}${name})`, subtle: `var(--${prefix}${name}-subtle, var(--${prefix}${name}))` });
  const foregroundColors = {
    default: colour("text"),
    dark: colour("text"),
    light: colour("text"),
    accent: colour("accent"),
    good: colour("good"),
    warning: colour("warning"),
    attention: colour("attention"),
  };
  const style = (name: string) => ({
    foregroundColors, backgroundColor: `var(--${prefix}back-${name})`, borderColor: `var(--${prefix}edge-${name})`,
  });
  const [small, normal, large, extraLarge] = text;
  const font = (fontFamily: string) => ({
    fontFamily,
    fontSizes: { small, default: normal, medium: normal, large, extraLarge },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
  });
  return new HostConfig({
    choiceSetInputValueSeparator: ",",
    supportsInteractivity: true,
    spacing,
    separator: { lineThickness: 1, lineColor: "var(--line)" },
    imageSizes: { small: 32, medium: 52, large: 100 },
    fontTypes: { default: font("inherit"), monospace: font("monospace") },
    textStyles: { heading: { fontType: "default", size: "large", weight: "bolder", color: "default", isSubtle: false } },
    textBlock: { headingLevel },
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
      buttonSpacing,
      showCard: { actionMode: "inline", inlineTopMargin: 16, style: "emphasis" },
      preExpandSingleShowCardAction: false,
      actionsOrientation: "horizontal",
      actionAlignment: "left",
    },
    adaptiveCard: { allowCustomStyle: false },
    imageSet: { imageSize: "medium", maxImageHeight: 100 },
    factSet: { title: fact("bolder"), value: fact("default"), spacing: 16 },
  });
}
