/**
 * Whether work on so many appeals or texts is worth a thread. A thread loads a second of programs before it begins, and
 * four hundred are worked through here in less.
 */
export const worthThreads = (count: number): boolean => count >= 400;
