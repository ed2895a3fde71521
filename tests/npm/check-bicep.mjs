// Reads a Bicep file; prints a JSON list of the lines where its syntax is broken. It knows the grammar only: no types, no names.
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { Language, Parser } from "web-tree-sitter";

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(fileURLToPath(import.meta.resolve("tree-sitter-bicep/tree-sitter-bicep.wasm"))));

const broken = [];
const visit = (node) => {
  if (node.isError || node.isMissing) {
    broken.push(`line ${node.startPosition.row + 1}: ${node.isMissing ? `${node.type} is missing` : node.text.slice(0, 40)}`);
  } else if (node.hasError) {
    node.children.forEach(visit);
  }
};
visit(parser.parse(await text(process.stdin)).rootNode);
console.log(JSON.stringify(broken));
