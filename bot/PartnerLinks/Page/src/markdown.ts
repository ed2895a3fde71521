import MarkdownIt from "markdown-it";
import { AdaptiveCard, GlobalSettings } from "adaptivecards";

// Bold, italic, lists and links, as Teams shows card text. HTML stays text.
const markdown = new MarkdownIt("zero", { html: false, breaks: true })
  .enable(["emphasis", "link", "list", "newline", "escape", "balance_pairs", "fragments_join"], true);

const plainLink = markdown.renderer.renderToken.bind(markdown.renderer);
markdown.renderer.rules["link_open"] = (tokens, index, options) => {
  tokens[index]!.attrSet("target", "_blank");
  tokens[index]!.attrSet("rel", "noopener noreferrer");
  return plainLink(tokens, index, options);
};
markdown.validateLink = (url) => /^(https?:|mailto:|tel:)/i.test(url);

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};
GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
GlobalSettings.setTabIndexAtCardRoot = false;
GlobalSettings.useWebkitLineClamp = true;
