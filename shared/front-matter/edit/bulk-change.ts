import { z } from 'zod'
import { draftKeys } from '../values/draft-keys'

const key = z.string().min(1).max(200)
const term = z.string().min(1).max(500)
const scalar = z.union([z.string().max(100_000), z.number(), z.boolean(), z.null()])

/** One change for many posts. */
export const bulkChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('set'),
    key,
    value: z.union([scalar, z.array(scalar).max(1000)]),
    /** Quoted if it would be read as anything but text. */
    asText: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('flag'), key, on: z.boolean() }),
  /**
   * Publishes: switches the fields that mark a post as draft, by the generator's `keys` or the site's flags.
   */
  z.strictObject({
    kind: z.literal('publish'),
    keys: draftKeys,
  }),
  z.strictObject({ kind: z.literal('remove-field'), key }),
  z.strictObject({ kind: z.literal('rename-field'), key, to: key }),
  z.strictObject({ kind: z.literal('add-tag'), key, tag: term }),
  z.strictObject({ kind: z.literal('remove-tag'), key, tag: term }),
  z.strictObject({ kind: z.literal('rename-tag'), key, tag: term, to: term }),
])
export type BulkChange = z.infer<typeof bulkChange>
/** A change of one field. */
export type FieldChange = Exclude<BulkChange, { kind: 'publish' }>
