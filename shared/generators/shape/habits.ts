import { z } from 'zod'
import { headForms } from '../../front-matter/find/forms'
import { draftKeys } from '../../front-matter/values/draft-keys'
import { markdownPreset } from '../../markdown/options/features'

const paths = z.array(z.string().min(1).max(300)).max(60).readonly()
const keys = z.array(z.string().min(1).max(100)).max(60).readonly()

/** The folders of a site, relative to its root, `/` separated; `{dir}`, `{slug}`, `{name}` are the post's. */
export const folderHabits = z.strictObject({
  posts: paths.describe('The usual posts folders, the most common first'),
  drafts: paths.describe('Names of folders for drafts'),
  public: paths.describe('Folders whose contents the site serves from its root'),
  images: paths.describe('Folders that may contain the images of a post, the most likely first'),
  mixed: z.boolean().describe('Whether pages without a date are posts too').optional(),
})

/** How the file name of a post is read. */
export const fileNameHabits = z.strictObject({
  dated: z
    .boolean()
    .describe(
      'Whether a date at the start of the file name is the date of the post and not part of its slug',
    ),
  keepsDate: z.boolean().describe('Whether the slug keeps that date').optional(),
  datedFolders: z
    .boolean()
    .describe('Whether the date can be split over folders, as in 2024/01/05-name')
    .optional(),
})

/** Front matter keys with a meaning for the generator. */
export const headHabits = draftKeys.extend({
  scheduledBy: keys.describe('Keys with the date before which a post is not published'),
  forms: z
    .array(z.enum(headForms))
    .max(headForms.length)
    .readonly()
    .describe('Other front matter formats that the generator reads')
    .optional(),
  ignoresCase: z.boolean().describe('Whether `Title` and `title` are the same key').optional(),
})

/** How the address of a post is made. */
export const addressHabits = z.strictObject({
  permalink: z
    .string()
    .min(1)
    .max(300)
    .describe('The address of a post, with {section}, {year}, {month}, {day} and {slug}'),
})

/** The markdown of the generator. */
export const markdownHabits = z.strictObject({
  preset: markdownPreset.describe('The renderer that posts are written for'),
  moreMark: z.string().max(60).nullable().describe('The text that separates the excerpt from the rest'),
})

/** Where a new image of a post is saved, and how the post refers to it. */
export const newImageHabits = z.strictObject({
  folder: z.string().min(1).max(300).describe('The folder of the image, with {dir}, {slug} and {name}'),
  reference: z.string().min(1).max(300).describe('The reference in the post, with {slug} and {file}'),
})

/** What a generator expects of posts and images: plain data, so that it can be sent with its site. */
export const habits = z.strictObject({
  name: z.string().min(1).max(60).describe('The name of the generator'),
  folders: folderHabits,
  fileName: fileNameHabits,
  head: headHabits,
  address: addressHabits,
  markdown: markdownHabits,
  newPost: z.string().min(1).max(200).describe('The file name of a new post, with {slug} and {date}'),
  newImage: newImageHabits,
  styles: paths.describe('The usual paths of the style sheet that all pages use'),
})
export type Habits = Readonly<z.infer<typeof habits>>
