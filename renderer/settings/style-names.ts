/** The paths in a comma-separated list; a leading slash means the site's root. */
export const styleNames = (written: string): string[] =>
  written
    .split(',')
    .map((name) => name.trim().replace(/^(?:\.?\/)+/, ''))
    .filter((name) => name !== '' && name.length <= 300)
    .slice(0, 8)
