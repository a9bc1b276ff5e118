/**
 * The comma, semicolon, tab or line separated terms of a pasted text, without list marks, quotes, brackets.
 */
export const termsIn = (pasted: string): string[] =>
  pasted
    .trim()
    .replace(/^\[([\s\S]*)\]$/, '$1')
    .split(/[,;\n\t，、]/)
    .map((term) =>
      term
        .trim()
        .replace(/^[-*+•][ \t]+/, '')
        .replace(/^(["'])(.*)\1$/, '$2')
        .trim(),
    )
    .filter((term) => term !== '')
