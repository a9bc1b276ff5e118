import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStep } from '../../electron/posts/operations/file-step'
import { createOperations, type Operations } from '../../electron/posts/operations/operations'
import { withTempFolder } from './temp-folder'

export interface OperationsInFolder {
  readonly folder: () => string
  /** The path of a file in the folder of the test. */
  readonly at: (name: string) => string
  readonly text: (name: string) => Promise<string>
  /** Operations with their records in that folder; without `trash`, a trashed file is simply removed. */
  readonly operations: (trash?: (path: string) => Promise<void>) => Operations
  /** The step that replaces the content `before` of a file with `after`. */
  readonly write: (name: string, before: string, after: string) => FileStep
}

/** A new folder for each test, with functions for operations on its files. */
export const operationsInFolder = (): OperationsInFolder => {
  const folder = withTempFolder()
  const at = (name: string) => join(folder(), name)
  return {
    folder,
    at,
    text: (name) => readFile(at(name), 'utf8'),
    operations: (trash = (path) => rm(path)) => createOperations({ folder: at('records'), trash }),
    write: (name, before, after) => ({
      kind: 'write',
      path: at(name),
      before: Buffer.from(before),
      after: Buffer.from(after),
    }),
  }
}
