import { expect } from 'vitest'
import { changedSite, type SiteJob } from './changed-site'

/** Lines of a text: one that stays, or what stands there before and after. */
export type Line = string | readonly [before: string, after: string]

/** The head of every post. */
export const head = '---\ntitle: T\ndate: 2024-01-02\n---\n'
const before = (lines: readonly Line[]): string =>
  head + lines.map((line) => `${typeof line === 'string' ? line : line[0]}\n`).join('')
const after = (lines: readonly Line[]): string =>
  head + lines.map((line) => `${typeof line === 'string' ? line : line[1]}\n`).join('')

type Files = Readonly<Record<string, string | Uint8Array>>

/** Does a job to a site with a post of these lines, and expects them as they shall be; undo brings everything back. */
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

/** A post that leads to nothing. */
export const post = `${head}x\n`
