import { create } from 'zustand'
import type { SiteViewState } from '../../../shared/ipc/site-view-calls'
import { api } from '../../base/api'
import { showError } from '../../base/notices'
import { onDocuments } from '../../document/state/document-events'

/** The state of the view of the site's own page. */
export const useSiteView = create<{ readonly state: SiteViewState }>(() => ({ state: { kind: 'looking' } }))

/** Listens to the state of the view; returns a function that closes it. */
export const startSiteView = (): (() => void) => {
  const stop = api.on('siteViewChanged', (state) => useSiteView.setState({ state }))
  return () => {
    stop()
    useSiteView.setState({ state: { kind: 'looking' } })
    api.closeSitePage().catch(showError)
  }
}

/** Shows the page of a post and reloads it after each save; returns an unsubscribe function. */
export const showPageOf = (post: string): (() => void) => {
  api.showSitePage(post).catch(showError)
  let isSaving = false
  return onDocuments((event) => {
    if (event.kind !== 'state' || event.postId !== post) return
    const { saveState } = event.document
    if (isSaving && saveState === 'saved') api.followSavedPage().catch(showError)
    isSaving = saveState === 'saving'
  })
}
