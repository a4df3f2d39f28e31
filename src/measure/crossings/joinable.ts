/** Things that become one with each other, each known by one of its own (union–find). */
export function joinable(): { rootOf: (node: number) => number; join: (one: number, other: number) => void } {
  const above = new Map<number, number>();
  const rootOf = (node: number): number => {
    let root = node;
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next;
    for (let at = node; at !== root;) {
      const next = above.get(at) ?? root;
      above.set(at, root);
      at = next;
    }
    return root;
  };
  return {
    rootOf,
    join: (one, other) => {
      const [from, to] = [rootOf(one), rootOf(other)];
      if (from !== to) above.set(from, to);
    },
  };
}
