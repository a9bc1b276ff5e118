import { z } from 'zod'
import type { CheckProgress, FindingsChanged, OutsideLinks, TextFindings } from '../checks/findings/told'
import { postId } from '../posts/post'
import { sentText } from '../text/sent-text'
import { call, event, returns } from './define'
import type { Packed } from './packed'

export const checkCalls = {
  /** The findings of the text of an open post; null when it is closed and the disk counts again. */
  checkText: call(z.tuple([postId, sentText.nullable()]), returns<TextFindings>()),
  /** The linked pages of other sites that were not checked lately. */
  countLinks: call(z.tuple([]), returns<OutsideLinks>()),
  /** Checks whether these pages on other sites exist; resolves when all are checked, or it was stopped. */
  checkLinks: call(z.tuple([]), returns<void>()),
  stopLinks: call(z.tuple([]), returns<void>()),
} as const

export const checkEvents = {
  findingsChanged: event<Packed<FindingsChanged>>(),
  checkProgress: event<CheckProgress>(),
} as const
