/** Thrown by the readers of one language; `line` counts from 0 inside the content they were given. */
export class HeadError extends Error {
  override readonly name = 'HeadError'

  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message)
  }
}
