import { join } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { fileNameProblem } from '../../../shared/site/file-name'
import { isThere } from '../../disk/is-there'

/**
 * Refuses a new path inside the posts folder that is not valid on every disk. Existing folders keep their names.
 */
export const refuseBadName = async (root: string, path: string): Promise<void> => {
  const parts = path === '' ? [] : path.split('/')
  for (const [index, part] of parts.entries()) {
    const problem = fileNameProblem(part)
    if (problem !== null && !(await isThere(join(root, ...parts.slice(0, index + 1)))))
      throw new AppError('bad-name', problem)
  }
}
