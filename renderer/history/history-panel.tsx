import { X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { t } from '../../shared/texts/translate'
import { focusText } from '../base/focus-text'
import { IconButton } from '../ui/button'
import styles from './history-panel.module.css'
import { closeHistory, useHistory } from './history-store'
import { VersionList } from './version-list'

const paneId = 'history'

/** Hides the history; returns the focus to the text if it was inside. */
const hideHistory = (): void => {
  const { activeElement } = document
  const hadFocus = activeElement === document.body || activeElement?.closest('[data-history]') != null
  closeHistory()
  if (hadFocus) focusText()
}

/** Escape hides the history. */
export const onHistoryKey = (event: KeyboardEvent): void => {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  event.preventDefault()
  hideHistory()
}

/** Whether the history panel is shown. */
export const useHistoryShown = (): boolean => useHistory((state) => state.open === 'versions')

/** The versions of the open post, beside the text. */
export const HistoryPanel = () => {
  const problem = useHistory((state) => state.problem)
  const loading = useHistory((state) => state.loading)
  const pane = useRef<HTMLElement>(null)
  useEffect(() => pane.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    const { current } = pane
    const { activeElement } = document
    // Focus that was moved while the versions loaded stays there.
    if (loading || (activeElement !== document.body && !current?.contains(activeElement))) return
    const chosen = current?.querySelector<HTMLElement>('[aria-current]')
    const first = chosen ?? current?.querySelector<HTMLElement>('nav button') ?? current
    first?.focus({ preventScroll: true })
  }, [loading])
  return (
    <aside
      ref={pane}
      id={paneId}
      className={styles.pane}
      aria-label={t('document.history')}
      tabIndex={-1}
      data-history
      onKeyDown={onHistoryKey}
    >
      <span className={styles.close}>
        <IconButton label={t('document.hideHistory')} command="history" onClick={hideHistory}>
          <X size={14} aria-hidden />
        </IconButton>
      </span>
      <h2 className={styles.heading}>{t('document.history')}</h2>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <VersionList />
    </aside>
  )
}
