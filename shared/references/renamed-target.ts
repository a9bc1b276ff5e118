import type { PostId } from '../posts/post'
import {
  filePart,
  folderOf,
  isMarkdownName,
  joinPath,
  nameWithoutExtension,
  relativePath,
} from '../site/post-path'
import { namesOf, targetOf } from './post-target'
import type { ReferenceKind } from './references'

/** A post as links know it. */
export interface NamedPost {
  readonly id: PostId
  readonly slug: string
}

/** A link to write in place of another one; `written` null where no spelling in the same manner can be found. */
export type Retarget =
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly written: string | null }

/**
 * What a link of `from` says once `before` has become `after`: written in the manner it is written in, with the part
 * behind `#` or `?` as it was. `from` is the id of the linking post before, `fromAfter` after the change.
 */
export const renamedTarget = (
  kind: ReferenceKind,
  target: string,
  from: PostId,
  before: NamedPost,
  after: NamedPost,
  fromAfter: PostId = from,
): Retarget => {
  const meant = targetOf(kind, target, from)
  if (!meant || !isNamed(meant, before)) return { kind: 'same' }
  const still = targetOf(kind, target, fromAfter)
  if (still && isNamed(still, after) && !(meant.by === 'name' && before.slug !== after.slug))
    return { kind: 'same' }
  const path = target.slice(0, target.length - meant.rest.length)
  const written = meant.by === 'path' ? relativeTo(path, fromAfter, after.id) : withName(path, before, after)
  if (written === null) return { kind: 'changed', written: null }
  const result = written + meant.rest
  const read = targetOf(kind, result, fromAfter)
  if (read && isNamed(read, after))
    return result === target ? { kind: 'same' } : { kind: 'changed', written: result }
  return { kind: 'changed', written: null }
}

/** A relative link or image whose post was moved to another folder, while what it leads to was not. */
export const movedReference = (target: string, fromBefore: PostId, fromAfter: PostId): string | null => {
  if (folderOf(fromBefore) === folderOf(fromAfter) || !isRelative(target)) return null
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(target) ?? []
  const there = joinPath(folderOf(fromBefore), path)
  if (there === null) return null
  const moved = relativePath(folderOf(fromAfter), there)
  return (path.startsWith('./') && !moved.startsWith('../') ? './' : '') + moved + rest
}

const isRelative = (target: string): boolean => /^(?![a-z][a-z0-9+.-]*:|[/\\#?{])./i.test(target)
const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

const isNamed = (target: { readonly by: string; readonly name: string }, post: NamedPost): boolean =>
  namesOf(post).some(({ by, name }) => by === target.by && name === target.name)

const relativeTo = (written: string, from: PostId, to: PostId): string => {
  const path = relativePath(folderOf(from), to)
  const spelled = written.includes('%') || /\s/.test(path) ? encodePath(path) : path
  return written.startsWith('./') && !spelled.startsWith('../') ? `./${spelled}` : spelled
}

/** The last part of an address in which the post is named, with the other name in its place. */
const withName = (path: string, before: NamedPost, after: NamedPost): string | null => {
  const names: readonly (readonly [string, string])[] = [
    [filePart(before.id), filePart(after.id)],
    [fileName(before.id), fileName(after.id)],
    [before.slug, after.slug],
  ]
  for (const [old, now] of names) {
    for (const spelled of [old, encodeURIComponent(old)]) {
      const at = path.toLowerCase().lastIndexOf(spelled.toLowerCase())
      const isPart =
        /[/}]|^$/.test(path[at - 1] ?? '') &&
        /^(?:\/|\.html?|\/index\.\w+|\.\w+)*$/i.test(path.slice(at + spelled.length))
      if (at < 0 || old === '' || !isPart) continue
      return (
        path.slice(0, at) +
        (spelled === old ? now : encodeURIComponent(now)) +
        path.slice(at + spelled.length)
      )
    }
  }
  return null
}

/** `a/b/x.md` is named `x`; the bundle `a/b/index.md` is named `b`. */
const fileName = (id: PostId): string => {
  const name = nameWithoutExtension(filePart(id))
  return /^index$/i.test(name) && isMarkdownName(id) ? filePart(folderOf(id)) || name : name
}
