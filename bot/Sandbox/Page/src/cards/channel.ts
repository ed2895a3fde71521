import {
  ActivityRequestError, ActivityRequestTrigger, ChannelAdapter, ErrorResponse, ExecuteAction, SuccessResponse,
  type ActivityResponse, type IActivityRequest,
} from "adaptivecards";
import * as api from "../api";

/** Teams' own words when the bot does not answer. */
export const unreachable = "Unable to reach app. Please try again.";

export interface Where {
  person: string;
  chat: string;
  message: string;
}

interface ActionAnswer {
  statusCode?: number;
  type?: string;
  value?: unknown;
}

/** Carries Action.Execute to the bot as Teams does, and reads its answer. */
export class TeamsChannel extends ChannelAdapter {
  /**
   * @param touched Whether somebody has typed or clicked since the card was shown: then an automatic refresh comes too late.
   * @param draws Told each card that an answer brings.
   */
  constructor(
    private readonly where: Where, private readonly touched: () => boolean, private readonly draws: (card: string) => void,
  ) {
    super();
  }

  override async sendRequestAsync(request: IActivityRequest): Promise<ActivityResponse> {
    const action = request.action as ExecuteAction;
    const value = {
      action: { type: "Action.Execute", id: action.id, title: action.title, verb: action.verb, data: action.data ?? {} },
      trigger: request.trigger === ActivityRequestTrigger.Automatic ? "automatic" : "manual",
    };
    const { person, chat, message } = this.where;
    try {
      const answer = await api.invoke(person, chat, { name: "adaptiveCard/action", value, replyToId: message });
      const late = request.trigger === ActivityRequestTrigger.Automatic && this.touched();
      return late ? failed(request, "") : this.read(request, answer);
    } catch (why) {
      return failed(request, why instanceof api.Unreachable ? why.message : unreachable);
    }
  }

  private read(request: IActivityRequest, answer: api.InvokeAnswer): ActivityResponse {
    const body = answer.body as ActionAnswer | undefined;
    if (answer.status !== 200 || !body?.type) {
      return failed(request, unreachable);
    }

    switch (body.type) {
      case "application/vnd.microsoft.card.adaptive": {
        const card = JSON.stringify(withoutRefresh(body.value));
        this.draws(card);
        return new SuccessResponse(request, card);
      }
      case "application/vnd.microsoft.activity.message":
        return new SuccessResponse(request, JSON.stringify(String(body.value ?? "")));
      case "application/vnd.microsoft.error":
        return failed(request, (body.value as { message?: string } | null)?.message ?? unreachable);
      default:
        return failed(request, unreachable);
    }
  }
}

const failed = (request: IActivityRequest, why: string) => new ErrorResponse(request, new ActivityRequestError(undefined, why));

/** Teams refreshes a card again only when its last answer is older than a minute; here that is when it is next posted or opened. */
export function withoutRefresh(card: unknown): unknown {
  const { refresh: _, ...rest } = card as Record<string, unknown>;
  return rest;
}
