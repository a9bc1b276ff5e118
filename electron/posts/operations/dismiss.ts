import { finishRecord, listRecords, operationOf } from './record'

/** Gives up an operation that a crash cut short: no start goes on with it any more. Its files stay as they are. */
export const dismissOperation = async (folder: string, operation: string): Promise<void> => {
  for (const { id, isFinished } of await listRecords(folder))
    if (!isFinished && operationOf(id) === operation) await finishRecord(folder, id)
}
