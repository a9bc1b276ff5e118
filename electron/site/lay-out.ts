import { basename, join, relative, sep } from 'node:path'
import { generatorOf } from '../../shared/generators/generators'
import type { AddressSettings } from '../../shared/generators/shape/address-settings'
import type { ConfiguredSite } from '../../shared/generators/shape/configured-values'
import { changedHabits } from '../../shared/generators/shape/custom'
import type { Generator } from '../../shared/generators/shape/generator'
import type { Habits } from '../../shared/generators/shape/habits'
import { isBundled } from '../../shared/site/path-alias'
import { joinPath } from '../../shared/site/post-path'
import type { SaidBy, SiteFinding } from '../../shared/site/site-info'
import type { SiteLayout } from '../../shared/site/site-layout'
import { withVersions } from './configuration/docs-versions'
import { permalinksOfData } from './configuration/eleventy-data'
import { readPathAliases } from './configuration/path-aliases'
import { readSiteConfig } from './configuration/read-configuration'
import { entriesOf } from './detect/count-posts'
import type { SiteChoices, SiteRoot } from './detect/find-site-root'
import { type FoundFolder, plainPostsFolder, postsFolderOf, withDrafts } from './detect/posts-folder'
import { readPreferences } from './detect/preferences'
import { type SiteBelow, sitesBelow } from './detect/sites-below'
import { redirectKeyOf } from './redirect-key'

/** What is being opened, and the site found for it. */
interface Opening {
  readonly around: SiteRoot
  /** The opened folder, or that of the opened post. */
  readonly start: string
  readonly file: string | null
  readonly choices: SiteChoices
}

/** The layout of a site, and the evidence for it. */
interface Laid {
  readonly folder: string
  readonly layout: SiteLayout
  readonly found: SiteFinding
}

/** Finds the folders of a site; a repository may contain its site in a subfolder. */
export const layoutOf = async (opening: Opening): Promise<Laid> => {
  const { around, start, file, choices } = opening
  if (around.isRepository) {
    const below = await sitesBelow(around.folder, choices)
    const [site] = below
    if (file === null && start === around.folder && site !== undefined)
      return layoutOf({ ...opening, around: site.root, start: site.root.folder })
    const builder = below.find((one) => buildsFrom(one, around.folder, start))
    if (builder !== undefined)
      return lay({ ...opening, around: { ...builder.root, folder: around.folder } }, builder.path)
  }
  const laid = await lay(opening, '')
  if (file !== null || start !== around.folder || laid.posts.usual || around.saidBy !== 'found') return laid
  // The root package may be a workspace with the site in one of its folders.
  const [site] = await sitesBelow(around.folder, choices)
  return site === undefined || site.posts * 2 < laid.posts.posts
    ? laid
    : layoutOf({ ...opening, around: site.root, start: site.root.folder })
}

/** Whether a generator reads posts from a folder beside its site, as Docusaurus does from `../docs`. */
const buildsFrom = ({ root, path }: SiteBelow, repository: string, start: string): boolean => {
  const inside = pathInside(repository, start)
  return (generatorOf(root.profile).outside ?? []).some((beside) => {
    const folder = joinPath(path, beside)
    return folder !== null && (inside === folder || inside.startsWith(`${folder}/`))
  })
}

const lay = async (
  { around, start, file, choices }: Opening,
  prefix: string,
): Promise<Laid & { readonly posts: Pick<FoundFolder, 'posts' | 'usual'> }> => {
  const site = join(around.folder, prefix)
  const generator = generatorOf(around.profile)
  const within = (folder: string) =>
    folder.startsWith('{') || prefix === '' ? folder : `${prefix}/${folder}`
  const config = await readSiteConfig(site, generator)
  const changes = changesOf(around, config)
  const habits = changes === null ? generator : changedHabits(generator, changes)
  const addresses = await addressesOf(around.folder, prefix, generator, config)
  const own = around.custom?.folders
  const usual = own?.posts ?? config.postsFolders ?? habits.folders.posts
  const wanted = await wantedFolder(around.folder, choices)
  const top = file === null && start === around.folder
  const posts =
    top && wanted !== null
      ? given(wanted.path)
      : await postsFolderFor({ generator, habits, root: around.folder, start, file, usual })
  const { path } = posts
  const openedItself = file === null && start !== around.folder
  const folders =
    openedItself || wanted?.path === path
      ? { postsFolder: path }
      : await withDrafts(around.folder, path, habits.folders.drafts)
  const asset = config.assetFolders === true ? ['{dir}/{name}', '{dir}/{slug}'] : []
  const images = [
    ...(own?.images ? [] : [...(config.imageFolders ?? []), ...asset]),
    ...habits.folders.images,
  ]
  return {
    folder: around.folder,
    posts,
    layout: {
      profile: around.profile,
      ...(changes === null ? {} : { habits }),
      ...folders,
      publicFolders: (own?.public ?? config.publicFolders ?? habits.folders.public).map(within),
      imageFolders: [...new Set(images.map(within))],
      basePath: config.basePath ?? '',
      address: config.address ?? null,
      ...(config.language === undefined ? {} : { language: config.language }),
      ...(addresses === undefined ? {} : { addresses }),
      ...(config.serverPort === undefined ? {} : { serverPort: config.serverPort }),
    },
    found: {
      generator: around.saidBy,
      postsFolder: openedItself ? 'chosen' : top && wanted !== null ? wanted.saidBy : 'found',
      signs: [...new Set((around.recognised?.found ?? []).flatMap(({ all }) => all))].map(within),
    },
  }
}

// The rules for heads from the site's configuration, overridden by `postwright.json`.
const changesOf = (
  { custom, profile }: SiteRoot,
  { head }: ConfiguredSite,
): NonNullable<SiteRoot['custom']> | null => {
  if (head === undefined) return custom ?? null
  return { ...(custom ?? { like: profile }), head: { ...head, ...custom?.head } }
}

const addressesOf = async (
  root: string,
  prefix: string,
  generator: Generator,
  { addresses }: ConfiguredSite,
): Promise<AddressSettings | undefined> => {
  const site = join(root, prefix)
  const own =
    generator.id === 'eleventy'
      ? await withDataFiles(site, addresses)
      : generator.id === 'docusaurus' && addresses?.content
        ? { ...addresses, content: await withVersions(root, prefix, addresses.content) }
        : addresses
  const redirectKey = addresses?.redirectKey ?? (await redirectKeyOf(site, generator))
  const aliases = isBundled(generator.id)
    ? await readPathAliases(root, prefix, addresses?.aliases ?? generator.aliases ?? [])
    : []
  const all = {
    ...own,
    ...(redirectKey !== undefined && { redirectKey }),
    ...(aliases.length > 0 && { aliases }),
  }
  return Object.keys(all).length === 0 ? undefined : all
}

const withDataFiles = async (
  site: string,
  addresses: AddressSettings | undefined,
): Promise<AddressSettings | undefined> => {
  const found = await permalinksOfData(site, addresses?.content?.[0]?.folder ?? '.')
  return Object.keys(found).length === 0
    ? addresses
    : { ...addresses, permalinks: { ...addresses?.permalinks, ...found } }
}

// The user's choice, otherwise the one in `postwright.json`; a missing folder is skipped.
const wantedFolder = async (
  root: string,
  choices: SiteChoices,
): Promise<{ readonly path: string; readonly saidBy: SaidBy } | null> => {
  const chosen = Object.hasOwn(choices, root) ? choices[root]?.postsFolder : undefined
  const said = (await readPreferences(root)).postsFolder
  for (const [written, saidBy] of [
    [chosen, 'chosen'],
    [said, 'postwright.json'],
  ] as const) {
    const path = written === undefined ? null : joinPath(written)
    if (path !== null && (await entriesOf(join(root, path))) !== null) return { path: path || '.', saidBy }
  }
  return null
}

interface Looking {
  readonly generator: Generator
  readonly habits: Habits
  readonly root: string
  readonly start: string
  readonly file: string | null
  readonly usual: readonly string[]
}

const given = (path: string): FoundFolder => ({ path, posts: 0, usual: true })

const postsFolderFor = async ({
  generator,
  habits,
  root,
  start,
  file,
  usual,
}: Looking): Promise<FoundFolder> => {
  const inside = pathInside(root, start)
  if (file !== null) {
    const known = usual.find((name) => name !== '.' && `${inside}/`.startsWith(`${name}/`))
    const bundle = /^index\.\w+$/i.test(basename(file)) && inside.includes('/')
    return given(known ?? (bundle ? inside.slice(0, inside.lastIndexOf('/')) : inside))
  }
  if (inside !== '.') return given(inside)
  return generator.id === 'plain'
    ? given(await plainPostsFolder(root, usual))
    : postsFolderOf(root, habits, usual)
}

const pathInside = (root: string, path: string): string => relative(root, path).split(sep).join('/') || '.'
