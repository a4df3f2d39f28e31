import { tableNames, type TableName } from "../../codebook/tables.ts";
import type { DownloadFile } from "../../model/downloads.ts";
import type { Facts } from "../../model/facts.ts";
import { codebookWords } from "../../words/codebookWords.ts";
import type { Voice } from "../../words/language.ts";
import { formOf } from "../downloads/dataPackage.ts";

/** Lists of terms that DCAT-AP asks to be taken from (https://op.europa.eu/en/web/eu-vocabularies). */
const authority = "http://publications.europa.eu/resource/authority/";
const languages = { ru: "RUS", en: "ENG" } as const;
const fileTypes: Readonly<Record<string, string>> = {
  csv: "CSV",
  json: "JSON",
  ndjson: "JSON",
  xlsx: "XLSX",
  parquet: "PARQUET",
};

const context = {
  dcat: "http://www.w3.org/ns/dcat#",
  dcatap: "http://data.europa.eu/r5r/",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  skos: "http://www.w3.org/2004/02/skos/core#",
  spdx: "http://spdx.org/rdf/terms#",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

const id = (address: string): object => ({ "@id": address });
/** A thing that is described elsewhere, with its class: the shapes of DCAT-AP ask for it, and whoever checks has no copy of those lists. */
const known = (type: string, address: string): object => ({ "@id": address, "@type": type });
const typed = (type: string, value: string | number): object => ({ "@type": `xsd:${type}`, "@value": String(value) });

/** The catalogue of all downloads for other catalogues (DCAT-AP 3.0, https://semiceu.github.io/DCAT-AP/releases/3.0.0/), as JSON-LD. */
export function dcatCatalog(facts: Facts, files: readonly DownloadFile[], voice: Voice): object {
  const { portal, edition } = facts;
  const say = codebookWords(voice.language);
  const home = portal.address.replace(/\/?$/u, "/");
  const catalog = `${home}data/catalog.jsonld`;
  const text = (value: string): object => ({ "@language": voice.language, "@value": value });
  const publisher = {
    ...id(`${catalog}#publisher`),
    "@type": "foaf:Agent",
    "foaf:name": text(portal.publisher.name),
    "foaf:mbox": id(`mailto:${portal.publisher.email}`),
  };
  const common = {
    "dct:publisher": id(`${catalog}#publisher`),
    "dct:language": known("dct:LinguisticSystem", `${authority}language/${languages[voice.language]}`),
    "dct:modified": typed("date", edition.date),
  };
  const licence = { "dct:license": known("dct:LicenseDocument", portal.licence.address) };
  const distribution = ({ path, bytes, sha256 }: DownloadFile): object => {
    const { format, mediatype } = formOf(path);
    return {
      ...id(`${home}data/${path}#distribution`),
      "@type": "dcat:Distribution",
      "dct:title": text(path),
      "dcat:accessURL": id(`${home}data/`),
      "dcat:downloadURL": id(`${home}data/${path}`),
      "dct:format": known("dct:MediaTypeOrExtent", `${authority}file-type/${fileTypes[format]}`),
      "dcat:mediaType": known("dct:MediaType", `https://www.iana.org/assignments/media-types/${mediatype}`),
      "dcat:byteSize": typed("nonNegativeInteger", bytes),
      "spdx:checksum": {
        "@type": "spdx:Checksum",
        "spdx:algorithm": known("spdx:ChecksumAlgorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
        "spdx:checksumValue": { "@type": "xsd:hexBinary", "@value": sha256 },
      },
      ...licence,
      "dcatap:availability": known("skos:Concept", `${authority}planned-availability/STABLE`),
    };
  };
  const dataset = (name: TableName, own: readonly DownloadFile[]): object => ({
    ...id(`${home}data/#${name}`),
    "@type": "dcat:Dataset",
    "dct:identifier": `${home}data/#${name}`,
    "dct:title": text(`${portal.region.name}: ${say(`table.${name}`)}`),
    "dct:description": text(say(`table.${name}.text`)),
    ...common,
    "dcat:version": edition.date,
    "dcat:theme": known("skos:Concept", `${authority}data-theme/GOVE`),
    "dcat:keyword": say("package.keywords").split(", ").map(text),
    "dcat:landingPage": known("foaf:Document", `${home}data/`),
    "foaf:page": known("foaf:Document", `${home}data/codebook/`),
    "dcat:contactPoint": {
      "@type": ["vcard:Kind", "vcard:Organization"],
      "vcard:fn": portal.publisher.name,
      "vcard:hasEmail": id(`mailto:${portal.publisher.email}`),
    },
    "dct:temporal": {
      "@type": "dct:PeriodOfTime",
      "dcat:startDate": typed("date", edition.from),
      "dcat:endDate": typed("date", edition.to),
    },
    "dct:accrualPeriodicity": known("dct:Frequency", `${authority}frequency/IRREG`),
    "dcat:distribution": own.map(distribution),
  });
  return {
    "@context": context,
    ...id(`${catalog}#catalog`),
    "@type": "dcat:Catalog",
    "dct:title": text(`${portal.title}: ${portal.region.name}`),
    "dct:description": text(
      say("package.text", {
        region: portal.region.of,
        from: edition.from,
        to: edition.to,
        shown: String(portal.minimum.shown),
      }),
    ),
    ...common,
    "dct:publisher": publisher,
    ...licence,
    "foaf:homepage": known("foaf:Document", home),
    "dcat:dataset": tableNames.flatMap((name) => {
      const own = files.filter(({ table }) => table === name);
      return own.length === 0 ? [] : [dataset(name, own)];
    }),
    "dcat:service": {
      ...id(`${home}api/v1/openapi.json#service`),
      "@type": "dcat:DataService",
      "dct:title": text(say("api.heading")),
      "dcat:endpointURL": id(`${home}api/v1/`),
      "dcat:endpointDescription": id(`${home}api/v1/openapi.json`),
      ...licence,
    },
  };
}
