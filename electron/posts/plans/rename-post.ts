import { readdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { rulesOf } from '../../../shared/addresses/by-generator/rules-of'
import { clashAfter } from '../../../shared/addresses/change/address-clash'
import {
  hasOwnFolder,
  isListPage,
  moveOf,
  movingWith,
  pathInFolder,
  pathWithSlug,
  slugProblem,
  translationsOf,
} from '../../../shared/addresses/change/renamed-page'
import type { SiteChange } from '../../../shared/addresses/change/site-change'
import type { SitePath } from '../../../shared/addresses/rules/page'
import { AppError } from '../../../shared/app-error'
import type { PostId } from '../../../shared/posts/post'
import {
  type RenameChoices,
  type RenameOffers,
  type RenamePlan,
  usualChoices,
} from '../../../shared/posts/post-rename'
import {
  filePart,
  idOfPost,
  isMarkdownName,
  nameWithoutExtension,
  pathOfPost,
} from '../../../shared/site/post-path'

import type { TextChange } from '../../../shared/text/text-change'
import { t } from '../../../shared/texts/translate'

import { codeOf } from '../../disk/calls/codes'
import { diskError } from '../../disk/disk-error'
import type { FileStep } from '../operations/file-step'
import { redirectKeyOf, redirectTo, slugInHead, withRedirect, withSlug } from './head-of-renamed'
import { imageFoldersOf } from './moved-images'
import { type PlannedMoves, planMoves, type SiteMove } from './plan-moves'
import {
  type LookedSite,
  lookAtSite,
  type PostAddresses,
  placeOf,
  readText,
  type SiteLook,
} from './site-look'

/** A plan to show, and the steps that carry it out. */
export interface PlannedRename {
  readonly plan: RenamePlan
  readonly steps: readonly FileStep[]
}

/** Further options of a rename or move. */
export interface RenameOptions {
  readonly choices?: RenameChoices
  /** What the index knows; without it, every page of the site is read. */
  readonly known?: PostAddresses
  /** Changes to leave out, by their keys. */
  readonly excluded?: ReadonlySet<string>
}

/**
 * Plans renaming the slug of a post: its file or folder, its image folders, and every reference that would break. Writes
 * nothing. Throws an AppError if the name is taken or invalid.
 */
export const planRename = async (
  site: LookedSite,
  id: PostId,
  slug: string,
  options: RenameOptions = {},
): Promise<PlannedRename> => {
  const problem = slugProblem(slug)
  if (problem) throw new AppError('bad-name', problem)
  const look = await lookAtSite(site, options.known)
  const path = pathOfPost(id, site)
  const { text } = await existing(site, path)
  const old = filePart(rulesOf(site).slugOf(path, site))
  const inHead = slugInHead(text)
  const { slugOnly, translations } = options.choices ?? usualChoices
  if (slugOnly && inHead) {
    if (inHead.value === slug) throw new AppError('bad-name', t('files.sameSlug', { slug }))
    return planned(site, look, [{ path, after: path, slug }], options)
  }
  if (isListPage(path) && movingWith(path, site) === path)
    throw new AppError('bad-name', t('files.pageOfPostsFolder', { name: filePart(path) }))
  const after = pathWithSlug(path, slug, site)
  if (after === path) throw new AppError('bad-name', t('files.sameSlug', { slug }))
  const siblings = translations ? translationsOf(path, look.map) : []
  const all = [path, ...siblings].map((one) => ({
    path: one,
    after: pathWithSlug(one, slug, site),
    slug,
    old,
  }))
  return planned(site, look, all, options)
}

/** The same for moving a post to another folder of the posts folder. */
export const planMove = async (
  site: LookedSite,
  id: PostId,
  folder: string,
  options: RenameOptions = {},
): Promise<PlannedRename> => {
  const look = await lookAtSite(site, options.known)
  const path = pathOfPost(id, site)
  await existing(site, path)
  const target = folder === '' ? site.postsFolder : pathOfPost(folder, site)
  const after = pathInFolder(path, target, site)
  if (after === path) throw new AppError('bad-name', t('files.sameFolder', { id }))
  const siblings = (options.choices ?? usualChoices).translations
    ? translationsOf(path, look.map).filter(
        (one) => dirname(movingWith(one, site)) === dirname(movingWith(path, site)),
      )
    : []
  const all = [path, ...siblings].map((one) => ({ path: one, after: pathInFolder(one, target, site) }))
  return planned(site, look, all, options)
}

interface RenamedPage {
  readonly path: SitePath
  readonly after: SitePath
  /** The new slug, if it changes. */
  readonly slug?: string
  readonly old?: string
  /** Other edits of its head. */
  readonly head?: (text: string) => readonly TextChange[]
}

/** Plans new paths for pages. */
export const planned = async (
  site: LookedSite,
  look: SiteLook,
  renamed: readonly RenamedPage[],
  options: RenameOptions,
): Promise<PlannedRename> => {
  const [main] = renamed
  if (!main) throw new AppError('bad-name', t('files.nothingToRename'))
  const own: SiteMove[] = renamed
    .filter(({ path, after }) => path !== after)
    .map(({ path, after }) => moveOf(path, after, site))
  for (const move of own) await refuseTaken(site, look, move, own)
  const images =
    own.length === 0
      ? { moves: [], warnings: [] }
      : await imageFoldersOf(
          site,
          look,
          [main.path, main.after],
          own,
          new Set(renamed.map(({ path }) => path)),
        )
  const moves = [...images.moves, ...own]
  const { choices = usualChoices, known, excluded } = options
  const request = { moves, edits: headEdits(renamed), ...(excluded ? { excluded } : {}) }
  const first = await planMoves(site, look, request, known)
  const clashes = clashWarnings(renamed, first.change)
  const key = await redirectKeyOf(site, look.map, async (path) => (await readText(site, path))?.text ?? null)
  const redirect = redirectTo(main.path, first.change, key)
  const done =
    choices.redirect && redirect
      ? await planMoves(site, look, { ...request, edits: headEdits(renamed, first, key) }, known)
      : first
  const { text } = await existing(site, main.path)
  const isUnwritten = choices.redirect && redirect !== null && withRedirect(text, redirect, []) === null
  const offers: RenameOffers = {
    slugKey: main.slug === undefined ? null : slugInHead(text),
    translations: translationsOf(main.path, look.map).map((path) => idOfPost(path, site) ?? path),
    redirect,
  }
  return {
    plan: {
      fingerprint: done.fingerprint,
      id: idOfPost(main.after, site) ?? main.after,
      moves,
      files: done.files,
      unchangeable: done.unchangeable,
      warnings: [
        ...images.warnings,
        ...clashes,
        ...(isUnwritten ? [t('files.redirectByHand', { key: redirect.key })] : []),
        ...(look.isWhole ? [] : [t('files.siteTooLarge')]),
      ],
      offers,
    },
    steps: done.steps,
  }
}

/** Refuses an address that another page has; warns if a page in another language has it. */
const clashWarnings = (renamed: readonly RenamedPage[], change: SiteChange): readonly string[] =>
  renamed.flatMap(({ path }) => {
    const clash = clashAfter(path, change)
    if (clash === null) return []
    const { other, address, isTranslation } = clash
    if (!isTranslation) throw new AppError('already-exists', t('files.addressTaken', { other, address }))
    return [t('files.addressClash', { other, address })]
  })

/** The edits of the renamed posts' own heads. */
const headEdits = (renamed: readonly RenamedPage[], first?: PlannedMoves, key: string | null = null) =>
  new Map(
    renamed.map(({ path, slug, old, head }) => [
      path,
      (text: string) => {
        const edits = slug === undefined ? (head?.(text) ?? []) : withSlug(text, slug, old)
        const redirect = first ? redirectTo(path, first.change, key) : null
        return (redirect && withRedirect(text, redirect, edits)) ?? edits
      },
    ]),
  )

/** The text of a page; throws an AppError if it is gone. */
export const existing = async (site: LookedSite, path: SitePath) => {
  const read = await readText(site, path)
  if (read === null) throw new AppError('not-found', t('files.noLongerThere', { name: path }))
  return read
}

const refuseTaken = async (
  site: LookedSite,
  look: SiteLook,
  { from, to }: SiteMove,
  own: readonly SiteMove[],
): Promise<void> => {
  const isFile = look.map.files.has(from)
  const fold = (name: string) => name.normalize('NFC').toLowerCase()
  const stem = (name: string) => fold(isFile ? nameWithoutExtension(name) : name)
  const place = placeOf(to, site)
  const leaving = new Set(own.map((move) => placeOf(move.from, site)))
  const taken = (await namesIn(dirname(place))).find(
    (name) =>
      stem(name) === stem(basename(place)) &&
      (!isFile || isMarkdownName(name)) &&
      !leaving.has(`${dirname(place)}/${name}`),
  )
  if (taken !== undefined) throw new AppError('already-exists', t('files.slugTaken', { post: taken }))
  if (hasOwnFolder(from, site) && to.startsWith(`${from}/`))
    throw new AppError('bad-name', t('files.folderIntoItself'))
}

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [] // created by the move
    throw diskError(error, t('files.cannotAccessFolder'))
  }
}
