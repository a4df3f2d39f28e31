/** The seed of the committed demonstration data. */
export const usualSeed = "kitezh-1";
