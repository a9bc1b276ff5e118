/**
 * The terms of a pasted text, separated by commas, semicolons, tabs or lines; without list marks, quotes and
 * brackets.
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
