import { NoLine, post, type Answer, type Fields, type Press } from "@kit/wire";
import { token } from "./host";

export interface Opens { verb: string; data: Fields }

export interface Part { id: string; title: string; state: string; isOpen: boolean; isDone: boolean; open: Opens }

export interface Group {
  name: string;
  done: number;
  of: number;
  parts: Part[];
  /** Below its parts stands what is missing. */
  endsIt: boolean;
}

export interface Agency { name: string; isCore: boolean; isHere: boolean; people: string; state: string }

export interface Ring { agency: string; whom: string; phone: string; tel: string; because: string; outcomes: { title: string; open: Opens }[] }

export interface News { seq: number; at: string; text: string; open?: Opens }

export interface ChildNow {
  label: string; by: string; isOverdue: boolean; isKnown: boolean; isConfirmed: boolean; where: string; isForSome: boolean; open?: Opens;
}

export interface Board {
  case: string;
  word: string;
  version: number;
  now: string;
  time: {
    startsAt: string; endsAt: string; startedAt?: string; endedAt?: string; starts: string; holdBy: string; isHeld: boolean; isLate: boolean;
  };
  children: ChildNow[];
  agencies: Agency[];
  rings: Ring[];
  news: News[];
  groups: Group[];
  next?: string;
  names: { text: string; label: string }[];
  /** The verb of the part that is shown as a document. */
  document?: string;
  /** The verb of the part that is shown as a picture. */
  timeline?: string;
  /** The verb of the part whose fields are copied one by one. */
  copies?: string;
  missing: { sentence: string; whose: string; open: Opens; ask?: Pressable; asked: string }[];
}

export interface Paragraph {
  id: string; section: string; text: string; cells: string[]; author: string; said?: string; for: string; note: string; open?: Opens;
  /** What stood there when it was read; empty where nothing did. Only where that was something else. */
  before?: string;
}

interface Pressable { title: string; open: Opens }

export interface Document {
  title: string; stage: string; version: number; approve: Pressable; file?: Pressable; paragraphs: Paragraph[];
}

/** A case's timeline: two pictures, and the text that says the same. */
export interface TimelineShown {
  title: string;
  version: number;
  count: string;
  scale: string;
  wide: string;
  tall: string;
  sentences: string[];
  rows: { when: string; who: string; what: string; holdBy: string; late: string; went: string }[];
  todayAt: number;
  today: string;
  printed: string;
}

/** What is copied into the authority's case system. */
export interface CopySheet {
  title: string;
  version: number;
  children: { name: string; fields: { label: string; text: string }[]; leads: Pressable[] }[];
}

/** What somebody wants to see of a service's board; nothing: all. */
export interface ServiceFilter { team?: string; chair?: string; area?: string; stage?: string; most?: number }

export interface ServiceRow {
  case: string; word: string; stage: string; left: string; isLate: boolean; mayOpen: boolean; children: number;
  /** Where it stands on the axis, in working days; none where nothing has a limit. */
  days?: number;
  /** Whom to ask; whoever isn't on it sees no more. */
  restricted?: string;
  who?: { name: string; as: string; mail: string };
  next: { what: string; when: string; who: string; booked?: string }[];
  why?: string;
}

export interface ServiceBoard {
  title: string; count: number; everything: number; late: number; today: number; later: number; more: number;
  tabs: { id: string; name: string; count: number; late: number; isChosen: boolean }[];
  teams: string[]; chairs: string[]; areas: string[]; team?: string; chair?: string; area?: string;
  groups: { name: string; count: number; rows: ServiceRow[] }[];
}

export interface ServiceShown {
  at: string;
  /** Every case is on it; just after an update it may still be made. */
  isWhole: boolean;
  board?: ServiceBoard;
  /** For whoever has no right to the cases: numbers, or c. */
  counts?: { count: string; says: string; hidesAny: boolean; stages: { name: string; count: string; late: string }[] };
}

/** @param most How many lines. */
export interface ListsWanted { list: string; month: string; area: string; measure: string; most?: number }

/** A list of the service at a time; for whoever has no right to the cases, counts of all. */
export interface ListsShown {
  at: string; isWhole: boolean;
  months?: { id: string; name: string }[]; month?: string; isByMonth?: boolean; areas?: string[]; area?: string;
  tabs?: { id: string; name: string; count: number; isChosen: boolean }[];
  list?: {
    title: string; says: string; none: string; by: string; columns: string[]; more: number; partColumns: string[];
    parts: { name: string; cells: string[] }[];
    rows: { case: string; word: string; mayOpen: boolean; restricted?: string; cells: string[] }[];
  };
  counts?: { title: string; says: string; all?: string; by: string; columns: string[]; parts: { name: string; cells: string[] }[]; hidesAny: boolean }[];
}

/** A case out of the board, for whoever may open it. */
export interface CaseDetail {
  timeline: TimelineShown; names: { text: string; label: string }[]; open: Opens; holder: string; keeps: string;
  /** Gives it to somebody else; none where the reader may not. */
  change?: Opens;
}

/** What an inspector asks, over twelve months; small numbers come hidden, as c. */
export interface MeasuresShown {
  at: string; period: string; since: string; isWhole: boolean; areas: string[]; changed: string[]; months: string[]; csv: string;
  /** By itself, out of the twelve. */
  month?: string; choices: { id: string; name: string }[]; groups: { id: string; name: string }[];
  lines: {
    number: number; title: string; definition: string; perCent: string; of: string; picture: string; first: string; last: string;
    isByQuarter: boolean; england?: string; also: string[]; cells: { from: string; perCent: string; of: string }[];
    /** What leads to its cases, for whoever may see them. */
    cases?: string;
    bars?: { title: string; says: string; rows: { label: string; say: string; of?: string; england?: string; picture: string }[] };
    groups: { id: string; axis: string; rows: { name: string; perCent: string; of: string; picture: string }[] }[];
  }[];
}

export interface Looked { board: Board; holder: string; keeps: string }

/** Teams gives no token, or none that counts: a guest, or a line that is down. */
export class NoToken extends NoLine {}

/** What somebody sees for whom the panel is not. */
export class NotForYou extends Error {}

/** Asks for one meeting, with the token that Teams gives for this request. */
export class Api {
  constructor(private readonly chat: string) {}

  async look(seen: number | undefined, automatic: boolean): Promise<Looked> {
    return (await this.ask("board", { seen, automatic })) as unknown as Looked;
  }

  act(press: Press): Promise<Answer> {
    return this.ask("act", press);
  }

  /** @param since The version of the case in which it was read. */
  async draft(since: number | undefined): Promise<{ draft?: Document; text?: string }> {
    return (await this.ask("draft", { since })) as unknown as { draft?: Document; text?: string };
  }

  /** @param width How much room there is for the picture. */
  async timeline(width: number): Promise<{ timeline?: TimelineShown; text?: string }> {
    return (await this.ask("timeline", { width })) as unknown as { timeline?: TimelineShown; text?: string };
  }

  async copies(): Promise<{ copies?: CopySheet; text?: string }> {
    return (await this.ask("copies", {})) as unknown as { copies?: CopySheet; text?: string };
  }

  async serviceBoard(filter: ServiceFilter): Promise<ServiceShown> {
    return (await this.ask("service/board", filter)) as unknown as ServiceShown;
  }

  async serviceMeasures(wanted: { area: string; month: string }): Promise<MeasuresShown> {
    return (await this.ask("service/measures", wanted)) as unknown as MeasuresShown;
  }

  async servicePaper(wanted: { area: string; month: string }): Promise<{ name: string; type: string; content: string }> {
    return (await this.ask("service/paper", wanted)) as unknown as { name: string; type: string; content: string };
  }

  async serviceLists(wanted: ListsWanted): Promise<ListsShown> {
    return (await this.ask("service/lists", wanted)) as unknown as ListsShown;
  }

  /** All lines, however many are shown. */
  async serviceListsCsv(wanted: ListsWanted): Promise<string> {
    return ((await this.ask("service/lists", { ...wanted, asFile: true })) as unknown as { csv: string }).csv;
  }

  /**
   * @param width How much room there is for the timeline.
   * @param who The address of whoever has it.
   */
  async serviceCase(id: string, width: number, who = ""): Promise<CaseDetail> {
    return (await this.ask("service/case", { case: id, width, who })) as unknown as CaseDetail;
  }

  serviceAct(press: Press): Promise<Answer> {
    return this.ask("service/act", press);
  }

  line(text: string, id: string): Promise<Answer> {
    return this.ask("line", { text, id });
  }

  async events(signal: AbortSignal): Promise<Response> {
    return fetch("/panel/api/events", { headers: await this.headers(), cache: "no-store", signal });
  }

  private async headers(): Promise<Record<string, string>> {
    const bearer = await token();
    if (!bearer) {
      throw new NoToken();
    }
    return { Authorization: `Bearer ${bearer}`, "X-Chat": this.chat };
  }

  private async ask(path: string, body: unknown): Promise<Answer> {
    let { status, body: said } = await post(`/panel/api/${path}`, body, await this.headers());
    if (status === 401) {
      // It may have run out on its way.
      ({ status, body: said } = await post(`/panel/api/${path}`, body, await this.headers()));
    }
    if (status === 401) {
      throw new NoToken();
    }
    if (said["neutral"]) {
      throw new NotForYou(String(said["neutral"]));
    }
    if ((path === "board" && !said["board"]) || (/^service\/(board|measures|paper|lists)$/.test(path) && said["text"])) {
      throw new NoLine(typeof said["text"] === "string" ? said["text"] : "");
    }
    return said as Answer;
  }
}
