import type { Drawn } from './draw-thumbnail'

/** An image file to be drawn at about `width` pixels. */
export interface ImageToDraw {
  readonly path: string
  readonly width: number
}

/** A message to the process that draws. */
export interface ToDraw extends ImageToDraw {
  readonly id: number
}

/** Its answer. */
export interface FromDraw {
  readonly id: number
  readonly drawn: Drawn
}
