import { realpath } from 'node:fs'
import { realpath as realPathOfSystem } from 'node:fs/promises'
import { promisify } from 'node:util'
import { isWithoutRealPath } from './codes'

const stepByStep = promisify(realpath)

/** The path without links. Where the disk's driver cannot tell it, as on RAM disks of Windows, its parts are followed. */
export const realPath = async (path: string): Promise<string> => {
  try {
    return await realPathOfSystem(path)
  } catch (error) {
    if (!isWithoutRealPath(error)) throw error
    return stepByStep(path)
  }
}
