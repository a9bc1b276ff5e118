/** The paths in a line of them, with commas between; a slash before one stands for the site's root. */
export const styleNames = (written: string): string[] =>
  written
    .split(',')
    .map((name) => name.trim().replace(/^(?:\.?\/)+/, ''))
    .filter((name) => name !== '' && name.length <= 300)
    .slice(0, 8)
