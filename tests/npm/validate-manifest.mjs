// Reads a Teams manifest; prints a JSON list of what Microsoft's validator finds wrong with it.
// The validator throws for a value of the wrong type and returns a list for everything else.
import { text } from "node:stream/consumers";
import { AppManifestUtils, TeamsManifestConverter } from "@microsoft/app-manifest";

const manifest = await text(process.stdin);
const findings = await Promise.resolve(manifest)
  .then((json) => AppManifestUtils.validateAgainstSchema(TeamsManifestConverter.jsonToManifest(json)))
  .catch((error) => [error.message]);
console.log(JSON.stringify(findings));
