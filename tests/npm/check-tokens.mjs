// Lets Microsoft's own botbuilder check the tokens of a table, at a given time and with given keys; prints for each whether it was accepted.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { json } from "node:stream/consumers";

const { ConfigurationBotFrameworkAuthentication } = createRequire(import.meta.url)("botbuilder");
const { now, appId, tenantId, issuer, keys, tokens } = await json(process.stdin);
Date.now = () => now * 1000;

const server = createServer((request, response) => {
  const own = `http://127.0.0.1:${server.address().port}`;
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(request.url === "/keys" ? keys : { issuer, jwks_uri: `${own}/keys`, id_token_signing_alg_values_supported: ["RS256"] }));
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const metadata = `http://127.0.0.1:${server.address().port}/openid`;

const authentication = new ConfigurationBotFrameworkAuthentication({
  MicrosoftAppId: appId,
  MicrosoftAppPassword: "not used",
  MicrosoftAppType: "SingleTenant",
  MicrosoftAppTenantId: tenantId,
  ToBotFromChannelTokenIssuer: issuer,
  ToBotFromChannelOpenIdMetadataUrl: metadata,
  ToBotFromEmulatorOpenIdMetadataUrl: metadata,
});

const accepted = [];
for (const { header, activity } of tokens) {
  try {
    await authentication.authenticateRequest(activity, header ?? "");
    accepted.push(true);
  } catch {
    accepted.push(false);
  }
}
console.log(JSON.stringify(accepted));
server.close();
process.exit();
