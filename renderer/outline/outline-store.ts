import { create } from 'zustand'
import { createLatest } from '../../shared/base/latest'
import type { Backlink } from '../../shared/posts/post-search'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { createDelayed } from '../base/delayed'
import { showError } from '../base/notices'
import { getSettings, onSettingsChange } from '../base/settings-store'
import { getHeadState, getText } from '../document/document-store'
import { onShownText } from '../document/state/document-events'
import { useDocument } from '../document/state/document-state'
import { type OutlineHeading, outlineOf, sameOutline } from './headings'

export interface Outline {
  readonly headings: readonly OutlineHeading[]
  /** The posts that link to the open one; null until known. */
  readonly backlinks: readonly Backlink[] | null
}

const nothing: Outline = { headings: [], backlinks: null }

/** The state of the outline pane. Updated only while it is shown. */
export const useOutline = create<Outline>(() => nothing)

const afterKeys = 250
const afterFiles = 400
const startRequest = createLatest()

const readHeadings = (): void => {
  const head = getHeadState()
  const headings = head ? outlineOf(getText(), head.split.bodyFrom) : []
  if (!sameOutline(headings, useOutline.getState().headings)) useOutline.setState({ headings })
}

const askBacklinks = async (): Promise<void> => {
  const isLatest = startRequest()
  const id = useDocument.getState().post?.id
  if (id === undefined) {
    useOutline.setState({ backlinks: null })
    return
  }
  try {
    const backlinks = await api.listBacklinks(id)
    if (isLatest()) useOutline.setState({ backlinks })
  } catch (error) {
    if (isLatest()) showError(error, t('editor.backlinksNotListed'))
  }
}

const readAll = (): void => {
  readHeadings()
  void askBacklinks()
}

/** Updates outline and backlinks for the open post. */
export const startOutline = (): void => {
  const isShown = () => getSettings().outline
  const headingsSoon = createDelayed(() => requestIdleCallback(readHeadings, { timeout: 1_000 }))
  const backlinksSoon = createDelayed(() => void askBacklinks())
  onShownText(({ kind }) => {
    if (isShown()) headingsSoon.start(kind === 'opened' ? 0 : afterKeys)
  })
  useDocument.subscribe(({ post }, { post: before }) => {
    if (post?.id === before?.id || !isShown()) return
    useOutline.setState(nothing)
    void askBacklinks()
  })
  api.on('postsChanged', () => {
    if (isShown()) backlinksSoon.start(afterFiles)
  })
  onSettingsChange(({ outline }, before) => {
    if (outline && !before.outline) readAll()
  })
  if (isShown()) readAll()
}
