import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { rulesOf } from '../../../shared/addresses/by-generator/rules-of'
import { changedText } from '../../../shared/addresses/change/changed-text'
import { movingWith, pathWithSlug } from '../../../shared/addresses/change/renamed-page'
import { copyOnPaper } from '../../../shared/addresses/change/site-change'
import type { SitePath } from '../../../shared/addresses/rules/page'
import { AppError } from '../../../shared/app-error'
import { editField, removeField } from '../../../shared/front-matter/edit/edit'
import { parseFrontMatter } from '../../../shared/front-matter/read/parse'
import { addressKeys } from '../../../shared/front-matter/values/address-keys'
import type { PostId } from '../../../shared/posts/post'
import { changeFormat, encodePost } from '../../../shared/posts/text-format'
import { filePart, idOfPost, pathOfPost } from '../../../shared/site/post-path'
import { folderForPost } from '../../../shared/site/resolve-asset'
import { freeSlug } from '../../../shared/site/slug'
import { applyTextChanges } from '../../../shared/text/text-change'
import { t } from '../../../shared/texts/translate'
import { diskError } from '../../disk/disk-error'
import { readWhole } from '../../disk/read-whole'
import { resolveInside } from '../../disk/resolve-inside'
import type { FileStep } from '../operations/file-step'
import { type LookedSite, lookAtSite, type PostAddresses, pageOfText, placeOf, readText } from './site-look'

/** A planned copy of a post, with its steps. */
export interface PlannedCopy {
  readonly id: PostId
  readonly steps: readonly FileStep[]
}

/**
 * Plans a copy of a post beside it under a free slug, with the files of its bundle and of the folders named after it.
 * The copy shows its own images and has its own address. Throws `outside-folder` if one of the files is a link out of
 * the site. Writes nothing.
 */
export const planCopy = async (site: LookedSite, id: PostId, known?: PostAddresses): Promise<PlannedCopy> => {
  await resolveInside(site.postsRoot, id) // a link may lead outside, and the copy would contain what is there
  const path = pathOfPost(id, site)
  const read = await readText(site, path)
  if (read === null) throw new AppError('not-found', t('files.noLongerThere', { name: id }))
  const look = await lookAtSite(site, known)
  const old = filePart(rulesOf(site).slugOf(path, site))
  const slug = freeSlug(`${old}-copy`, await slugsBeside(path, site))
  const after = pathWithSlug(path, slug, site)
  const copies = copiesOf(path, after, look.map.files, site)
  const { text, format } = read
  let now = text
  let formatNow = format
  const apply = (changes: Parameters<typeof applyTextChanges>[1]) => {
    formatNow = changeFormat(now, formatNow, changes)
    now = applyTextChanges(now, changes)
  }
  for (const edit of ownAddress(
    now,
    slug,
    (one) => pageOfText(one, after, site).address,
    look.map.pages.get(path)?.address,
  ))
    apply(edit(now))
  apply(changedText(now, path, copyOnPaper(look.map, copies, pageOfText(now, after, site), path)).changes)
  const steps: FileStep[] = []
  for (const [from, to] of copies) {
    if (from === path) continue
    await resolveInside(site.root, from)
    const { bytes } = await readWhole(placeOf(from, site), t('files.cannotCopy', { name: from }))
    steps.push({ kind: 'create', path: placeOf(to, site), bytes })
  }
  steps.push({ kind: 'create', path: placeOf(after, site), bytes: encodePost(now, formatNow) })
  return { id: idOfPost(after, site) ?? after, steps }
}

/** The files to copy with the post: those of its own folder and of the image folders named after it. */
const copiesOf = (
  path: SitePath,
  after: SitePath,
  files: ReadonlySet<SitePath>,
  site: LookedSite,
): ReadonlyMap<SitePath, SitePath> => {
  const folders: (readonly [from: SitePath, to: SitePath])[] = []
  if (movingWith(path, site) !== path) folders.push([movingWith(path, site), movingWith(after, site)])
  for (const pattern of site.imageFolders.filter((one) => /\{(?:slug|name)\}/.test(one))) {
    const [from, to] = [path, after].map((one) =>
      folderForPost(pattern, idOfPost(one, site) ?? one, rulesOf(site).slugOf(one, site), site),
    )
    if (
      !from ||
      !to ||
      from === to ||
      folders.some(([known]) => from === known || from.startsWith(`${known}/`))
    )
      continue
    const inside = [...files].filter((file) => file.startsWith(`${from}/`))
    if (inside.length > 0 && !inside.some((file) => /\.(?:md|mdx|markdown)$/i.test(file)))
      folders.push([from, to])
  }
  const copies = new Map([[path, after]])
  // A translation of the post is not one of its files.
  for (const [from, to] of folders)
    for (const file of files)
      if (file.startsWith(`${from}/`) && (file === path || !isTranslation(file, path)))
        copies.set(file, to + file.slice(from.length))
  return copies
}

const isTranslation = (file: SitePath, path: SitePath): boolean =>
  dirname(file) === dirname(path) && /(?:^|\/)_?index\.[\w-]+\.\w+$/.test(file)

const slugsBeside = async (path: SitePath, site: LookedSite): Promise<readonly string[]> => {
  const folder = dirname(placeOf(movingWith(path, site), site))
  try {
    return (await readdir(folder)).map((name) =>
      filePart(rulesOf(site).slugOf(join(dirname(movingWith(path, site)), name), site)),
    )
  } catch (error) {
    throw diskError(error, t('files.cannotAccess', { name: path }))
  }
}

/** Edits of a head that give the copy its own address: the new slug, and no other addresses. */
const ownAddress = (
  text: string,
  slug: string,
  addressOf: (text: string) => string | null,
  original: string | null | undefined,
) => {
  const head = parseFrontMatter(text)
  if (head.kind !== 'parsed') return []
  return Object.entries(head.data).flatMap(([key, value]) => {
    const name = key.toLowerCase()
    if (!addressKeys.has(name)) return []
    const isPattern =
      (name === 'permalink' || name === 'url') && typeof value === 'string' && /[:{]/.test(value)
    if (isPattern && addressOf(text) !== original) return []
    return [
      (now: string) => {
        const edit =
          name === 'slug' && typeof value === 'string' ? editField(now, key, slug) : removeField(now, key)
        if (edit.kind === 'changes') return edit.changes
        // A field that cannot be removed is emptied: two posts at one address would be worse.
        const emptied = editField(now, key, Array.isArray(value) ? [] : '')
        return emptied.kind === 'changes' ? emptied.changes : []
      },
    ]
  })
}
