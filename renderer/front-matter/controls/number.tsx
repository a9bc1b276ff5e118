import { useState } from 'react'
import { TextInput } from '../../ui/text-input'
import { setField } from '../head/form-edits'
import { type ControlProps, textOf } from './field-types'
import { useDraft } from './use-draft'

const isNumber = (text: string): boolean => /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text.trim())

/** A number in the spelling the file has. What is no number yet waits in the field and is not written. */
export const NumberControl = ({ field, id, labelledBy, describedBy }: ControlProps) => {
  const [invalid, setInvalid] = useState(false)
  const draft = useDraft(textOf(field), (value) => {
    const number = isNumber(value)
    setInvalid(!number && value.trim() !== '')
    if (number) setField(field.path, Number(value), 'typing')
  })
  return (
    <>
      <TextInput
        id={id}
        aria-labelledby={labelledBy}
        aria-describedby={invalid ? `${id}-error` : describedBy}
        aria-required={field.required}
        inputMode="decimal"
        invalid={invalid}
        value={draft.value}
        onBlur={() => {
          draft.end()
          setInvalid(false)
        }}
        onValueChange={draft.change}
      />
      <span id={`${id}-error`} className="visually-hidden" role="alert">
        {invalid ? `${field.label} takes a number. It was not written.` : ''}
      </span>
    </>
  )
}
