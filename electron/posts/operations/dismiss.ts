import { finishRecord, listRecords, operationOf } from './record'

/** Dismisses an operation that a crash interrupted: it is no longer continued. Its files stay as they are. */
export const dismissOperation = async (folder: string, operation: string): Promise<void> => {
  for (const { id, isFinished } of await listRecords(folder))
    if (!isFinished && operationOf(id) === operation) await finishRecord(folder, id)
}
