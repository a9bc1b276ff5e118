import { z } from 'zod'

const keys = z.array(z.string().min(1).max(100)).max(60).readonly()

/** The keys by which a generator or its theme recognizes a draft. */
export const draftKeys = z.strictObject({
  draftWhenTrue: keys.describe('Keys that mark a draft when true'),
  draftWhenFalse: keys.describe('Keys that mark a draft when false'),
  draftUnlessTrue: keys.describe('Keys that must be true for a post to be published').optional(),
  status: z
    .strictObject({
      key: z.string().min(1).max(100),
      drafts: keys.describe('The values that mark a draft'),
      published: keys.describe(
        'The values of published posts; when publishing, the one that the site uses is written',
      ),
      ignoresCase: z.boolean().describe('Whether `Draft` and `draft` are the same value').optional(),
      required: z.boolean().describe('Whether a post without it is a draft').optional(),
    })
    .readonly()
    .describe('A key with a word as its value, as in `status: draft`')
    .optional(),
})
export type DraftKeys = Readonly<z.infer<typeof draftKeys>>
