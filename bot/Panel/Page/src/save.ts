import { el } from "@kit/dom";

/** Hands out a spreadsheet that the bot wrote. */
export const save = (csv: string, name: string): void => handOut(new Blob([csv], { type: "text/csv" }), name);

/** The same of a document, which comes in base 64. */
export const saveFile = (file: { name: string; type: string; content: string }): void =>
  handOut(new Blob([Uint8Array.from(atob(file.content), (letter) => letter.charCodeAt(0))], { type: file.type }), file.name);

function handOut(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = el("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
