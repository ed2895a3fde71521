import MarkdownIt from "markdown-it";
import { AdaptiveCard, GlobalSettings } from "adaptivecards";

// As Teams shows card text: bold, italic, lists, links, and nothing else. HTML stays text.
const rules = ["emphasis", "link", "list", "newline", "escape", "balance_pairs", "fragments_join"];
const markdown = new MarkdownIt("zero", { html: false, breaks: true }).enable(rules, true);

const plainLink = markdown.renderer.renderToken.bind(markdown.renderer);
markdown.renderer.rules["link_open"] = (tokens, index, options) => {
  tokens[index]!.attrSet("target", "_blank");
  tokens[index]!.attrSet("rel", "noopener noreferrer");
  return plainLink(tokens, index, options);
};
// Only what a person can follow from a card; javascript: and data: stay text.
markdown.validateLink = (url) => /^(https?:|mailto:|tel:)/i.test(url);

export const toHtml = (text: string): string => markdown.render(text);

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = toHtml(text);
  result.didProcess = true;
};
GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
GlobalSettings.setTabIndexAtCardRoot = false;
GlobalSettings.useWebkitLineClamp = true;
