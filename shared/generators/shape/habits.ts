import { z } from 'zod'
import { headForms } from '../../front-matter/find/forms'
import { draftKeys } from '../../front-matter/values/draft-keys'
import { markdownPreset } from '../../markdown/options/features'

const paths = z.array(z.string().min(1).max(300)).max(60).readonly()
const keys = z.array(z.string().min(1).max(100)).max(60).readonly()

/** The folders of a site, relative to its root, `/` separated; `{dir}`, `{slug}`, `{name}` are the post's. */
export const folderHabits = z.strictObject({
  posts: paths.describe('The usual posts folders, the most usual first'),
  drafts: paths.describe('Names of folders of drafts'),
  public: paths.describe('Folders whose contents the site serves at its top'),
  images: paths.describe('Folders that may hold the images of a post, the likeliest first'),
  mixed: z.boolean().describe('Pages without a date are posts too').optional(),
})

/** How the file name of a post is read. */
export const fileNameHabits = z.strictObject({
  dated: z.boolean().describe('A date in front of the name belongs to the date, not to the slug'),
  keepsDate: z.boolean().describe('The slug keeps the date in front').optional(),
  datedFolders: z.boolean().describe('The date may be spread over folders: 2024/01/05-name').optional(),
})

/** Front matter keys with a meaning for the generator. */
export const headHabits = draftKeys.extend({
  scheduledBy: keys.describe('Keys whose date holds a post back while it lies ahead'),
  forms: z
    .array(z.enum(headForms))
    .max(headForms.length)
    .readonly()
    .describe('Ways to write front matter that it reads beside the usual one')
    .optional(),
  ignoresCase: z.boolean().describe('Whether `Title` and `title` are one key').optional(),
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
  moreMark: z.string().max(60).nullable().describe('The text that divides excerpt and rest'),
})

/** Where a new image of a post is saved, and how the post refers to it. */
export const newImageHabits = z.strictObject({
  folder: z.string().min(1).max(300).describe('Its folder, with {dir}, {slug} and {name}'),
  reference: z.string().min(1).max(300).describe('What the post says, with {slug} and {file}'),
})

/** What a generator expects of posts and images: plain data, so that it can be sent with its site. */
export const habits = z.strictObject({
  name: z.string().min(1).max(60).describe('What the generator is called'),
  folders: folderHabits,
  fileName: fileNameHabits,
  head: headHabits,
  address: addressHabits,
  markdown: markdownHabits,
  newPost: z.string().min(1).max(200).describe('The file of a new post, with {slug} and {date}'),
  newImage: newImageHabits,
  styles: paths.describe('Where the style sheet of all pages usually is'),
})
export type Habits = Readonly<z.infer<typeof habits>>
