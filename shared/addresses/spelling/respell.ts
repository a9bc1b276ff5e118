import { aliasesOf, codeEndings, markOfAlias } from '../../site/path-alias'
import { folderOf, isMarkdownName, relativePath } from '../../site/post-path'
import { referenceTo } from '../../site/reference-to'
import { rulesOf } from '../by-generator/rules-of'
import type { SiteMap } from '../map/site-map'
import { addressEnd, addressesOf, partsOf, sharedEnd, trailOf } from '../meaning/at-address'
import { isSame, meaningOf } from '../meaning/meaning'
import type { Place } from '../meaning/meaning-types'
import { type TargetParts, takeApart, written } from '../meaning/target-parts'
import type { SitePath } from '../rules/page'
import type { Respelling } from './respelling'
import { spelledNames } from './spelled-names'

/** Rewrites a reference in its form so that it keeps its meaning after a change; null if no spelling does. */
export const respelled = (asked: Respelling): string | null => {
  const { reference, place, path, map } = asked
  const parts = takeApart(reference, map[0].site)
  if (parts === null) return null
  let forgiven: string | null = null
  let byEnd: string | null = null
  for (const plain of spellingsOf(asked, parts)) {
    const spelled = plain === parts.plain ? parts.path : written(plain, reference)
    if (spelled === null) continue
    const target = parts.front + spelled + parts.rest
    const found = meaningOf({ ...reference, target }, place[1], map[1])
    if (found.kind !== asked.meant.kind || found.path !== path[1]) continue
    if (found.by === 'end' && !found.isLoose && !isSame(asked.meant, found, () => path[1])) byEnd ??= target
    else if (!found.isLoose) return target
    forgiven ??= target
  }
  // What was resolved leniently may stay so: another letter case, a missing base path.
  return byEnd ?? (asked.meant.isLoose ? forgiven : null)
}

/** Candidate paths, decoded, the likeliest first. */
function* spellingsOf(asked: Respelling, parts: TargetParts): Generator<string> {
  const { reference, meant, place, path, map } = asked
  if (reference.kind !== 'link' && reference.kind !== 'image' && reference.kind !== 'import') {
    yield* spelledNames(asked, parts.plain)
    return
  }
  if (parts.names === 'alias') {
    yield* aliasedSpellings(asked, parts.plain)
    return
  }
  if (parts.names) {
    yield* siteLinks(asked, parts)
    return
  }
  const byFile = () => fromFile(parts.plain, place[1].path, path[1])
  // A bare name was resolved by a rule of the site, by which the image may have another name now.
  if (reference.kind === 'image' && !parts.plain.includes('/') && isServed(path[1], map[1]))
    yield usualReference(path[1], place[1], map[1])
  // If only a name has changed, the rest of the path stays as written.
  if (!parts.fromTop) yield* withOtherName(parts.plain, ...path)
  if (meant.by === 'name') yield* inContent(parts.plain, ...path)
  if (parts.plain.startsWith('@/')) yield `@/${path[1].replace(/^content\//, '')}`
  else if (parts.fromTop) {
    const slash = parts.plain === '' || parts.plain.startsWith('/')
    for (const address of fromTop(asked, parts.plain)) yield slash ? address : address.replace(/^\//, '')
  } else if (meant.by === 'file' || reference.kind === 'import') yield* byFile()
  else yield* fromAddress(asked, parts.plain)
  if (reference.kind === 'import') return
  if (reference.kind === 'image') yield usualReference(path[1], place[1], map[1])
  if (!parts.fromTop) {
    yield* byFile()
    yield* fromAddress(asked, parts.plain)
  }
  if (parts.front === '' && !parts.fromTop)
    for (const address of addressesAt(path[1], map[1])) yield baseInPosts(map[1]) + address
}

/** `{filename}/a.md` is relative to the content, `{filename}a.md` to the file. */
function* siteLinks({ place, path, map }: Respelling, { names, plain, fromTop: isWhole }: TargetParts) {
  const [, to] = path
  const content = map[1].site.addresses?.content?.[0]?.folder ?? 'content'
  if (names === 'slug') yield map[1].pages.get(to)?.slug ?? ''
  else if (names === 'site-file') yield to
  else if (!isWhole) {
    yield* withOtherName(plain, ...path)
    yield* fromFile(plain, place[1].path, to)
  } else if (content === '.' || to.startsWith(`${content}/`))
    yield `/${content === '.' ? to : to.slice(content.length + 1)}`
}

function* fromTop({ path, map, meant }: Respelling, plain: string): Generator<string> {
  const [before, after] = [addressesAt(path[0], map[0]), addressesAt(path[1], map[1])]
  if (meant.by === 'end' || meant.by === 'name') {
    if (isMarkdownName(plain)) yield* withOtherName(plain, ...path)
    yield* endReplaced(plain, path, map)
    yield* withOtherName(plain, ...path)
  }
  for (const address of after) yield likeWritten(address, plain, before)
}

/** The address of a page, or those of a file. */
const addressesAt = (path: SitePath, map: SiteMap): readonly string[] => {
  const page = map.pages.get(path)
  if (!page) return addressesOf(path, map)
  return page.address === null ? [] : [page.address]
}

/** An address with the ending as written before, if the old address has the same ending as the new one. */
const likeWritten = (address: string, plain: string, before: readonly string[]): string => {
  const endOf = (one: string) => addressEnd(one).toLowerCase()
  const sameKind = before.some((one) => endOf(one) === endOf(address))
  if (!sameKind || address === '/') return address
  return address.slice(0, address.length - addressEnd(address).length) + addressEnd(plain)
}

/** Replaces the folders and the slug of a page at the end of an address by its new ones. */
function* endReplaced(plain: string, path: Respelling['path'], map: Respelling['map']): Generator<string> {
  const [old, now] = [map[0].pages.get(path[0]), map[1].pages.get(path[1])]
  if (!old || !now) return
  const parts = partsOf(plain)
  const [trail, trailNow] = [trailOf(old), trailOf(now)]
  const count = sharedEnd(parts, trail)
  const front = parts.slice(0, parts.length - count)
  const end = addressEnd(plain)
  const start = plain.startsWith('/') ? '/' : ''
  // How many parts to try: as written but adjusted by the change in depth, as written, all.
  const least = count + trailNow.length - trail.length
  for (const size of new Set([Math.max(1, least), count, trailNow.length]))
    yield start + [...front, ...trailNow.slice(-size)].join('/') + end
}

function* fromAddress(asked: Respelling, plain: string): Generator<string> {
  const { place, path, map } = asked
  const from = place[1].page?.address
  if (from == null) return
  for (const address of addressesAt(path[1], map[1])) {
    const wanted = likeWritten(address, plain, addressesAt(path[0], map[0]))
    const isFolder = wanted.endsWith('/')
    const folder = from.slice(0, from.lastIndexOf('/'))
    const way = relativePath(folder, wanted.replace(/\/$/, '')) || '.'
    yield dotted(plain, isFolder ? `${way}/` : way)
  }
}

function* fromFile(plain: string, from: SitePath, to: SitePath): Generator<string> {
  const way = relativePath(folderOf(from), to)
  for (const named of withEnding(way, plain)) yield dotted(plain, named)
}

/** A path to a file with an extension, or without one if it was written without. */
function* withEnding(way: string, plain: string): Generator<string> {
  const slash = plain.endsWith('/') ? '/' : ''
  if (isMarkdownName(way) && !isMarkdownName(plain)) yield way.replace(/(?:\/_?index)?\.\w+$/, '') + slash
  else {
    const isCode = codeEndings.find((ending) => way.endsWith(ending))
    if (isCode !== undefined && !plain.endsWith(isCode)) {
      if (/\/index\.\w+$/.test(way)) yield way.replace(/\/index\.\w+$/, '')
      yield way.replace(/\.\w+$/, '')
    }
    yield way
  }
}

/** The same alias as written, else another one or the path from the file. */
function* aliasedSpellings({ reference, place, path, map }: Respelling, plain: string): Generator<string> {
  const [, to] = path
  const isImport = reference.kind === 'import'
  yield* withOtherName(plain, ...path)
  const same = aliasesOf(plain, map[1].site, isImport)
  const mark = markOfAlias(plain)
  for (const { prefix, folders } of [...same, ...(map[1].site.addresses?.aliases ?? [])])
    for (const folder of folders)
      if (folder === '.' || to.startsWith(`${folder}/`))
        for (const named of withEnding(folder === '.' ? to : to.slice(folder.length + 1), plain))
          yield `${mark}${prefix}${named}`
  for (const named of fromFile(plain, place[1].path, to)) yield named.startsWith('.') ? named : `./${named}`
}

const dotted = (plain: string, way: string): string =>
  plain.startsWith('./') && !way.startsWith('.') ? `./${way}` : way

/** A path that stays relative to the same content folder: `blog/old.md` for `content/blog/old.md`. */
function* inContent(plain: string, from: SitePath, to: SitePath): Generator<string> {
  const slash = plain.startsWith('/') ? '/' : ''
  const inside = plain.slice(slash.length)
  if (!`/${from}`.endsWith(`/${inside}`)) return
  const content = from.slice(0, from.length - inside.length)
  if (to.startsWith(content)) yield slash + to.slice(content.length)
}

/** Replaces the renamed part of a path, at each place where it occurs. */
function* withOtherName(plain: string, from: SitePath, to: SitePath): Generator<string> {
  const [old, now] = [from.split('/'), to.split('/')]
  if (old.length !== now.length) return
  const index = old.findIndex((part, at) => part !== now[at])
  const stem = (name: string | undefined) => name?.replace(/\.[^.]*$/, '') ?? ''
  for (const [a, b] of [
    [old[index] ?? '', now[index] ?? ''],
    [stem(old[index]), stem(now[index])],
  ] as const)
    for (
      let at = a === '' ? -1 : plain.lastIndexOf(a);
      at >= 0;
      at = at === 0 ? -1 : plain.lastIndexOf(a, at - 1)
    )
      yield plain.slice(0, at) + b + plain.slice(at + a.length)
}

/** The base path as written in posts. */
const baseInPosts = ({ site }: SiteMap): string => (rulesOf(site).addsBase ? '' : site.basePath)

const isServed = (file: SitePath, { site }: SiteMap): boolean =>
  site.publicFolders.some((folder) => folder !== '.' && file.startsWith(`${folder}/`))

const usualReference = (file: SitePath, { path }: Place, map: SiteMap): string => {
  const { site } = map
  const postId =
    site.postsFolder === '.'
      ? path
      : path.startsWith(`${site.postsFolder}/`)
        ? path.slice(site.postsFolder.length + 1)
        : path
  return referenceTo(site, postId, rulesOf(site).slugOf(path, site), file)
}
