import { typedNumber } from '../../../shared/front-matter/form/typed-value'
import { t } from '../../../shared/texts/translate'
import { TextInput } from '../../ui/text-input'
import { useTypedValue } from '../drafts/use-typed-value'
import type { ControlProps } from './field-types'

/** A number as written in the file. Text that is not a number yet stays in the field and is not written. */
export const NumberControl = ({ field, id, labelledBy, describedBy }: ControlProps) => {
  const draft = useTypedValue(field, typedNumber)
  const invalid = draft.value.trim() !== '' && typedNumber(field, draft.value, true).kind === 'wait'
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
        data-draft={draft.held || undefined}
        onBlur={draft.end}
        onValueChange={draft.change}
        onKeyDown={draft.onKeyDown}
      />
      <span id={`${id}-error`} className="visually-hidden" role="alert">
        {invalid ? t('form.notNumberKept', { label: field.label }) : ''}
      </span>
    </>
  )
}
