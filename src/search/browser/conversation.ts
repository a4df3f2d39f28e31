import type { SearchSettings } from "../../words/browserTexts.ts";
import type { ExchangeName, Exchanges, Opening, Question, Reply } from "./messages.ts";
import { freshReader, SearchUnavailable } from "./readFile.ts";

interface Waiting {
  answer: (value: never) => void;
  fail: (fault: SearchUnavailable) => void;
  tell: (made: number) => void;
}

export interface Conversation {
  /** Whether anything was asked yet: the worker starts with the first question. */
  started: () => boolean;
  /** @throws SearchUnavailable */
  ask: <Name extends ExchangeName>(
    name: Name,
    ask: Exchanges[Name]["ask"],
    tell?: (made: number) => void,
  ) => Promise<Exchanges[Name]["answer"]>;
}

/** Talks to the worker, which is started when there is something to ask. */
export function openConversation({ root, edition }: Pick<SearchSettings, "root" | "edition">): Conversation {
  let worker: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, Waiting>();

  const start = (searchRoot: string): Worker => {
    const started = new Worker(new URL("./searchWorker.ts", import.meta.url), { type: "module" });
    const say = (opening: Opening): void => started.postMessage(opening);
    freshReader(searchRoot, (file, options) => fetch(file, options))("manifest.json").then(
      (manifest) => say({ manifest }),
      (error: unknown) => say({ manifest: error instanceof SearchUnavailable ? error.fault : "broken" }),
    );
    started.onmessage = ({ data }: MessageEvent<Reply>) => {
      const asked = waiting.get(data.number);
      if ("made" in data) asked?.tell(data.made);
      else {
        waiting.delete(data.number);
        if ("fault" in data) asked?.fail(new SearchUnavailable(data.fault));
        else asked?.answer(data.answer as never);
      }
    };
    started.onerror = () => {
      for (const { fail } of waiting.values()) fail(new SearchUnavailable("old-browser"));
      waiting.clear();
      worker = null;
    };
    return started;
  };

  return {
    started: () => worker !== null,
    ask: (name, ask, tell = () => {}) =>
      new Promise((answer, fail) => {
        const searchRoot = new URL(root, location.href).href;
        worker ??= start(searchRoot);
        last += 1;
        waiting.set(last, { answer, fail, tell });
        const question: Question<typeof name> = { number: last, name, root: searchRoot, edition, ask };
        worker.postMessage(question);
      }),
  };
}
