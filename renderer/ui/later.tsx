import type { ReactNode } from 'react'
import { useLater } from '../base/tasks'

export interface LaterProps {
  /** Identifies the part; each is delayed once per session. */
  readonly part: string
  /** Shown until then. */
  readonly before?: ReactNode
  readonly children: ReactNode
}

/** Draws a part of the window in a later task the first time. */
export const Later = ({ part, before = null, children }: LaterProps) => (useLater(part) ? children : before)
