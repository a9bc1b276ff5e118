import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf, isDenied, isUnknownSync } from './codes'

/**
 * Opened before anything is replaced, so that what fails here costs nothing. Null where the folder cannot be asked to
 * reach the disk: on Windows, which needs no asking, and where we may use a folder and not list it.
 */
export const openFolder = async (folder: string): Promise<FileHandle | null> => {
  if (process.platform === 'win32') return null
  try {
    return await open(folder, constants.O_RDONLY)
  } catch (error) {
    if (codeOf(error) === 'EACCES') return null
    throw error
  }
}

/** The name is on the disk only when its folder is. Some network disks cannot, and need not, be asked. */
export const syncFolder = async (folder: FileHandle): Promise<void> => {
  try {
    await folder.sync()
  } catch (error) {
    if (!isUnknownSync(error)) throw error
  }
}

/** Resolves when the names in a folder are on the disk. */
export const reachFolder = async (path: string): Promise<void> => {
  const folder = await openFolder(path)
  try {
    if (folder) await syncFolder(folder)
  } finally {
    await folder?.close()
  }
}

/** Resolves when a file that is there already, and its name, are on the disk. */
export const reachFile = async (path: string): Promise<void> => {
  // Windows asks for the right to write; where we have none, nothing of ours waits to be written.
  const flags = process.platform === 'win32' ? 'r+' : 'r'
  const file = await open(path, flags).catch((error: unknown) => {
    if (isDenied(error)) return null
    throw error
  })
  try {
    if (file) await syncFolder(file)
  } finally {
    await file?.close()
  }
  await reachFolder(dirname(path))
}
