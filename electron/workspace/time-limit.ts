import { AppError } from '../../shared/app-error'

/** The work's answer, or an AppError after so many milliseconds; the work itself cannot be stopped and is left behind. */
export const within = async <T>(ms: number, work: Promise<T>, tooLong: string): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('busy', tooLong)), ms)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
