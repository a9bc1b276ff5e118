import { AppError } from '../../shared/app-error'

/** The result of the work, or an AppError after `ms` milliseconds; the work itself goes on. */
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
