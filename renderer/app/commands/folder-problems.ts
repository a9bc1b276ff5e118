import { create } from 'zustand'
import { createLatest } from '../../../shared/base/latest'
import type { FolderProblem } from '../../../shared/ipc/library-calls'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { showError, showNotice } from '../../base/notices'
import { useSite } from '../../base/site-store'

/** The files of the posts folder that could not be read. */
export const useFolderProblems = create<{ readonly problems: readonly FolderProblem[] }>(() => ({
  problems: [],
}))

const startRequest = createLatest()

/** Requests the problems from the library. */
export const loadFolderProblems = async (): Promise<void> => {
  const isLatest = startRequest()
  try {
    const problems = await api.listFolderProblems()
    if (isLatest()) useFolderProblems.setState({ problems })
  } catch (error) {
    if (isLatest()) showError(error, t('app.problemsUnknown'))
  }
}

/** Updates the problems after each scan of the folder. */
export const startFolderProblems = (): void => {
  api.on('libraryProgress', ({ finished }) => {
    if (finished) void loadFolderProblems()
  })
  api.on('siteSettingsChanged', (problems) => {
    void loadFolderProblems()
    for (const { message } of problems.slice(0, 1)) {
      const others = problems.length - 1
      showNotice({ kind: 'warning', text: t('app.settingsProblem', { message, others }) })
    }
  })
  useSite.subscribe(({ site }, { site: before }) => {
    if (site?.displayPath !== before?.displayPath) useFolderProblems.setState({ problems: [] })
  })
}
