import { none } from "../model/columns.ts";

/** A topic of the vocabulary and the topic above it. */
export interface TopicLink {
  readonly code: string;
  readonly parent: string | null;
}

export interface TopicTree {
  /** Every topic of the vocabulary and of the appeals, in code order. */
  readonly codes: readonly string[];
  /** For each topic of `codes`, the indices of its ancestors from the top level down to itself. */
  readonly paths: readonly (readonly number[])[];
  /** For each topic as the appeals carry it, its index in `codes`. */
  readonly ofLeaf: Uint16Array;
  /** Length of the longest path: 1 where no topic has sub-topics. */
  readonly depth: number;
}

/**
 * The vocabulary's topics as a tree, with the topics that only the appeals know added at the top level.
 *
 * @param links a parent that is not itself in the list counts as no parent
 * @param leaves topics as the appeals carry them
 * @throws RangeError if a topic is its own ancestor
 */
export function topicTree(links: readonly TopicLink[], leaves: readonly string[]): TopicTree {
  const codes = [...new Set([...links.map((link) => link.code), ...leaves])].sort();
  const index = new Map(codes.map((code, i) => [code, i]));
  const parent = new Map(links.map((link) => [link.code, link.parent]));
  const paths = codes.map((code) => {
    const path: number[] = [];
    for (let at: string | null | undefined = code; at !== null && at !== undefined; at = parent.get(at)) {
      const place = index.get(at);
      if (place === undefined) break;
      if (path.includes(place)) throw new RangeError("a topic or a place is its own ancestor");
      path.unshift(place);
    }
    return path;
  });
  return {
    codes,
    paths,
    ofLeaf: Uint16Array.from(leaves, (leaf) => index.get(leaf)!),
    depth: Math.max(1, ...paths.map((path) => path.length)),
  };
}

/** For each row, the topic of the given level (0 is the top) above or at the appeal's own; `none` where there is none. */
export function topicsAtLevel(tree: TopicTree, topic: Uint16Array, level: number): Uint16Array {
  const ofLeaf = Array.from(tree.ofLeaf, (place) => tree.paths[place]![level] ?? none);
  return topic.map((leaf) => (leaf === none ? none : ofLeaf[leaf]!));
}
