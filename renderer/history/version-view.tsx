import { useRef } from 'react'
import type { TextChange } from '../../shared/text/text-change'
import { t } from '../../shared/texts/translate'
import { focusText } from '../base/focus-text'
import { dispatchChanges, getText } from '../document/document-store'
import { changesBetween } from '../document/state/apply-text'
import { useDocument } from '../document/state/document-state'
import { Button } from '../ui/button'
import { onHistoryKey } from './history-panel'
import styles from './history-panel.module.css'
import { hideVersion, saysTheSame, useHistory } from './history-store'
import { VersionDiff } from './version-diff'

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'medium' })

/** Whether an earlier version is shown instead of the text. */
export const useVersionShown = (): boolean =>
  useHistory((state) => state.open === 'versions' && state.shown !== null)

const backToText = () => {
  hideVersion()
  focusText()
}

/** The differences of an earlier version, shown instead of the text. */
export const VersionView = () => {
  const shown = useHistory((state) => (state.open === 'versions' ? state.shown : null))
  const saved = useHistory(({ versions }) => versions.find(({ revision }) => revision === shown?.revision))
  const view = useRef<HTMLElement>(null)
  useDocument((state) => state.version) // the text may change: a restored part disappears from the differences
  if (shown === null) return null
  const restore = () => {
    dispatchChanges(changesBetween(getText(), shown.text), 'input.restore')
    backToText()
  }
  const restorePart = (change: TextChange) => {
    dispatchChanges([change], 'input.restore')
    view.current?.focus() // its button is gone
  }
  return (
    <section
      ref={view}
      tabIndex={-1}
      className={styles.version}
      aria-label={t('document.earlierVersion')}
      data-history
      onKeyDown={onHistoryKey}
    >
      <div className={styles.bar}>
        <h2 className={styles.saved}>{saved ? when.format(saved.savedMs) : t('document.earlierVersion')}</h2>
        <Button onClick={backToText}>{t('document.backToText')}</Button>
        <Button look="primary" disabled={saysTheSame(shown)} onClick={restore}>
          {t('document.restoreVersion')}
        </Button>
      </div>
      <div className={styles.body}>
        <VersionDiff earlier={shown.text} now={getText()} onRestore={restorePart} />
      </div>
    </section>
  )
}
