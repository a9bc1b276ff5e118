import { z } from 'zod'
import { isRecord } from '../../base/is-record'
import { generatorIds } from './generator-id'
import {
  addressHabits,
  fileNameHabits,
  folderHabits,
  type Habits,
  habits,
  headHabits,
  markdownHabits,
  newImageHabits,
} from './habits'

const generatorName = z.enum(generatorIds).describe('A generator that Postwright knows')

/** A generator as described in `postwright.json`: a known one, and what differs from it. */
export const customGenerator = z.union([
  generatorName,
  habits
    .omit({ folders: true, fileName: true, head: true, address: true, markdown: true, newImage: true })
    .partial()
    .extend({
      like: generatorName.describe('The generator to start from'),
      folders: folderHabits
        .partial()
        .describe('Where the site keeps posts, drafts, images and public files')
        .optional(),
      fileName: fileNameHabits.partial().describe('How dates in file names are read').optional(),
      head: headHabits.partial().describe('Front matter keys with a meaning').optional(),
      address: addressHabits.partial().describe('How the address of a post is formed').optional(),
      markdown: markdownHabits.partial().describe('The markdown of its posts').optional(),
      newImage: newImageHabits.partial().describe('Where a new image of a post is saved').optional(),
    })
    .strict(),
])
export type CustomGenerator = z.infer<typeof customGenerator>

/** The habits of a generator with some of them changed. */
export const changedHabits = (base: Habits, changes: Exclude<CustomGenerator, string>): Habits => {
  const { like: _, ...changed } = changes
  const whole: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(changed))
    if (value !== undefined)
      whole[key] = isRecord(value) ? { ...Object(whole[key] ?? {}), ...definedIn(value) } : value
  return habits.strip().parse(whole)
}

const definedIn = (map: object): object =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined))
