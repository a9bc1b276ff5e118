import { X } from 'lucide-react'
import { type ComponentType, useId } from 'react'
import { assertNever } from '../../../shared/app-error'
import type { FormField } from '../../../shared/front-matter/schema/form-field'
import type { FieldType } from '../../../shared/front-matter/schema/site-schema'
import { t } from '../../../shared/texts/translate'
import { Tooltip } from '../../ui/tooltip'
import { ChoiceControl } from '../controls/choice'
import { DateControl } from '../controls/date'
import { driftId } from '../controls/drift-notes'
import type { ControlProps } from '../controls/field-types'
import { ImageControl } from '../controls/image'
import { ListControl } from '../controls/list'
import { NumberControl } from '../controls/number'
import { RawControl } from '../controls/raw'
import { LongTextControl, TextControl } from '../controls/text'
import { TitleControl } from '../controls/title'
import { textOf } from '../drafts/field-value'
import { focusForm } from '../head/actions'
import { dropField } from '../head/form-edits'
import type { FieldWidth } from './field-layout'
import styles from './form.module.css'

const controlOf = (type: FieldType): ComponentType<ControlProps> => {
  switch (type) {
    case 'text':
      return TextControl
    case 'long-text':
      return LongTextControl
    case 'date':
      return DateControl
    case 'number':
      return NumberControl
    case 'list':
      return ListControl
    case 'image':
      return ImageControl
    case 'enumeration':
      return ChoiceControl
    case 'boolean': // drawn with the other switches, below the rows
    case 'nested':
    case 'raw':
      return RawControl
    default:
      return assertNever(type)
  }
}

const isTitle = ({ role, type, locked }: FormField): boolean =>
  role === 'title' && locked === null && (type === 'text' || type === 'long-text')

const kindOf = (field: FormField): FieldType => {
  if (field.locked !== null) return 'raw'
  return field.role === 'summary' && field.type === 'text' ? 'long-text' : field.type
}

export interface FieldRowProps {
  readonly field: FormField
  readonly width: FieldWidth
}

/** One field: its key as label, its control, and notes. */
export const FieldRow = ({ field, width }: FieldRowProps) => {
  const id = useId()
  const labelId = `${id}-label`
  const count = countOf(field)
  const notes = [field.drift && driftId(field), count?.isOver && `${id}-count`].filter(Boolean)
  const Control = isTitle(field) ? TitleControl : controlOf(kindOf(field))
  const group = kindOf(field) === 'list' || kindOf(field) === 'enumeration'
  return (
    <div
      className={styles.row}
      data-width={width}
      data-key={field.key}
      data-offered={!field.present || undefined}
    >
      {!isTitle(field) && <Label field={field} id={labelId} of={group ? undefined : id} />}
      <div className={styles.control}>
        <Control
          field={field}
          id={id}
          labelledBy={labelId}
          describedBy={notes.length > 0 ? notes.join(' ') : undefined}
        />
      </div>
      {!isTitle(field) && field.present && <Remove field={field} />}
      {count && <Count id={`${id}-count`} count={count} />}
    </div>
  )
}

interface LabelProps {
  readonly field: FormField
  readonly id: string
  /** The one control it belongs to; a group of controls points to the label itself. */
  readonly of: string | undefined
}

const Label = ({ field, id, of }: LabelProps) =>
  of === undefined ? (
    <span id={id} className={styles.label}>
      {field.label}
    </span>
  ) : (
    <label id={id} htmlFor={of} className={styles.label}>
      {field.label}
    </label>
  )

/** After the control, so that Tab reaches it last. */
const Remove = ({ field }: { readonly field: FormField }) => (
  <Tooltip label={t('form.remove', { name: field.label })}>
    <button
      type="button"
      className={styles.remove}
      aria-label={t('form.removeField', { label: field.label })}
      onClick={({ currentTarget }) => {
        const next = currentTarget.closest(`.${styles.row}`)?.nextElementSibling
        if (dropField(field.path)) requestAnimationFrame(() => focusIn(next))
      }}
    >
      <X size={12} aria-hidden />
    </button>
  </Tooltip>
)

const focusIn = (row: Element | null | undefined): void => {
  const control = row?.querySelector<HTMLElement>('input, textarea, button')
  if (control) control.focus()
  else focusForm()
}

interface Counted {
  readonly length: number
  readonly usual: number
  readonly isOver: boolean
}

const countOf = (field: FormField): Counted | null => {
  const isCounted = field.role === 'summary' || field.type === 'long-text'
  if (!isCounted || field.usualLength === null) return null
  const length = [...textOf(field)].length
  return { length, usual: field.usualLength, isOver: length > field.usualLength }
}

const inWords = ({ length, usual }: Counted): string => t('form.lengthNote', { count: length, usual })

/** The length of a text compared with the usual limit of the site. */
const Count = ({ id, count }: { readonly id: string; readonly count: Counted }) => (
  <Tooltip label={inWords(count)}>
    <span className={styles.count} data-over={count.isOver || undefined}>
      <span aria-hidden>
        {count.length} / {count.usual}
      </span>
      <span id={id} className="visually-hidden">
        {inWords(count)}
      </span>
    </span>
  </Tooltip>
)
