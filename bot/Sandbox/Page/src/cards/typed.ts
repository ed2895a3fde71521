import type { AdaptiveCard } from "adaptivecards";

/** What somebody has changed in a card's inputs and not yet sent, by input id. */
export const typedInto = (card: AdaptiveCard | undefined): Map<string, string> =>
  new Map(card?.getAllInputs().filter((input) => input.id && input.isDirty()).map((input) => [input.id!, String(input.value ?? "")]));

/** The bot's new card with that text still in the inputs that it kept. */
export function withTyped(card: unknown, typed: Map<string, string>): unknown {
  if (typed.size === 0 || typeof card !== "object" || card === null) {
    return card;
  }
  if (Array.isArray(card)) {
    return card.map((part) => withTyped(part, typed));
  }
  const copy = Object.fromEntries(Object.entries(card).map(([name, part]) => [name, withTyped(part, typed)]));
  const text = typed.get(String(copy["id"]));
  return text !== undefined && String(copy["type"]).startsWith("Input.") ? { ...copy, value: text } : copy;
}
