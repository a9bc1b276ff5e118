import { fileOfTemplate, type TemplateValues } from '../../../shared/front-matter/schema/template'
import { habitsOf, type MadeWith } from '../../../shared/generators/generators'
import type { PostId, PostSummary } from '../../../shared/posts/post'
import { fileNameProblem } from '../../../shared/site/file-name'
import { extensionOf, filePart, folderOf, isMarkdownName } from '../../../shared/site/post-path'
import { t } from '../../../shared/texts/translate'

/** The naming style of a post. */
interface NewestName {
  readonly extension: string
  /** It is a folder with an `index` file. */
  readonly isBundle: boolean
  /** It starts with a date. */
  readonly isDated: boolean
}

/** The naming style of a site's posts. */
export interface NamingHabits {
  readonly site: MadeWith
  /** The style of the newest post of each folder. */
  readonly newest: ReadonlyMap<string, NewestName>
  /** Folders with posts, that of the newest posts first; empty for the posts folder itself. */
  readonly folders: readonly string[]
  /** Slugs keep non-Latin letters. */
  readonly keepScripts: boolean
  /** The file name pattern in the site's settings. */
  readonly template?: string | undefined
}

/** The proposed folder is the most frequent among this many of the newest posts. */
const maxLately = 3

const timeOf = ({ dateMs, modifiedMs }: PostSummary): number => dateMs ?? modifiedMs

const folderOfPost = (id: PostId): string => (isBundle(id) ? folderOf(folderOf(id)) : folderOf(id))

const nameOf = (id: PostId): NewestName => ({
  extension: extensionOf(id),
  isBundle: isBundle(id),
  isDated: /^\d{4}-\d{2}-\d{2}[-_]/.test(filePart(isBundle(id) ? folderOf(id) : id)),
})

const unknownName: NewestName = { extension: 'md', isBundle: false, isDated: false }

const isBundle = (id: PostId): boolean => /(?:^|\/)index\.\w+$/i.test(id)

const maxUsed = (counts: ReadonlyMap<string, number>): readonly string[] =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value)

const count = (counts: Map<string, number>, value: string) => counts.set(value, (counts.get(value) ?? 0) + 1)

/** The naming style of the existing posts. */
export const namingHabits = (
  posts: readonly PostSummary[],
  site: MadeWith,
  template?: string,
): NamingHabits => {
  const folders = new Map<string, number>()
  const newest = new Map<string, NewestName>()
  let foreign = 0
  const newestFirst = posts.toSorted((a, b) => timeOf(b) - timeOf(a))
  for (const { id, slug } of newestFirst) {
    if (/[^\p{ASCII}]/u.test(slug)) foreign += 1
    const folder = folderOfPost(id)
    count(folders, folder)
    if (!newest.has(folder)) newest.set(folder, nameOf(id))
  }
  const latest = new Map<string, number>()
  for (const { id } of newestFirst.slice(0, maxLately)) count(latest, folderOfPost(id))
  const [lately] = [...latest].toSorted((a, b) => b[1] - a[1])
  const used = maxUsed(folders.size === 0 ? new Map([['', 1]]) : folders)
  return {
    site,
    newest,
    // A path from the settings includes the folder.
    folders: template?.includes('/') ? [''] : [...new Set([...(lately ? [lately[0]] : []), ...used])],
    keepScripts: foreign > 0,
    template,
  }
}

/** The path of a new post in a folder, named like the newest post there. */
export const newPostId = (habits: NamingHabits, folder: string, values: TemplateValues): PostId => {
  const like = habits.newest.get(folder) ?? [...habits.newest.values()][0] ?? unknownName
  const file =
    habits.template === undefined
      ? usualFile(habits, like, values)
      : fixedFile(habits.template, like.extension, values)
  return folder === '' ? file : `${folder}/${file}`
}

const usualFile = (
  { site }: NamingHabits,
  { extension, isBundle: bundle, isDated }: NewestName,
  values: TemplateValues,
): string => {
  const pattern = habitsOf(site).newPost.replace(/\.[^./]+$/, '')
  const dated = isDated && !pattern.includes('{date}') ? `{date}-${pattern}` : pattern
  const stem = fileOfTemplate(dated, values)
  return bundle ? `${stem}/index.${extension}` : `${stem}.${extension}`
}

const fixedFile = (template: string, extension: string, values: TemplateValues): string => {
  const file = fileOfTemplate(template, values)
  return isMarkdownName(file) ? file : `${file}.${extension}`
}

/** Why a slug cannot be used, or null if it can. */
export const slugProblem = (slug: string, id: PostId, posts: readonly PostSummary[]): string | null => {
  if (slug === '') return t('changes.slugEmpty')
  if (/[\\/:*?"<>|\s]/.test(slug)) return t('changes.slugCharacters')
  if (/^\.|\.$/.test(slug)) return t('changes.slugDots')
  const problem = fileNameProblem(isBundle(id) ? filePart(folderOf(id)) : filePart(id))
  if (problem !== null) return problem
  const fold = (name: string) => name.normalize('NFC').toLowerCase()
  if (posts.some((post) => fold(post.id) === fold(id))) return t('changes.slugTaken', { id })
  const shown = posts.find(
    (post) => fold(post.ownSlug ?? '') === fold(slug) && folderOf(post.id) === folderOf(id),
  )
  return shown ? t('changes.addressTaken', { id: shown.id }) : null
}
