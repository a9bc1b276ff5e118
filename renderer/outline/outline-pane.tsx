import { X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { Backlink } from '../../shared/posts/post-search'
import { t } from '../../shared/texts/translate'
import { focusText } from '../base/focus-text'
import { showError } from '../base/notices'
import { goToLine } from '../document/place/go-to-line'
import { openPost } from '../document/show-post'
import { useDocument } from '../document/state/document-state'
import { IconButton } from '../ui/button'
import { EntryList } from './entry-list'
import { headingAbove } from './headings'
import styles from './outline-pane.module.css'
import { useOutline } from './outline-store'
import { hideOutline, paneId } from './show-outline'

const Headings = () => {
  const headings = useOutline((state) => state.headings)
  const line = useDocument((state) => state.cursor.line)
  return (
    <section className={styles.part} aria-label={t('titles.outline')}>
      <h2 className={styles.heading}>{t('titles.outline')}</h2>
      {headings.length === 0 ? (
        <p className={styles.nothing}>{t('editor.noHeadings')}</p>
      ) : (
        <EntryList
          label={t('editor.headings')}
          entries={headings}
          current={headingAbove(headings, line)}
          keyOf={(heading) => `${heading.line}`}
          depthOf={({ depth }) => depth}
          onGo={(heading) => goToLine(heading.line)}
        >
          {({ text }) => <bdi className={styles.words}>{text || t('editor.emptyHeading')}</bdi>}
        </EntryList>
      )}
    </section>
  )
}

const showLink = ({ id, lines }: Backlink): void => {
  openPost(id).then(() => goToLine(lines[0] ?? 1), showError)
}

const Backlinks = () => {
  const backlinks = useOutline((state) => state.backlinks)
  if (backlinks === null) return null
  return (
    <section className={styles.part} aria-label={t('titles.backlinks')}>
      <h2 className={styles.heading}>
        {t('titles.backlinks')} {backlinks.length > 0 && backlinks.length.toLocaleString('en')}
      </h2>
      {backlinks.length === 0 ? (
        <p className={styles.nothing}>{t('editor.noBacklinks')}</p>
      ) : (
        <EntryList
          label={t('titles.backlinks')}
          entries={backlinks}
          current={-1}
          keyOf={({ id }) => id}
          onGo={showLink}
        >
          {({ title, lines }) => (
            <>
              <bdi className={styles.words}>{title}</bdi>
              {lines.length > 1 && <span className={styles.count}>{lines.length}</span>}
            </>
          )}
        </EntryList>
      )}
    </section>
  )
}

/** At this width it covers the text; the same as in the style sheet of the workspace. */
const overText = window.matchMedia('(max-width: 1000px)')

const onKeyDown = (event: KeyboardEvent) => {
  if (event.key !== 'Escape') return
  event.preventDefault()
  if (overText.matches) hideOutline()
  else focusText()
}

/** The outline and backlinks of the open post. Escape returns to the text, and hides the pane if it covers the text. */
export const OutlinePane = () => {
  const open = useDocument((state) => state.post !== null)
  return (
    <aside id={paneId} className={styles.pane} aria-label={t('editor.besideText')} onKeyDown={onKeyDown}>
      <span className={styles.close}>
        <IconButton label={t('editor.hideOutline')} command="outline" onClick={hideOutline}>
          <X size={14} aria-hidden />
        </IconButton>
      </span>
      {open ? (
        <>
          <Headings />
          <Backlinks />
        </>
      ) : (
        <section className={styles.part} aria-label={t('titles.outline')}>
          <h2 className={styles.heading}>{t('titles.outline')}</h2>
          <p className={styles.nothing}>{t('editor.openForOutline')}</p>
        </section>
      )}
    </aside>
  )
}
