import { t } from '../../../shared/texts/translate'
import { textOf } from '../drafts/field-value'
import { useDraft } from '../drafts/use-draft'
import { goOnToText } from '../head/actions'
import { setField } from '../head/form-edits'
import styles from './controls.module.css'
import type { ControlProps } from './field-types'

/** The title: large, without a frame, growing with its text. */
export const TitleControl = ({ field, id, describedBy }: ControlProps) => {
  const draft = useDraft(textOf(field), (value) => setField(field.path, value, 'typing'))
  return (
    <textarea
      id={id}
      className={styles.title}
      aria-label={field.label}
      aria-describedby={describedBy}
      aria-required={field.required}
      rows={1}
      dir="auto"
      placeholder={t('changes.title')}
      value={draft.value}
      onBlur={draft.end}
      // A title is a single line; pasted text may have line breaks.
      onChange={({ target }) => draft.change(target.value.replace(/\s*\n\s*/g, ' '))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        goOnToText()
      }}
    />
  )
}
