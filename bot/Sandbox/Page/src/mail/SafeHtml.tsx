import { h, type ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";

const kept = new Set([
  "p", "br", "div", "span", "h1", "h2", "h3", "h4", "ul", "ol", "li", "strong", "b", "em", "i", "u", "blockquote",
  "table", "thead", "tbody", "tr", "th", "td", "hr", "pre", "code", "a",
]);
const dropped = new Set(["script", "style", "title", "head", "template", "iframe", "object", "svg", "math"]);

/** HTML as a mail client shows it: parsed apart, then rebuilt from a short list of elements with no attribute but a link's address. */
export function SafeHtml({ html }: { html: string }) {
  return <>{useMemo(() => children(new DOMParser().parseFromString(html, "text/html").body), [html])}</>;
}

const children = (node: Node): ComponentChildren => [...node.childNodes].map(rebuild);

function rebuild(node: Node): ComponentChildren {
  if (!(node instanceof Element)) {
    return node.nodeType === Node.TEXT_NODE ? node.textContent : null;
  }
  const name = node.localName;
  // What only an inbox's preview shows.
  if (dropped.has(name) || node.hasAttribute("hidden")) {
    return null;
  }
  if (!kept.has(name)) {
    return children(node);
  }
  // A mail's headings stand below the page's own.
  const tag = /^h[1-4]$/.test(name) ? "h3" : name;
  const href = node.getAttribute("href") ?? "";
  if (name === "a") {
    return /^(https?:|mailto:|tel:)/i.test(href) ? h("a", { href, target: "_blank", rel: "noopener noreferrer" }, children(node)) : children(node);
  }
  return h(tag, null, name === "br" || name === "hr" ? undefined : children(node));
}
