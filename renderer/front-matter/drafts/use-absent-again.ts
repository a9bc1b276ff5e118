import { useRef } from 'react'
import type { FormField } from '../../../shared/front-matter/schema/form-field'
import { dropField } from '../head/form-edits'
import { textOf } from './field-value'

/** A field that was only offered, filled and emptied again is absent again: an empty one is not left behind. */
export const useAbsentAgain = (field: FormField) => {
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
