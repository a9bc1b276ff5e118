import { fileOfTemplate, type TemplateValues } from '../../../shared/front-matter/schema/template'
import { habitsOf, type MadeWith } from '../../../shared/generators/generators'
import type { PostId, PostSummary } from '../../../shared/posts/post'
import { fileNameProblem } from '../../../shared/site/file-name'
import { extensionOf, filePart, folderOf, isMarkdownName } from '../../../shared/site/post-path'

/** How the posts of a folder are named, for naming one more. */
export interface NamingHabits {
  readonly site: MadeWith
  readonly extension: string
  /** Posts are folders with an `index` file in them. */
  readonly bundles: boolean
  /** Folders that hold posts, the most used first; empty for the posts folder itself. */
  readonly folders: readonly string[]
  /** Slugs keep letters that are not Latin. */
  readonly keepScripts: boolean
  /** The file as the site's settings fix it. */
  readonly template?: string | undefined
}

const isBundle = (id: PostId): boolean => /(?:^|\/)index\.\w+$/i.test(id)

const mostUsed = (counts: ReadonlyMap<string, number>): readonly string[] =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value)

const count = (counts: Map<string, number>, value: string) => counts.set(value, (counts.get(value) ?? 0) + 1)

/** The habits of the posts that are there. */
export const namingHabits = (
  posts: readonly PostSummary[],
  site: MadeWith,
  template?: string,
): NamingHabits => {
  const extensions = new Map<string, number>()
  const folders = new Map<string, number>()
  let bundles = 0
  let foreign = 0
  for (const { id, slug } of posts) {
    const bundle = isBundle(id)
    if (bundle) bundles += 1
    if (/[^\p{ASCII}]/u.test(slug)) foreign += 1
    count(extensions, extensionOf(id))
    count(folders, bundle ? folderOf(folderOf(id)) : folderOf(id))
  }
  return {
    site,
    extension: mostUsed(extensions)[0] ?? 'md',
    bundles: bundles * 2 > posts.length,
    // A path from the settings says itself which folder it is.
    folders: template?.includes('/') ? [''] : mostUsed(folders.size === 0 ? new Map([['', 1]]) : folders),
    keepScripts: foreign > 0,
    template,
  }
}

/** The path of a new post in one of the folders. */
export const newPostId = (habits: NamingHabits, folder: string, values: TemplateValues): PostId => {
  const file = habits.template === undefined ? usualFile(habits, values) : fixedFile(habits, values)
  return folder === '' ? file : `${folder}/${file}`
}

const usualFile = ({ site, bundles, extension }: NamingHabits, values: TemplateValues): string => {
  const stem = fileOfTemplate(habitsOf(site).newPost.replace(/\.[^./]+$/, ''), values)
  return bundles ? `${stem}/index.${extension}` : `${stem}.${extension}`
}

const fixedFile = ({ template = '', extension }: NamingHabits, values: TemplateValues): string => {
  const file = fileOfTemplate(template, values)
  return isMarkdownName(file) ? file : `${file}.${extension}`
}

/** Why a slug cannot be used, or null when it can. */
export const slugProblem = (slug: string, id: PostId, posts: readonly PostSummary[]): string | null => {
  if (slug === '') return 'The address needs at least one letter.'
  if (/[\\/:*?"<>|\s]/.test(slug)) return 'Spaces and \\ / : * ? " < > | do not work in an address.'
  if (/^\.|\.$/.test(slug)) return 'It must not begin or end with a dot.'
  const problem = fileNameProblem(isBundle(id) ? filePart(folderOf(id)) : filePart(id))
  if (problem !== null) return problem
  const fold = (name: string) => name.normalize('NFC').toLowerCase()
  if (posts.some((post) => fold(post.id) === fold(id))) return `There is already a post in ${id}.`
  const shown = posts.find(
    (post) => fold(post.ownSlug ?? '') === fold(slug) && folderOf(post.id) === folderOf(id),
  )
  return shown ? `${shown.id} has this address already, by the slug in its front matter.` : null
}
