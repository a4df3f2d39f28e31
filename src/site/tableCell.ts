/** A cell of a plain table: words or a figure, with the way to what it names. */
export type TableCell =
  | string
  | {
      text: string;
      href?: string;
      /** Whether the link is to a file. */ download?: boolean;
      /** Words of the publisher, which are in the first language of the portal on every page. */ asWritten?: boolean;
    };
