import type { Telling } from "../../words/telling.ts";

/** What the machine-readable description of a page's figures says beside what all of them say. */
export interface DatasetTexts {
  name: string;
  description: string;
  /** Address of the page inside the portal. */
  address: string;
  /** Downloads that hold the figures: "agencies.csv". */
  files: readonly string[];
}

const types: Readonly<Record<string, string>> = {
  csv: "text/csv",
  json: "application/json",
  ndjson: "application/x-ndjson",
  parquet: "application/vnd.apache.parquet",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/**
 * Figures of the portal as a data set, for the catalogues that search engines keep (https://schema.org/Dataset).
 *
 * @returns an object for JSON-LD
 */
export function dataset({ facts, voice, links }: Telling, { name, description, address, files }: DatasetTexts): object {
  const { portal, edition } = facts;
  const publisher = { "@type": "Organization", name: portal.publisher.name, email: portal.publisher.email };
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name,
    description,
    url: links.absolute(address),
    inLanguage: voice.language,
    isAccessibleForFree: true,
    license: portal.licence.address,
    creator: publisher,
    publisher,
    version: edition.date,
    dateModified: edition.date,
    temporalCoverage: `${edition.from}/${edition.to}`,
    spatialCoverage: { "@type": "Place", name: portal.region.name },
    measurementTechnique: links.absolute("/method/"),
    includedInDataCatalog: { "@type": "DataCatalog", name: portal.title, url: links.absolute("/") },
    distribution: files.map((file) => ({
      "@type": "DataDownload",
      name: file,
      encodingFormat: types[file.slice(file.lastIndexOf(".") + 1)],
      contentUrl: links.absoluteShared(`/data/${file}`),
    })),
  };
}
