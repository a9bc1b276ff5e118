import { Popover } from '@base-ui/react/popover'
import { CalendarDays } from 'lucide-react'
import { useState } from 'react'
import { changeDate, dateParts } from '../../../shared/front-matter/dates/dates'
import { typedDate } from '../../../shared/front-matter/form/typed-value'
import type { FormField } from '../../../shared/front-matter/schema/form-field'
import type { FieldScalar } from '../../../shared/front-matter/values/types'
import { t } from '../../../shared/texts/translate'
import { IconButton } from '../../ui/button'
import menu from '../../ui/menu.module.css'
import { TextInput } from '../../ui/text-input'
import { useTypedValue } from '../drafts/use-typed-value'
import { setField } from '../head/form-edits'
import { Calendar, type Day } from './calendar'
import styles from './controls.module.css'
import type { ControlProps } from './field-types'

const two = (number: number): string => String(number).padStart(2, '0')

/** Another day in the format of the field, otherwise in the format of the site's posts. */
const withDay = (field: FormField, { year, month, day }: Day): FieldScalar => {
  const plain = `${year}-${two(month)}-${two(day)}`
  const typed = typedDate(field, plain, true)
  return typed.kind === 'write' ? typed.value : plain
}

/** A date as written, with a calendar that changes only the day. */
export const DateControl = ({ field, id, labelledBy, describedBy }: ControlProps) => {
  const [open, setOpen] = useState(false)
  const draft = useTypedValue(field, typedDate)
  const parts = dateParts(draft.value)
  const unknown = draft.value.trim() !== '' && parts === null
  const time =
    parts && parts.hour !== null && parts.minute !== null ? `${two(parts.hour)}:${two(parts.minute)}` : null
  const setTime = (value: string) => {
    const [hour, minute] = value.split(':').map(Number)
    if (hour === undefined || minute === undefined) return
    const changed = changeDate(draft.value, { hour, minute })
    if (changed !== null) setField(field.path, changed)
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <TextInput
        id={id}
        aria-labelledby={labelledBy}
        aria-describedby={unknown ? `${id}-error` : describedBy}
        aria-required={field.required}
        invalid={unknown}
        value={draft.value}
        data-draft={draft.held || undefined}
        onBlur={draft.end}
        onValueChange={draft.change}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown' && event.altKey) setOpen(true)
          else draft.onKeyDown(event)
        }}
        after={
          <Popover.Trigger
            render={
              <IconButton label={t('form.chooseDate', { label: field.label })}>
                <CalendarDays size={14} aria-hidden />
              </IconButton>
            }
          />
        }
      />
      <span id={`${id}-error`} className={unknown ? styles.error : 'visually-hidden'} role="alert">
        {unknown ? (draft.refused ? t('form.notDateKept') : t('form.notDateYet')) : ''}
      </span>
      <Popover.Portal>
        <Popover.Positioner className={menu.positioner} sideOffset={6} align="end">
          <Popover.Popup
            className={styles.popover}
            aria-label={t('form.calendarFor', { label: field.label })}
          >
            <Calendar
              selected={parts}
              onSelect={(day) => {
                draft.cancel()
                if (setField(field.path, withDay(field, day))) setOpen(false)
              }}
            />
            {time !== null && (
              <label className={styles.time}>
                {t('form.time')}
                <input type="time" value={time} onChange={({ target }) => setTime(target.value)} />
              </label>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
