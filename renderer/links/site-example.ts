import { create } from 'zustand'
import type { LinkExample } from '../../shared/addresses/spelling/link-spelling'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { showError } from '../base/notices'
import { useSite } from '../base/site-store'

/** A link in the most common style of the open folder; null if there is none, or it is not known yet. */
export const useSiteExample = create<{ readonly example: LinkExample | null }>(() => ({ example: null }))

const learn = async (): Promise<void> => {
  const { site } = useSite.getState()
  try {
    const example = await api.linkExample()
    if (useSite.getState().site === site) useSiteExample.setState({ example })
  } catch (error) {
    showError(error, t('editor.linkStyleUnknown'))
  }
}

/** Updates the link style of the site after each scan of the whole folder. */
export const startSiteExample = (): void => {
  api.on('libraryProgress', ({ finished, total }) => {
    if (finished && total > 0) void learn()
  })
  useSite.subscribe(({ site }, { site: before }) => {
    if (site?.displayPath !== before?.displayPath) useSiteExample.setState({ example: null })
  })
}
