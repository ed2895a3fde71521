// A bot on Microsoft's own botbuilder: what it is told to do, it does through the connector that called it. Prints its port; ends when standard input closes.
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { createRequire } from "node:module";

const { ActivityHandler, CardFactory, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory, TeamsInfo } = createRequire(import.meta.url)("botbuilder");

// Without an app's id it asks for no token and brings none: as on loopback.
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const card = (text) => ({ type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text }] });

const told = {
  echo: (context, words) => context.sendActivity(`You said: ${words}`),
  async update(context) {
    const sent = await context.sendActivity("before");
    await context.updateActivity({ ...MessageFactory.text("after"), id: sent.id });
  },
  async delete(context) {
    const sent = await context.sendActivity("to be deleted");
    await context.deleteActivity(sent.id);
  },
  card: (context) => context.sendActivity({ attachments: [CardFactory.adaptiveCard(card("A card"))] }),
  async members(context) {
    const names = [];
    let page;
    do {
      page = await TeamsInfo.getPagedMembers(context, 2, page?.continuationToken);
      names.push(...page.members.map((member) => `${member.name} ${member.tenantId}`));
    } while (page.continuationToken);
    await context.sendActivity(names.join("; "));
  },
  async participant(context) {
    const meeting = context.activity.channelData.meeting.id;
    const { user, meeting: part } = await TeamsInfo.getMeetingParticipant(context, meeting, context.activity.from.aadObjectId, context.activity.channelData.tenant.id);
    const { details } = await TeamsInfo.getMeetingInfo(context, meeting);
    await context.sendActivity(`${user.name} ${part.role} ${details.msGraphResourceId}`);
  },
  async create(context, user) {
    const { serviceUrl, channelId, recipient, conversation } = context.activity;
    const tenantId = conversation.tenantId;
    await adapter.createConversationAsync("", channelId, serviceUrl, "", { isGroup: false, bot: recipient, members: [{ id: user }], tenantId, channelData: { tenant: { id: tenantId } } },
      (inside) => inside.sendActivity("Hello in a chat of our own"));
  },
};

class Bot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const [verb, ...words] = (context.activity.text ?? "").replace(/<at>.*?<\/at>/, "").trim().split(" ");
      await (told[verb] ?? told.echo)(context, words.join(" "));
      await next();
    });
  }

  async onInvokeActivity(context) {
    const { name, value } = context.activity;
    switch (name) {
      case "task/fetch":
        return { status: 200, body: { task: { type: "continue", value: { title: "A dialog", card: CardFactory.adaptiveCard(card(`Opened ${value.data.part}`)) } } } };
      case "task/submit":
        return { status: 200, body: { task: { type: "message", value: `Saved ${value.data.text}` } } };
      default:
        return super.onInvokeActivity(context);
    }
  }

  async onAdaptiveCardInvoke(context, value) {
    return { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: card(`Pressed ${value.action.verb}`) };
  }
}

const bot = new Bot();
const server = createServer(async (request, response) => {
  // As a framework hands them over.
  request.body = await json(request);
  response.header = (name, value) => response.setHeader(name, value);
  response.status = (code) => Object.assign(response, { statusCode: code });
  response.send = (body) => response.setHeader("content-type", "application/json").write(JSON.stringify(body));
  await adapter.process(request, response, (context) => bot.run(context));
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.on("end", () => process.exit()).resume();
