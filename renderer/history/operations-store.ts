import { create } from 'zustand'
import { messageOf } from '../../shared/app-error'
import type { RecentOperation } from '../../shared/ipc/file-calls'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { showNotice } from '../base/notices'
import { checkDisk } from '../document/check-disk'
import { lookAtImages, useCatalog } from '../document/images/catalog-store'
import { forgetImages } from '../document/images/post-images'
import { openDocuments } from '../document/state/open-documents'

interface OperationsState {
  readonly open: boolean
  /** Null while they are loaded. */
  readonly operations: readonly RecentOperation[] | null
  readonly problem: string
  /** The one that is being undone. */
  readonly undoing: string | null
}

const closed: OperationsState = { open: false, operations: null, problem: '', undoing: null }

/** The state of the dialog with the latest changes to files. */
export const useOperations = create<OperationsState>(() => closed)

export const closeOperations = (): void => useOperations.setState(closed)

/** Shows the latest changes to files, with undo. */
export const openOperations = async (): Promise<void> => {
  useOperations.setState({ ...closed, open: true })
  await load()
}

const load = async (): Promise<void> => {
  try {
    useOperations.setState({ operations: await api.recentOperations() })
  } catch (error) {
    useOperations.setState({ operations: [], problem: messageOf(error) })
  }
}

/** Undoes an operation; a refusal is shown in the dialog. */
export const undoListed = async ({ id }: RecentOperation): Promise<void> => {
  useOperations.setState({ undoing: id, problem: '' })
  try {
    const { failed } = await api.undoOperation(id)
    if (failed.length === 0) showNotice({ kind: 'info', text: t('changes.undone') })
    else useOperations.setState({ problem: t('changes.undoneExcept', { reasons: failed.join(' ') }) })
    await lookAgain()
  } catch (error) {
    useOperations.setState({ problem: messageOf(error) })
  }
  useOperations.setState({ undoing: null })
  await load()
}

/** Reads again what is shown of the files. */
const lookAgain = async (): Promise<void> => {
  for (const id of openDocuments.byId.keys()) await checkDisk(id)
  forgetImages()
  if (useCatalog.getState().catalog !== null) await lookAtImages()
}
