/** Code between fences that are longer than any in it. */
export const fenceOf = (code: string, language: string): string => {
  const longest = Math.max(2, ...[...code.matchAll(/^\s*(`{3,})/gm)].map(([, mark = '']) => mark.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${code.replace(/^\n|\s+$/g, '')}\n${fence}`
}
