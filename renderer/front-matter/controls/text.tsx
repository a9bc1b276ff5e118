import { useRef } from 'react'
import type { FormField } from '../../../shared/front-matter/schema/form-field'
import { TextInput } from '../../ui/text-input'
import { textOf } from '../drafts/field-value'
import { useDraft } from '../drafts/use-draft'
import { dropField, setField } from '../head/form-edits'
import styles from './controls.module.css'
import type { ControlProps } from './field-types'

/** Removes an offered field that was filled and emptied again. */
const useAbsentAgain = (field: FormField) => {
  const wasPresent = useRef(true)
  return {
    onFocus: () => {
      wasPresent.current = field.present
    },
    leave: () => {
      if (!wasPresent.current && field.present && textOf(field) === '') dropField(field.path)
      wasPresent.current = true
    },
  }
}

/** One line of text. */
export const TextControl = ({ field, id, labelledBy, describedBy }: ControlProps) => {
  const absent = useAbsentAgain(field)
  const draft = useDraft(textOf(field), (value) => setField(field.path, value, 'typing'))
  return (
    <TextInput
      id={id}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-required={field.required}
      spellCheck={field.role !== 'slug'}
      list={field.choices.length > 0 ? `${id}-choices` : undefined}
      value={draft.value}
      onFocus={absent.onFocus}
      onBlur={() => {
        draft.end()
        absent.leave()
      }}
      onValueChange={draft.change}
      after={<Choices id={id} choices={field.choices} />}
    />
  )
}

const most = 50

const Choices = ({ id, choices }: { readonly id: string; readonly choices: readonly string[] }) =>
  choices.length === 0 ? null : (
    <datalist id={`${id}-choices`}>
      {choices.slice(0, most).map((choice) => (
        <option key={choice} value={choice} />
      ))}
    </datalist>
  )

/** A longer text; the control grows with it. */
export const LongTextControl = ({ field, id, labelledBy, describedBy }: ControlProps) => {
  const absent = useAbsentAgain(field)
  const draft = useDraft(textOf(field), (value) => setField(field.path, value, 'typing'))
  return (
    <textarea
      id={id}
      className={styles.long}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-required={field.required}
      rows={1}
      dir="auto"
      value={draft.value}
      onFocus={absent.onFocus}
      onBlur={() => {
        draft.end()
        absent.leave()
      }}
      onChange={({ target }) => draft.change(target.value)}
    />
  )
}
