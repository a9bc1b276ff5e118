import type { ReactNode } from 'react'
import { useLater } from '../base/tasks'

export interface LaterProps {
  /** Names the part; each is late once in a session. */
  readonly part: string
  /** Stands in its place until then. */
  readonly before?: ReactNode
  readonly children: ReactNode
}

/** Draws a part of the window in a task after the rest, the first time. */
export const Later = ({ part, before = null, children }: LaterProps) => (useLater(part) ? children : before)
