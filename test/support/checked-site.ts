import { findingsOf, recordOf } from '../../shared/checks/check-post'
import type { Finding } from '../../shared/checks/findings/finding'
import { fixed } from '../../shared/checks/findings/fixes'
import type { CheckSeverities } from '../../shared/checks/severity/check-severities'
import { checkSite } from '../../shared/checks/site/check-site'
import { CheckedPosts } from '../../shared/checks/site/checked-posts'
import { folderListing } from '../../shared/checks/site/folder-listing'
import { factsOf } from '../../shared/front-matter/schema/facts'
import { createSchemaBuilder } from '../../shared/front-matter/schema/infer'
import { habitsOf } from '../../shared/generators/generators'
import { featuresFor } from '../../shared/generators/markdown-features'
import type { AddressSettings } from '../../shared/generators/shape/address-settings'
import type { GeneratorId } from '../../shared/generators/shape/generator-id'
import { applySiteConfig, type SiteConfig } from '../../shared/site-config'

export interface SiteToCheck {
  readonly profile?: GeneratorId
  /** Texts by post id. */
  readonly posts: Readonly<Record<string, string>>
  /** Sizes in bytes by path from the site root. */
  readonly files?: Readonly<Record<string, number>>
  readonly config?: SiteConfig
  readonly address?: string
  readonly addresses?: AddressSettings
  readonly now?: string
  /** Addresses of pages outside the posts. */
  readonly elsewhere?: readonly string[]
  readonly basePath?: string
}

/** A site in memory: its findings by post, each as `check line message`. */
export const checkedSite = ({
  profile = 'hugo',
  posts,
  files = {},
  config = {},
  address,
  addresses,
  elsewhere = [],
  basePath = '',
  now,
}: SiteToCheck) => {
  const { folders } = habitsOf(profile)
  const layout = {
    profile,
    postsFolder: folders.posts[0] ?? '.',
    publicFolders: folders.public,
    imageFolders: folders.images,
    basePath,
    address: address ?? 'https://example.org',
    ...(addresses && { addresses }),
  }
  const checked = new CheckedPosts(layout)
  const schema = createSchemaBuilder()
  const rules = { layout, features: featuresFor(profile, config.markdown as undefined) }
  for (const [id, text] of Object.entries(posts)) {
    checked.put(recordOf(id, text, rules))
    schema.add(id, factsOf(text))
  }
  const all: Record<string, number> = { ...files }
  for (const [id, text] of Object.entries(posts)) all[`${layout.postsFolder}/${id}`] = text.length
  const around = checkSite({
    layout,
    schema: applySiteConfig(schema.schema(), config),
    posts: checked,
    files: filesIn(all),
    isElsewhere: (address) => elsewhere.includes(address),
    isComplete: true,
    now: Date.parse(now ?? '2024-06-01'),
  })
  const severities: CheckSeverities = config.checks ?? {}
  const of = (id: string): readonly Finding[] => {
    const record = checked.get(id)
    if (!record) throw new Error(`No post ${id}`)
    return findingsOf(record, around, severities)
  }
  return {
    of,
    posts: checked,
    told: (id: string) => of(id).map(({ check, line, message }) => `${check} ${line} ${message}`),
    fixed: (id: string, check: string) =>
      fixed(
        posts[id] ?? '',
        of(id).filter((finding) => finding.check === check),
      ),
  }
}

const filesIn = (files: Readonly<Record<string, number>>) => {
  const folders = new Map<string, Set<string>>([['', new Set()]])
  for (const path of Object.keys(files)) {
    let folder = ''
    for (const part of path.split('/')) {
      const names = folders.get(folder) ?? new Set()
      folders.set(folder, names.add(part))
      folder = folder === '' ? part : `${folder}/${part}`
    }
  }
  return {
    names: (folder: string) => {
      const names = folders.get(folder === '.' ? '' : folder)
      return names ? folderListing([...names]) : null
    },
    size: (path: string) => files[path] ?? null,
  }
}

/** The checks of all findings in a post with this body. */
export const checksIn = (body: string, id = 'one.md') =>
  checkedSite({
    posts: { [id]: `---\ntitle: One\n---\n\n${body}` },
    files: { 'static/x.png': 1 },
  })
    .of(id)
    .map(({ check }) => check)
