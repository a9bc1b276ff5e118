import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf, isDenied, isUnknownSync } from './codes'

/**
 * Opened before anything is replaced, so that a failure here costs nothing. Null if the folder cannot be synced: on
 * Windows, which does not need it, and if we may use the folder but not list it.
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

/** A name is on the disk only after its folder is synced. Some network disks cannot do that and need not. */
export const syncFolder = async (folder: FileHandle): Promise<void> => {
  try {
    await folder.sync()
  } catch (error) {
    if (!isUnknownSync(error)) throw error
  }
}

/** Resolves when the names in the folder are on the disk. */
export const reachFolder = async (path: string): Promise<void> => {
  const folder = await openFolder(path)
  try {
    if (folder) await syncFolder(folder)
  } finally {
    await folder?.close()
  }
}

/** Resolves when an existing file and its name are on the disk. */
export const reachFile = async (path: string): Promise<void> => {
  // Windows requires write permission; without it, nothing of ours is waiting to be written.
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
