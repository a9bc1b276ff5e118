import { z } from 'zod'
import { type OpenedPost, postId, postToSave, type SaveResult } from '../post'
import { call, event, returns } from './define'

export const documentCalls = {
  /** Rejects with a message when the file is missing, too large, binary or not readable. */
  openPost: call(z.tuple([postId]), returns<OpenedPost>()),
  savePost: call(z.tuple([postId, postToSave]), returns<SaveResult>()),
} as const

export const documentEvents = {
  /** A file of the folder changed, appeared or went; our own writes come too and are known by their revision. */
  fileChanged: event<{ readonly id: string; readonly kind: 'changed' | 'removed' }>(),
} as const
