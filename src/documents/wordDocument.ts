import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { zip } from "./zip.ts";

/** Words, and where they lead. */
type Linked = string | { readonly text: string; readonly href: string };

interface DocumentTable {
  readonly header: readonly string[];
  /** Shares of the width, which add up to 1; the columns that hold figures are set flush at their end. */
  readonly widths: readonly number[];
  readonly figures: readonly number[];
  /** A row of one text alone is a heading inside the table. */
  readonly rows: readonly { readonly cells: readonly Linked[]; readonly level?: number; readonly heading?: true }[];
}

export type DocumentBlock =
  | { readonly heading: string; readonly level: 1 | 2 }
  | { readonly text: Linked; readonly as: "text" | "note" | "mark" }
  | { readonly table: DocumentTable };

export interface WordContent {
  readonly title: string;
  readonly creator: string;
  /** ISO date that the document says it is of. */
  readonly date: string;
  readonly language: "ru" | "en";
  readonly wide: boolean;
  readonly footer: string;
  readonly blocks: readonly DocumentBlock[];
}

/** A4 in twentieths of a point, and its margins: three centimetres where documents are bound, as offices keep them. */
const paper = { width: 11906, height: 16838, margin: { top: 1134, right: 850, bottom: 1134, left: 1701 } };

/** A Word document (DOCX), the same bytes for the same content. */
export function wordDocument(content: WordContent): Uint8Array {
  const { title, creator, language, wide, footer, blocks } = content;
  const width = (wide ? paper.height : paper.width) - paper.margin.left - paper.margin.right;
  const section: ISectionOptions = {
    properties: {
      page: {
        // The library turns a page by changing its sides itself.
        size: {
          width: paper.width,
          height: paper.height,
          orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: paper.margin,
      },
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [
              new TextRun({ text: `${footer} · `, size: 16 }),
              new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES], size: 16 }),
            ],
          }),
        ],
      }),
    },
    children: blocks.map((block) => blockOf(block, width)),
  };
  const document = new Document({
    title,
    creator,
    lastModifiedBy: creator,
    styles: {
      default: {
        document: {
          run: { font: "Times New Roman", size: 24, language: { value: language === "ru" ? "ru-RU" : "en-GB" } },
        },
        heading1: {
          run: { font: "Times New Roman", size: 32, bold: true, color: "000000" },
          paragraph: { spacing: { after: 160 } },
        },
        heading2: {
          run: { font: "Times New Roman", size: 26, bold: true, color: "000000" },
          paragraph: { spacing: { before: 240, after: 120 } },
        },
      },
    },
    sections: [section],
  });
  return zip(fixed(compiler.compile(document), content.date), ["[Content_Types].xml", "_rels/.rels"]);
}

/**
 * The library's own step from a document to the files of its archive. Packing them its way, unpacking that and packing it
 * again, since it tells the time of its making, would take longer than all the rest.
 */
const { compiler } = Packer as unknown as {
  compiler: { compile: (document: Document) => ReadonlyMap<string, string | Uint8Array> };
};

function blockOf(block: DocumentBlock, width: number): Paragraph | Table {
  if ("heading" in block)
    return new Paragraph({
      heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
      children: [new TextRun(block.heading)],
    });
  if ("table" in block) return tableOf(block.table, width);
  const look = { text: {}, note: { size: 20 }, mark: { bold: true, color: "B00020" } }[block.as];
  return new Paragraph({ spacing: { after: 120 }, children: [linked(block.text, look)] });
}

type Look = { size?: number; bold?: boolean; color?: string };

function linked(words: Linked, look: Look): ParagraphChild {
  if (typeof words === "string") return new TextRun({ text: words, ...look });
  return new ExternalHyperlink({
    link: words.href,
    children: [new TextRun({ text: words.text, style: "Hyperlink", ...look })],
  });
}

const thin = { style: BorderStyle.SINGLE, size: 4, color: "808080" };
const borders = { top: thin, bottom: thin, left: thin, right: thin };
const cellMargins = { top: 40, bottom: 40, left: 80, right: 80 };

function tableOf({ header, widths, figures, rows }: DocumentTable, width: number): Table {
  const columnWidths = widths.map((share) => Math.round(share * width));
  const cell = (words: Linked, column: number, look: Look, level = 0, span = 1, keepNext = false): TableCell =>
    new TableCell({
      borders,
      margins: cellMargins,
      verticalAlign: VerticalAlign.CENTER,
      columnSpan: span,
      width: { size: span === 1 ? columnWidths[column]! : width, type: WidthType.DXA },
      children: [
        new Paragraph({
          // A heading does not stand alone at the foot of a page.
          keepNext,
          alignment: figures.includes(column) ? AlignmentType.RIGHT : AlignmentType.LEFT,
          indent: { left: level * 280 },
          children: [linked(words, { size: 20, ...look })],
        }),
      ],
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: header.map((words, column) => cell(words, column, { bold: true })),
      }),
      ...rows.map(({ cells, level, heading }) =>
        heading
          ? new TableRow({ cantSplit: true, children: [cell(cells[0]!, 0, { bold: true }, 0, header.length, true)] })
          : new TableRow({
              cantSplit: true,
              children: cells.map((words, column) => cell(words, column, {}, column === 0 ? level : 0)),
            }),
      ),
    ],
  });
}

/** The library draws ids of links by chance and tells the time of making: both are replaced. */
function fixed(files: ReturnType<typeof compiler.compile>, date: string): Record<string, string | Uint8Array> {
  const ids = new Map<string, string>();
  const numbered = (text: string): string =>
    text.replace(/rId[\w-]{21}/g, (id) => {
      if (!ids.has(id)) ids.set(id, `rIdLink${ids.size + 1}`);
      return ids.get(id)!;
    });
  const changes: Record<string, (text: string) => string> = {
    "docProps/core.xml": (text) => text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`),
    "word/_rels/document.xml.rels": numbered,
    "word/document.xml": numbered,
  };
  const names = [...files.keys()].sort();
  return Object.fromEntries(
    names.map((name) => {
      const content = files.get(name)!;
      return [name, name in changes && typeof content === "string" ? changes[name]!(content) : content];
    }),
  );
}
