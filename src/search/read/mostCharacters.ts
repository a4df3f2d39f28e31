/** A longer query is a pasted letter; its first words find it as well. */
export const mostCharacters = 500;
