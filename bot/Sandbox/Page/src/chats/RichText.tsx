import { useMemo } from "preact/hooks";
import { messageHtml } from "@kit/markdown";

/** A message's text: what a person typed as it stands, what a bot wrote with Teams' few marks. */
export function RichText({ text, plain }: { text: string; plain: boolean }) {
  const html = useMemo(() => (plain ? "" : messageHtml(text)), [text, plain]);
  // messageHtml escapes all HTML of its input; only its own marks, lists and links come out.
  return plain ? <p class="typed">{text}</p> : <div class="rich" dangerouslySetInnerHTML={{ __html: html }} />;
}
