/** A text that begins with a capital, as it stands within a sentence. */
export const uncapitalised = (language: string, text: string): string =>
  text.slice(0, 1).toLocaleLowerCase(language) + text.slice(1);
