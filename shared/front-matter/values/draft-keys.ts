import { z } from 'zod'

const keys = z.array(z.string().min(1).max(100)).max(60).readonly()

/** The keys by which a generator or its theme recognizes a draft. */
export const draftKeys = z.strictObject({
  draftWhenTrue: keys.describe('Keys that make a draft when true'),
  draftWhenFalse: keys.describe('Keys that make a draft when false'),
  draftUnlessTrue: keys.describe('Keys without which a post is a draft').optional(),
  status: z
    .strictObject({
      key: z.string().min(1).max(100),
      drafts: keys.describe('Its values that make a draft'),
      published: keys.describe('Values that make none, of which the one that the site uses is written'),
      ignoresCase: z.boolean().describe('Whether `Draft` and `draft` are one value').optional(),
      required: z.boolean().describe('Whether a post without it is a draft').optional(),
    })
    .readonly()
    .describe('A key whose value is a word: `status: draft`')
    .optional(),
})
export type DraftKeys = Readonly<z.infer<typeof draftKeys>>
