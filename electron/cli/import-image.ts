import { basename, resolve } from 'node:path'
import { AppError } from '../../shared/app-error'
import { allChoices, imageChoices, isLarge, type SomeChoices } from '../../shared/images/image-choices'
import { isMarkdownName } from '../../shared/site/post-path'
import { t } from '../../shared/texts/translate'
import { readWhole } from '../disk/read-whole'
import { readPreferences } from '../site/detect/preferences'
import { oneOf } from './check'
import { type ExitCode, readCommandLine, type Terminal, UsageError } from './command-line'
import { findPosts } from './find-posts'
import { createSiteFinder } from './site-of-post'

/**
 * `postwright import-image <post> <image>...`: copies images to where the site keeps those of the post and prints their
 * references. They are converted as the options and `postwright.json` say; location and camera data are removed.
 */
export const importImage = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  const { switches, values, rest } = readCommandLine(args, {
    json: { type: 'boolean' },
    width: { type: 'string' },
    format: { type: 'string' },
    'keep-metadata': { type: 'boolean' },
  })
  const [named, ...files] = rest
  if (named === undefined || !isMarkdownName(named) || files.length === 0)
    throw new UsageError(t('cli.nameToImport'))
  const [post] = findPosts([named], terminal)
  const placed = post && (await createSiteFinder()(post))
  if (!placed) throw new UsageError(t('cli.notInFolder', { post: named }))
  const requested = choicesOf(values, switches.has('keep-metadata'))
  const site = (await readPreferences(placed.site.root)).images ?? {}
  const { importAsset } = await import('../assets/import-asset') // other commands do not need it
  const { makeImage } = await import('../assets/pixels/make-image')
  const { lookAtImage } = await import('../assets/pixels/look-at-image')
  const results: Record<string, unknown>[] = []
  let code: ExitCode = 0
  for (const file of files) {
    if (terminal.signal?.aborted) return 1
    try {
      const { bytes } = await readWhole(resolve(terminal.cwd, file), t('files.cannotRead', { name: file }))
      const name = basename(file)
      const usual = isLarge(await lookAtImage(name, bytes)) ? site : { metadata: site.metadata }
      const made = await makeImage(name, bytes, allChoices({ ...usual, ...requested }))
      const kept = await importAsset(placed.site, placed.id, { name, bytes: made.bytes })
      const { reference, sitePath: path } = kept
      const { width, height } = made
      results.push({
        file,
        reference,
        path,
        width,
        height,
        bytes: made.bytes.byteLength,
        isNew: kept.written !== null,
      })
      if (!switches.has('json')) terminal.out([file, reference, path].join('\t'))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      code = 1
      results.push({ file, problem: error.message })
      terminal.err(`${file}: ${error.message}`)
    }
  }
  if (switches.has('json')) terminal.out(JSON.stringify(results, null, 2))
  return code
}

const choicesOf = (values: ReadonlyMap<string, string>, keepMetadata: boolean): SomeChoices => {
  const [width, format] = [values.get('width'), values.get('format')]
  const pixels = imageChoices.shape.width.safeParse(Number(width ?? Number.NaN))
  if (width !== undefined && !pixels.success) throw new UsageError(t('cli.widthRange'))
  return {
    ...(pixels.success && { width: pixels.data }),
    ...(format !== undefined && { format: oneOf(['keep', 'webp', 'avif'] as const, format, '--format') }),
    ...(keepMetadata && { metadata: 'keep' as const }),
  }
}
