import { useRef } from 'react'
import type { FormField } from '../../../shared/front-matter/schema/form-field'
import { dropField } from '../head/form-edits'
import { textOf } from './field-value'

/** Removes an offered field that was filled and emptied again. */
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
