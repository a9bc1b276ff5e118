import { expect } from 'vitest'
import { changedSite, type SiteJob } from './changed-site'

/** A line of a text: unchanged, or as it is before and after. */
export type Line = string | readonly [before: string, after: string]

/** The head of every post. */
export const head = '---\ntitle: T\ndate: 2024-01-02\n---\n'
const before = (lines: readonly Line[]): string =>
  head + lines.map((line) => `${typeof line === 'string' ? line : line[0]}\n`).join('')
const after = (lines: readonly Line[]): string =>
  head + lines.map((line) => `${typeof line === 'string' ? line : line[1]}\n`).join('')

type Files = Readonly<Record<string, string | Uint8Array>>

/** Does a job in a site with a post of these lines; expects the new lines, and the original after undoing. */
export const expectLines = async (
  files: Files,
  path: string,
  lines: readonly Line[],
  job: SiteJob,
  pathAfter = path,
) => {
  const { changed, undone, plan } = await changedSite({ ...files, [path]: before(lines) }, job)
  const expected = after(lines)
  expect(changed[pathAfter] ?? before(lines)).toBe(expected)
  expect(undone).toEqual({})
  return { changed, plan }
}

/** A post without links. */
export const post = `${head}x\n`
