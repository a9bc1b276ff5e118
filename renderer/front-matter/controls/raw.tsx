import { Code } from 'lucide-react'
import { t } from '../../../shared/texts/translate'
import { isMac } from '../../base/platform'
import { revealLine } from '../../document/place/reveal-line'
import { IconButton } from '../../ui/button'
import { useRawDraft } from '../drafts/use-raw-draft'
import styles from './controls.module.css'
import type { ControlProps } from './field-types'

const writes = isMac ? '⌘↩' : 'Ctrl+Enter'

/** A value without a control of its own, edited in the language of the head, including comments. */
export const RawControl = ({ field, id, labelledBy, describedBy }: ControlProps) => {
  const draft = useRawDraft(field, id)
  const { rawEditable, line, locked } = field
  const notes = [describedBy, locked === null ? undefined : `${id}-locked`, `${id}-help`, `${id}-error`]
  return (
    <>
      <div
        className={styles.raw}
        data-invalid={draft.refusal !== '' || undefined}
        data-fixed={!rawEditable || undefined}
      >
        <textarea
          id={id}
          className={styles.rawText}
          aria-labelledby={labelledBy}
          aria-describedby={notes.filter((note) => note !== undefined).join(' ')}
          aria-invalid={draft.refusal !== '' || undefined}
          readOnly={!rawEditable}
          rows={1}
          wrap="off"
          spellCheck={false}
          data-draft={draft.held || undefined} // it handles undo and Escape itself while it is not written
          value={draft.value}
          onBlur={draft.apply}
          onChange={({ target }) => draft.change(target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) draft.apply()
            else if (event.key === 'Escape' && draft.held) draft.cancel()
            else return
            event.preventDefault()
          }}
        />
        {line !== null && (
          <IconButton label={t('form.showInSource', { label: field.label })} onClick={() => revealLine(line)}>
            <Code size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      {locked !== null && (
        <span id={`${id}-locked`} className={styles.note}>
          {locked}
        </span>
      )}
      <span id={`${id}-help`} className={draft.held ? styles.note : 'visually-hidden'}>
        {rawEditable ? t('form.rawKeys', { key: writes }) : t('form.changedInSource')}
      </span>
      <span id={`${id}-error`} className={styles.error} role="alert">
        {draft.refusal === '' ? '' : t('form.notApplied', { reason: draft.refusal })}
      </span>
    </>
  )
}
