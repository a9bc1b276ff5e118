import { realpath } from 'node:fs'
import { realpath as realPathOfSystem } from 'node:fs/promises'
import { promisify } from 'node:util'
import { isWithoutRealPath } from './codes'

const stepByStep = promisify(realpath)

/** The path without links. Resolved part by part if the file system cannot report it, as on RAM disks on Windows. */
export const realPath = async (path: string): Promise<string> => {
  try {
    return await realPathOfSystem(path)
  } catch (error) {
    if (!isWithoutRealPath(error)) throw error
    return stepByStep(path)
  }
}
