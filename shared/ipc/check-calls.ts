import { z } from 'zod'
import type { CheckProgress, FindingsChanged, OutsideLinks, TextFindings } from '../checks/findings/told'
import { postId } from '../posts/post'
import { sentText } from '../text/sent-text'
import { call, event, returns } from './define'
import type { Packed } from './packed'

export const checkCalls = {
  /** What is wrong with the text of an open post; null gives the post back to what is on the disk. */
  checkText: call(z.tuple([postId, sentText.nullable()]), returns<TextFindings>()),
  /** The pages of other sites that posts link to and that were not asked for lately. */
  countLinks: call(z.tuple([]), returns<OutsideLinks>()),
  /** Asks other sites whether these pages are there; resolves when all have answered, or it was stopped. */
  checkLinks: call(z.tuple([]), returns<void>()),
  stopLinks: call(z.tuple([]), returns<void>()),
} as const

export const checkEvents = {
  findingsChanged: event<Packed<FindingsChanged>>(),
  checkProgress: event<CheckProgress>(),
} as const
