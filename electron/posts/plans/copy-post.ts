import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { editField } from '../../../shared/front-matter/edit/edit'
import { parseFrontMatter } from '../../../shared/front-matter/read/parse'
import type { PostId } from '../../../shared/posts/post'
import { changeFormat, decodePost, encodePost } from '../../../shared/posts/text-format'
import { idWithSlug } from '../../../shared/references/renamed-post'
import { folderOf } from '../../../shared/site/post-path'
import { freeSlug, slugOfPost } from '../../../shared/site/slug'
import { applyTextChanges } from '../../../shared/text/text-change'
import { diskError } from '../../disk/disk-error'
import { readWhole } from '../../disk/read-whole'
import { resolveInside } from '../../disk/resolve-inside'
import type { Site } from '../../site/detect-site'
import type { FileStep } from '../operations/file-step'
import { createImageMover, imageFoldersOf, isBundle } from './moved-images'
import { renameInText } from './rename-in-text'

/** A copy to be made beside a post, and the steps that make it. */
export interface PlannedCopy {
  readonly id: PostId
  readonly steps: readonly FileStep[]
}

/**
 * Plans a copy of a post beside it under a free slug: its file, the files of its bundle and of the folders that are
 * named after it. The copy shows its own images and has an address of its own. Writes nothing.
 */
export const planCopy = async (site: Site, id: PostId): Promise<PlannedCopy> => {
  const path = await resolveInside(site.postsRoot, id)
  const { bytes } = await readWhole(path, `Cannot copy ${id}`)
  const before = { id, slug: slugOfPost(id, site) }
  const slug = freeSlug(`${before.slug}-copy`, await slugsBeside(path, id, site))
  const after = { id: idWithSlug(id, slug, site), slug }
  const { moved } = await imageFoldersOf(site, before, after, [])
  const steps: FileStep[] = []
  for (const { from, to, files } of moved)
    for (const file of files) {
      if (join(site.root, file) === path) continue
      const copied = await readWhole(join(site.root, file), `Cannot copy ${file}`)
      steps.push({ kind: 'create', path: join(site.root, to + file.slice(from.length)), bytes: copied.bytes })
    }
  const { text, format } = decodePost(bytes)
  const rename = { site, before, after, imageNow: createImageMover(site, moved) }
  const { changes } = await renameInText(text, id, rename)
  const renamed = applyTextChanges(text, changes)
  const own = withOwnSlug(renamed, slug)
  const inside = changeFormat(text, format, changes)
  steps.push({
    kind: 'create',
    path: join(site.postsRoot, after.id),
    bytes: encodePost(applyTextChanges(renamed, own), changeFormat(renamed, inside, own)),
  })
  return { id: after.id, steps }
}

const slugsBeside = async (path: string, id: PostId, site: Site): Promise<readonly string[]> => {
  const folder = isBundle(id) ? dirname(dirname(path)) : dirname(path)
  try {
    return (await readdir(folder)).map((name) => slugOfPost(name, site))
  } catch (error) {
    throw diskError(error, `Cannot look into the folder ${folderOf(id)}`)
  }
}

// Two posts with one slug in their heads would be shown at one address.
const withOwnSlug = (text: string, slug: string) => {
  const head = parseFrontMatter(text)
  if (head.kind !== 'parsed' || typeof head.data.slug !== 'string' || head.data.slug === slug) return []
  const edit = editField(text, 'slug', slug)
  return edit.kind === 'changes' ? edit.changes : []
}
