import { type Subject } from "../model/facts.ts";
import { chartsOf } from "./chartsOf.ts";
import { links, names, t } from "./current.ts";
import { embedAddress, embeddingOf, type Embedding } from "./embedding.ts";

/** What shows an agency in a page of somebody else's. */
export function agencyEmbedding(subject: Subject): Embedding {
  return embeddingOf(
    links.absolute(embedAddress(subject.code)),
    t("embed.frame", { name: names.agency(subject.code) }),
    chartsOf(subject).curve !== null,
  );
}
