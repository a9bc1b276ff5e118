import { AppError, messageOf } from '../../shared/app-error'

/** A page in a process of its own that draws one diagram after the other. */
export interface DiagramPage {
  /** The diagram as SVG, not yet made safe; rejects where the source is wrong. */
  readonly draw: (source: string, dark: boolean) => Promise<string>
  /** Resolves when the page is gone by itself. */
  readonly gone: Promise<void>
  /** Ends the process, whatever it is at. */
  readonly end: () => void
}

export interface DiagramsOptions {
  readonly open: () => DiagramPage
  /** Milliseconds that one drawing may take. */
  readonly limit?: number
  /** Milliseconds without a drawing after which the process ends. */
  readonly idle?: number
}

/** Draws diagrams where they can neither keep the window busy nor fill its memory. */
export interface Diagrams {
  readonly draw: (source: string, dark: boolean) => Promise<string>
  readonly close: () => void
}

const usualLimit = 10_000
const usualIdle = 60_000

/** Makes what draws diagrams; the process starts with the first, and again after one that had to be stopped. */
export const createDiagrams = ({ open, limit = usualLimit, idle = usualIdle }: DiagramsOptions): Diagrams => {
  let page: DiagramPage | null = null
  let resting: ReturnType<typeof setTimeout> | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const close = (): void => {
    clearTimeout(resting)
    page?.end()
    page = null
  }

  const drawNow = async (source: string, dark: boolean): Promise<string> => {
    clearTimeout(resting)
    page ??= open()
    const { draw, gone } = page
    let timer: ReturnType<typeof setTimeout> | undefined
    const stopped = new Promise<never>((_, reject) => {
      const stop = (reason: string) => {
        close()
        reject(new AppError('too-large', reason))
      }
      timer = setTimeout(
        () => stop(`It is not drawn within ${limit / 1000} seconds. Make it smaller.`),
        limit,
      )
      void gone.then(() => stop('It takes more memory than there is. Make it smaller.'))
    })
    try {
      return await Promise.race([draw(source, dark), stopped])
    } catch (error) {
      throw error instanceof AppError ? error : new AppError('failed', messageOf(error))
    } finally {
      clearTimeout(timer)
      resting = setTimeout(close, idle)
    }
  }

  return {
    draw: (source, dark) => {
      const drawing = turn.then(() => drawNow(source, dark))
      turn = drawing.catch(() => undefined) // whoever asked is told
      return drawing
    },
    close,
  }
}
