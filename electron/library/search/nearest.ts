import { folderOf } from '../../../shared/site/post-path'

/** The path that shares the most folders with `from`. */
export const nearestOf = (from: string, paths: readonly string[]): string => {
  const here = folderOf(from).split('/')
  const shared = (path: string) => {
    const there = folderOf(path).split('/')
    const different = here.findIndex((part, index) => part !== there[index])
    return different < 0 ? here.length : different
  }
  return paths.reduce((best, path) => (shared(path) > shared(best) ? path : best))
}
