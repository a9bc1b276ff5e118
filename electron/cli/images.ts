import {
  type CatalogImage,
  type ImageCatalog,
  type MeasuredImage,
  sizeOf,
  withSame,
} from '../../shared/images/catalog/image-catalog'
import { type ImageMatter, imageMatters } from '../../shared/images/catalog/image-filters'
import { t } from '../../shared/texts/translate'
import { startThreads } from './check'
import { type ExitCode, readCommandLine, type Terminal, UsageError } from './command-line'
import { siteOf } from './site-of-post'

const matters = Object.keys(imageMatters) as readonly ImageMatter[]

/**
 * `postwright images [<folder>]`: lists the images of a site with dimensions, file size and uses; `--unused`, `--heavy`,
 * `--same` and `--no-alt` list only those, `--missing` lists images that posts show and that do not exist.
 */
export const images = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  const { switches, rest } = readCommandLine(args, {
    json: { type: 'boolean' },
    missing: { type: 'boolean' },
    unused: { type: 'boolean' },
    heavy: { type: 'boolean' },
    same: { type: 'boolean' },
    'no-alt': { type: 'boolean' },
  })
  const wanted = matters.filter((matter) => switches.has(matter))
  const isMissingAsked = switches.has('missing')
  if (isMissingAsked && wanted.length > 0) throw new UsageError(t('cli.missingAlone'))
  const site = await siteOf(rest.length === 0 ? ['.'] : rest, terminal.cwd)
  const { readFolder } = await import('../library/checks/read-folder') // other commands do not need it
  const { createFolderImages } = await import('../assets/catalog/folder-images')
  const { siteFiles } = await import('../library/checks/site-files')
  const { posts, problems } = await readFolder({ site, startThreads, signal: terminal.signal })
  if (terminal.signal?.aborted) return 1
  for (const problem of problems) terminal.err(problem)
  const folder = createFolderImages({
    site,
    posts: () => ({ posts, isComplete: problems.length === 0 }),
    files: siteFiles(site.root),
    lookAtPosts: async () => undefined, // they were just read
    pause: () => null,
  })
  const listed = await folder.images()
  const asJson = switches.has('json')
  const catalog =
    asJson || wanted.includes('same') ? withSame(listed, (await folder.sameImages()) ?? []) : listed
  for (const { reason } of catalog.unreadable) terminal.err(reason)
  if (isMissingAsked) tellMissing(catalog, asJson, terminal)
  else {
    const found = catalog.images
      .filter((image) => wanted.every((matter) => imageMatters[matter](image)))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    const sizes = await folder.imageSizes(found.map(({ path }) => path))
    tellImages(found, sizes, asJson, terminal)
  }
  return problems.length + catalog.unreadable.length > 0 ? 1 : 0
}

const tellMissing = ({ missing }: ImageCatalog, asJson: boolean, { out }: Terminal): void => {
  if (asJson) out(JSON.stringify(missing, null, 2))
  else for (const { reference, uses } of missing) out([reference, ...uses.map(placeOf)].join('\t'))
}

const placeOf = ({ id, line }: CatalogImage['uses'][number]): string => `${id}:${line}`

const tellImages = (
  images: readonly CatalogImage[],
  sizes: readonly MeasuredImage[],
  asJson: boolean,
  { out }: Terminal,
): void => {
  if (asJson) {
    const rows = images.map(({ path, size, uses, usedBy, sameAs }, index) => {
      const [width, height] = sizeOf(sizes[index]) ?? [null, null]
      return { path, bytes: size, width, height, uses, usedBy, sameAs }
    })
    out(JSON.stringify(rows, null, 2))
    return
  }
  for (const [index, { path, size, uses, usedBy }] of images.entries()) {
    const pixels = sizeOf(sizes[index])?.join(' × ') ?? ''
    const places = uses.length > 0 ? uses.map(placeOf) : [usedBy ?? 'unused']
    out([path, pixels, t('cli.bytes', { size }), ...places].join('\t'))
  }
}
