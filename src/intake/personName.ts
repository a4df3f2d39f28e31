/** Labels that are the name of a person and not of an office. */
const patterns = [
  // Иванов И. И., И. И. Иванов
  /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? \p{Lu}\. ?(?:\p{Lu}\.)?$/u,
  /^\p{Lu}\. ?(?:\p{Lu}\. ?)?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u,
  // Иванова Мария Петровна, Мария Петровна Иванова
  /^(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? ){1,2}\p{Lu}\p{Ll}+(?:ович|евич|ич|овна|евна|ична|инична)$/u,
  /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:ович|евич|ич|овна|евна|ична|инична) \p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u,
  // Müller, Hans
  /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?, \p{Lu}\p{Ll}+$/u,
];

export function looksLikePerson(label: string): boolean {
  return patterns.some((pattern) => pattern.test(label));
}
