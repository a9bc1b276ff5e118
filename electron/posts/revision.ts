import { createHash } from 'node:crypto'
import type { Revision } from '../../shared/post'

/** The hash that stands for a file's bytes. */
export const revisionOf = (bytes: Uint8Array): Revision => createHash('sha256').update(bytes).digest('hex')
