/** Escapes only what would otherwise be markup. Of a bracket, the words of a link are looked for in the next 1,000 characters. */
export const escaped = (text: string): string =>
  text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/`/g, '\\`')
    .replace(/\*(?=\S)|(?<=\S)\*/g, '\\*')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/\[(?=[^\]]{0,1000}\][([:])|\[(?=\^)/g, '\\[')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/~(?=\S)|(?<=\S)~/g, '\\~')
    .replace(/&(?=#?\w{1,31};)/g, '\\&')
    .replace(/^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s)|>|={2,}\s*$|-{2,}\s*$)/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s)/, '$1\\$2')
