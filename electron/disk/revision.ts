import { hash } from 'node:crypto'
import type { Revision } from '../../shared/posts/post'

/** The hash that identifies a file's bytes. */
export const revisionOf = (bytes: Uint8Array): Revision => hash('sha256', bytes, 'hex')
