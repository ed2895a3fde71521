// In a browser: what a reader sees of each card's elements, as [element's text, its markup] pairs; Markdown by the parser that Microsoft's samples use.
window.shownText = (cards) => {
  const markdown = window.markdownit();
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };
  const lines = (node) => node.nodeType === Node.TEXT_NODE ? node.data : node.nodeName === "BR" ? "\n" : [...node.childNodes].map(lines).join("");
  const markup = "a, b, strong, i, em, s, code, pre, ul, ol, li, hr, blockquote, img, h1, h2, h3, h4, h5, h6, at";
  return cards.map((json) => {
    const card = new AdaptiveCards.AdaptiveCard();
    card.parse(JSON.parse(json));
    const element = card.render();
    return [lines(element), [...element.querySelectorAll(markup)].map((found) => found.nodeName).join(" ")];
  });
};
