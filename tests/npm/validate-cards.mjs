// Reads a JSON array of Adaptive Cards and writes, for each, the list of its faults as Microsoft's own renderer sees them.
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

// The bundle: the package's entry point is for bundlers and doesn't load in Node.
const AC = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js");

// What the renderer reads outside its property schema, and what only Teams reads.
const beside = { AdaptiveCard: ["body", "actions", "msteams"], Container: ["items"], ColumnSet: ["columns"], Column: ["items"], RichTextBlock: ["inlines"], ActionSet: ["actions"] };
const required = { TextBlock: ["text"], TextRun: ["text"], Fact: ["title", "value"], "Action.Execute": ["title", "verb"], "Action.Submit": ["title"], "Action.OpenUrl": ["title", "url"] };
const untyped = { facts: ["Fact", AC.Fact], choices: ["Choice", AC.Choice], refresh: ["Refresh", AC.RefreshDefinition] };
const plain = { BoolProperty: "boolean", NumProperty: "number", StringProperty: "string" };

const cards = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(cards.map((card) => [...asParsed(card), ...asWritten(card, "card", "AdaptiveCard", AC.AdaptiveCard)])));

function asParsed(json) {
  // The renderer keeps this global expression's place from card to card and so would refuse every second "lang".
  AC.CardElement.langProperty.regEx.lastIndex = 0;
  const context = new AC.SerializationContext(AC.Versions.v1_5);
  const card = new AC.AdaptiveCard();
  card.parse(json, context);
  const events = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i));
  return [...events, ...card.validateProperties().validationEvents].map((event) => `${AC.ValidationEvent[event.event]}: ${event.message}`);
}

// The renderer passes over properties that it doesn't know and converts types; Teams on a phone does not always.
function asWritten(json, path, type, maker) {
  if (!maker) return [];
  const known = new maker().getSchema()._properties;
  const faults = (required[type] ?? []).filter((name) => json[name] === undefined).map((name) => `Missing: ${path}.${name}`);
  for (const [name, value] of Object.entries(json)) {
    const property = known.find((candidate) => candidate.name === name);
    if (!property && name !== "type" && !beside[type]?.includes(name)) faults.push(`Unknown: ${path}.${name}`);
    const wanted = property && plain[property.constructor.name];
    if (wanted && typeof value !== wanted) faults.push(`NotA${wanted}: ${path}.${name}`);
    if (name !== "data" && name !== "msteams") faults.push(...inside(value, name, `${path}.${name}`));
  }
  return faults;
}

function inside(value, name, path) {
  if (Array.isArray(value)) return value.flatMap((item, i) => inside(item, name, `${path}[${i}]`));
  if (value === null || typeof value !== "object") return [];
  const [type, maker] = untyped[name] ?? [value.type, typeOf(value.type)];
  return asWritten(value, path, type, maker);
}

function typeOf(name) {
  if (name === "TextRun") return AC.TextRun;
  if (name === "Column") return AC.Column;
  return (AC.GlobalRegistry.elements.findByName(name) ?? AC.GlobalRegistry.actions.findByName(name))?.objectType;
}
