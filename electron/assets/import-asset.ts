import { mkdir, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../../shared/app-error'
import { extensionForType, imageTypeOf, imageTypeOfBytes } from '../../shared/base/image-types'
import { refusalOf } from '../../shared/images/refusal'
import { isDeviceName } from '../../shared/site/file-name'
import { extensionOf, nameWithoutExtension } from '../../shared/site/post-path'
import { slugOf } from '../../shared/site/slug'
import { t } from '../../shared/texts/translate'
import { writeAtomically } from '../disk/atomic-write'
import { isMissing } from '../disk/calls/codes'
import { diskError } from '../disk/disk-error'
import { resolveInside } from '../disk/resolve-inside'
import type { Site } from '../site/detect-site'
import { imageHabit } from './image-habit'

export interface ImportedImage {
  /** What to write in the post. */
  readonly reference: string
  /** Path from the site root. */
  readonly sitePath: string
  /** Where the file was written; null where the site had the image already. */
  readonly written: { readonly path: string; readonly madeFolder: string | null } | null
}

export interface ImageFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const maxNames = 1000

/**
 * Stores a new image where the site keeps the images of the post, and answers a reference in the site's style.
 * Never overwrites: if the name is taken it gets a number, and an identical image is reused.
 */
export const importAsset = async (site: Site, postId: string, image: ImageFile): Promise<ImportedImage> => {
  const { base, extension } = nameFor(image)
  const { folder, prefix } = await imageHabit(site, postId)
  for (let n = 1; n <= maxNames; n += 1) {
    const name = `${base}${n === 1 ? '' : `-${n}`}.${extension}`
    const sitePath = folder === '' ? name : `${folder}/${name}`
    const path = await pathInSite(site, sitePath)
    const kept = { reference: prefix + name, sitePath }
    const there = await whatIsAt(path, image.bytes)
    if (there === 'same') return { ...kept, written: null }
    const written = there === 'nothing' ? await write(path, image.bytes, name) : null
    if (written) return { ...kept, written }
  }
  throw new AppError('already-exists', t('images.tooManyNames', { count: maxNames, name: base }))
}

const nameFor = ({ name, bytes }: ImageFile): { base: string; extension: string } => {
  const type = imageTypeOfBytes(bytes)
  const extension = type === null ? null : extensionForType(type)
  const refusal = refusalOf(name, bytes)
  if (type === null || extension === null || refusal !== null)
    throw new AppError('bad-name', refusal ?? t('images.notCopied', { image: name }))
  // A correct extension is kept: .jpeg is as good as .jpg.
  const written = extensionOf(name)
  const base = slugOf(nameWithoutExtension(name.replace(/^.*[\\/]/s, '')) || 'image')
  return {
    base: isDeviceName(base) ? `${base}-image` : base, // reserved by Windows
    extension: imageTypeOf(`x.${written}`) === type ? written : extension,
  }
}

// A posts folder that is a link is outside the site, so its own real path is the boundary.
const pathInSite = (site: Site, sitePath: string): Promise<string> =>
  site.postsFolder !== '.' && sitePath.startsWith(`${site.postsFolder}/`)
    ? resolveInside(site.postsRoot, sitePath.slice(site.postsFolder.length + 1))
    : resolveInside(site.root, sitePath)

const whatIsAt = async (path: string, bytes: Uint8Array): Promise<'nothing' | 'same' | 'other'> => {
  try {
    const found = await stat(path)
    if (!found.isFile() || found.size !== bytes.byteLength) return 'other'
    return Buffer.compare(await readFile(path), bytes) === 0 ? 'same' : 'other'
  } catch (error) {
    if (isMissing(error)) return 'nothing'
    throw diskError(error, t('files.cannotAccess', { name: path }))
  }
}

/** Null when the name was taken meanwhile. */
const write = async (path: string, bytes: Uint8Array, name: string): Promise<ImportedImage['written']> => {
  try {
    const madeFolder = (await mkdir(dirname(path), { recursive: true })) ?? null
    await writeAtomically(path, bytes, { create: true })
    return { path, madeFolder }
  } catch (error) {
    const told = diskError(error, t('images.cannotSaveImage', { image: name }))
    if (told.kind === 'already-exists') return null
    throw told
  }
}
