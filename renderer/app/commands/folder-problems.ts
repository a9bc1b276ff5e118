import { create } from 'zustand'
import { createLatest } from '../../../shared/base/latest'
import type { FolderProblem } from '../../../shared/ipc/library-calls'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { showError, showNotice } from '../../base/notices'
import { useSite } from '../../base/site-store'

/** What of the posts folder could not be looked at. */
export const useFolderProblems = create<{ readonly problems: readonly FolderProblem[] }>(() => ({
  problems: [],
}))

const startRequest = createLatest()

/** Asks the library again. */
export const loadFolderProblems = async (): Promise<void> => {
  const isLatest = startRequest()
  try {
    const problems = await api.listFolderProblems()
    if (isLatest()) useFolderProblems.setState({ problems })
  } catch (error) {
    if (isLatest()) showError(error, t('app.problemsUnknown'))
  }
}

/** Follows the library: after each look at the folder its problems may be others. */
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
