import { readFileSync } from 'node:fs'

export interface FixtureCase {
  readonly name: string
  readonly before: string
  readonly after: string
}

/**
 * The cases of a text file: the name of the case, the text before and the text after, each ended by a line
 * with a single dot. Blank lines separate cases.
 */
export const fixtureCases = (path: string): FixtureCase[] => {
  const lines = readFileSync(path, 'utf8').split('\n')
  const cases: FixtureCase[] = []
  let at = 0
  const until = (): string => {
    const end = lines.indexOf('.', at)
    if (end < 0) throw new Error(`${path}: a case that starts in line ${at + 1} has no end`)
    const part = lines.slice(at, end).map((line) => `${line}\n`)
    at = end + 1
    return part.join('')
  }
  while (at < lines.length) {
    if (lines[at] === '') {
      at++
      continue
    }
    cases.push({ name: until().trimEnd(), before: until(), after: until() })
  }
  return cases
}
