import MarkdownIt from "markdown-it";
import { AdaptiveCard, GlobalSettings } from "adaptivecards";

// What Teams shows in a card: bold, italic, lists, links, and nothing else. HTML stays text.
const inCards = ["emphasis", "link", "list", "newline", "escape", "balance_pairs", "fragments_join"];
const inMessages = [...inCards, "backticks", "fence", "blockquote", "strikethrough"];

const card = renderer(inCards);
const message = renderer(inMessages);

function renderer(rules: string[]): MarkdownIt {
  const markdown = new MarkdownIt("zero", { html: false, breaks: true }).enable(rules, true);
  // Only what a person can follow; javascript: and data: stay text.
  markdown.validateLink = (url) => /^(https?:|mailto:|tel:)/i.test(url);
  markdown.renderer.rules["link_open"] = (tokens, index, options, _, self) => {
    tokens[index]!.attrSet("target", "_blank");
    tokens[index]!.attrSet("rel", "noopener noreferrer");
    return self.renderToken(tokens, index, options);
  };
  return markdown;
}

export const messageHtml = (text: string): string => message.render(text);

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = card.render(text);
  result.didProcess = true;
};
GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
GlobalSettings.setTabIndexAtCardRoot = false;
GlobalSettings.useWebkitLineClamp = true;

/** Opens what a person can follow, and nothing else. */
export function openUrl(url: string | undefined): void {
  if (url && /^(https?|mailto|tel):/i.test(url)) {
    window.open(url, "_blank", "noopener,noreferrer");
  }
}
