/** The size of an image in its own pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}
