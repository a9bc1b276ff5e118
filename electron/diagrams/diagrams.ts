import { AppError, messageOf } from '../../shared/app-error'
import { t } from '../../shared/texts/translate'

/** A page in its own process that draws one diagram at a time. */
export interface DiagramPage {
  /** Resolves when the page can draw; rejects if it cannot be loaded. */
  readonly ready: Promise<void>
  /** The diagram as SVG, not yet sanitized; rejects if the source is invalid. */
  readonly draw: (source: string, dark: boolean) => Promise<string>
  /** Milliseconds of processor time that the process has used so far; null if unknown. */
  readonly busyMs: () => number | null
  /** Resolves when the process has ended, for whatever reason. */
  readonly gone: Promise<void>
  /** Ends the process, whatever it is doing. */
  readonly end: () => void
}

export interface DiagramsOptions {
  readonly open: () => DiagramPage
  /** Milliseconds of processor time that one drawing may take: this does not depend on how busy the machine is. */
  readonly limit?: number
  /** Milliseconds of real time after which a drawing is abandoned even if it uses no processor time. */
  readonly longest?: number
  /** Milliseconds of real time within which a process must be ready to draw. */
  readonly startLimit?: number
  /** Milliseconds without a drawing after which the process ends. */
  readonly idle?: number
}

/** Draws diagrams in another process, so that they can neither block the window nor fill its memory. */
export interface Diagrams {
  readonly draw: (source: string, dark: boolean) => Promise<string>
  readonly close: () => void
}

const usualLimit = 10_000
const usualLongest = 180_000
const usualStartLimit = 60_000
const usualIdle = 60_000
/** Milliseconds between two checks of the processor time. */
const usualPause = 500

/** Draws diagrams; the process starts with the first one, and again after one that had to be stopped. */
export const createDiagrams = ({
  open,
  limit = usualLimit,
  longest = usualLongest,
  startLimit = usualStartLimit,
  idle = usualIdle,
}: DiagramsOptions): Diagrams => {
  let page: DiagramPage | null = null
  let resting: ReturnType<typeof setTimeout> | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const drop = (one: DiagramPage): void => {
    one.end()
    if (page === one) page = null
  }

  const close = (): void => {
    clearTimeout(resting)
    if (page) drop(page)
  }

  /** A page that is ready to draw. A start that fails is not the fault of a diagram, so it is tried once more. */
  const readyPage = async (isFirst = true): Promise<DiagramPage> => {
    page ??= open()
    const mine = page
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`it was not ready within ${startLimit / 1000} seconds`)),
        startLimit,
      )
    })
    const lost = mine.gone.then(() => Promise.reject(new Error('it ended while it started')))
    try {
      await Promise.race([mine.ready, lost, late])
      return mine
    } catch (error) {
      drop(mine)
      if (isFirst) return readyPage(false)
      throw new AppError('failed', t('preview.diagramsNotStarted', { reason: messageOf(error) }))
    } finally {
      clearTimeout(timer)
    }
  }

  const drawNow = async (source: string, dark: boolean): Promise<string> => {
    clearTimeout(resting)
    const mine = await readyPage()
    let timer: ReturnType<typeof setInterval> | undefined
    const stopped = new Promise<never>((_, reject) => {
      const stop = (reason: string) => {
        drop(mine)
        reject(new AppError('too-large', reason))
      }
      const began = performance.now()
      const busyBefore = mine.busyMs()
      const look = () => {
        const passed = performance.now() - began
        const busy = mine.busyMs()
        const taken = busy === null || busyBefore === null ? passed : busy - busyBefore
        if (taken >= limit || passed >= longest) stop(t('preview.diagramSlow', { seconds: limit / 1000 }))
      }
      timer = setInterval(look, Math.min(usualPause, limit))
      void mine.gone.then(() => stop(t('preview.diagramMemory')))
    })
    try {
      return await Promise.race([mine.draw(source, dark), stopped])
    } catch (error) {
      throw error instanceof AppError ? error : new AppError('failed', messageOf(error))
    } finally {
      clearInterval(timer)
      resting = setTimeout(close, idle)
    }
  }

  return {
    draw: (source, dark) => {
      const drawing = turn.then(() => drawNow(source, dark))
      turn = drawing.catch(() => undefined) // the caller gets the error
      return drawing
    },
    close,
  }
}
