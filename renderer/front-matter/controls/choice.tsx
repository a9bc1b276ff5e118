import { t } from '../../../shared/texts/translate'
import { Select } from '../../ui/select'
import { textOf } from '../drafts/field-value'
import { dropField, setField } from '../head/form-edits'
import type { ControlProps } from './field-types'

const notSet = ''

/** One of the values that the site uses. */
export const ChoiceControl = ({ field }: ControlProps) => {
  const value = field.present ? textOf(field) : notSet
  const values = field.choices.includes(value) || value === notSet ? field.choices : [value, ...field.choices]
  const options = values.map((choice) => ({ value: choice, label: choice }))
  return (
    <Select
      label={field.label}
      value={value}
      options={[{ value: notSet, label: t('form.notSet') }, ...options]}
      onChange={(chosen) => {
        if (chosen !== notSet) setField(field.path, chosen)
        else if (field.present) dropField(field.path)
      }}
    />
  )
}
