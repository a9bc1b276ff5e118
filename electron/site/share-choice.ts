import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../shared/app-error'
import { editField } from '../../shared/front-matter/edit/edit'
import { changeFormat, decodePost, encodePost } from '../../shared/posts/text-format'
import type { SiteChoice } from '../../shared/site/site-info'
import { parseSiteConfig } from '../../shared/site-config'
import { applyTextChanges } from '../../shared/text/text-change'
import { t } from '../../shared/texts/translate'
import { codeOf } from '../disk/calls/codes'
import { diskError } from '../disk/disk-error'

/** The change that writes the user's choice into `postwright.json`. */
export type SharedChoice =
  | { readonly kind: 'create'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'write'; readonly path: string; readonly before: Uint8Array; readonly after: Uint8Array }

const name = 'postwright.json'

/**
 * Plans writing a choice into a site's `postwright.json`, or creating the file; everything else stays byte for byte.
 * Writes nothing; throws an AppError if the file cannot be parsed.
 */
export const planSharedChoice = async (root: string, choice: SiteChoice): Promise<SharedChoice> => {
  const path = join(root, name)
  const before = await bytesOf(path)
  if (before === null)
    return { kind: 'create', path, bytes: Buffer.from(`${JSON.stringify(choice, null, 2)}\n`) }
  const { text, format } = decodePost(before)
  const read = parseSiteConfig(text)
  if (read.kind === 'bad') {
    const [problem] = read.problems
    throw new AppError(
      'failed',
      t('site.settingsHaveError', { file: name, line: problem?.line ?? 1, message: problem?.message ?? '' }),
    )
  }
  const { generator } = read.config
  // A site's own generator is an object whose `like` names the generator it is based on.
  const generatorPath = typeof generator === 'object' ? ['generator', 'like'] : ['generator']
  const wanted = [
    [generatorPath, choice.generator],
    [['postsFolder'], choice.postsFolder],
  ] as const
  let after = { text, format }
  for (const [at, value] of wanted) {
    if (value === undefined) continue
    const edit = editField(after.text, at, value)
    if (edit.kind === 'refused')
      throw new AppError('failed', t('site.settingsNotChanged', { file: name, reason: edit.reason }))
    after = {
      text: applyTextChanges(after.text, edit.changes),
      format: changeFormat(after.text, after.format, edit.changes),
    }
  }
  return { kind: 'write', path, before, after: encodePost(after.text, after.format) }
}

const bytesOf = async (path: string): Promise<Uint8Array | null> => {
  try {
    return await readFile(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw diskError(error, t('files.cannotRead', { name }))
  }
}
