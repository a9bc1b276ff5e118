import { Popover } from '@base-ui/react/popover'
import { Plus } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { isFieldName } from '../../../shared/front-matter/form/field-name'
import { type FieldType, isNested } from '../../../shared/front-matter/schema/site-schema'
import { t } from '../../../shared/texts/translate'
import { useSchema } from '../../base/schema-store'
import { Button } from '../../ui/button'
import { focusAtOnce } from '../../ui/dialog'
import menu from '../../ui/menu.module.css'
import { Select } from '../../ui/select'
import { TextInput } from '../../ui/text-input'
import styles from '../controls/controls.module.css'
import { setField } from '../head/form-edits'

type NewType = 'text' | 'date' | 'boolean' | 'number' | 'list'

const types: readonly { readonly value: NewType; readonly label: string }[] = [
  { value: 'text', label: t('form.text') },
  { value: 'date', label: t('form.date') },
  { value: 'boolean', label: t('form.switch') },
  { value: 'number', label: t('form.number') },
  { value: 'list', label: t('form.list') },
]

const today = (): string => {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The initial value of a field, so that its control can be drawn. */
const startOf = (type: FieldType): string | number | boolean | readonly string[] => {
  if (type === 'boolean') return false
  if (type === 'number') return 0
  if (type === 'list') return []
  return type === 'date' ? today() : ''
}

const wrongWith = (name: string, taken: readonly string[]): string => {
  if (taken.includes(name)) return t('form.fieldExists')
  return isFieldName(name) ? '' : t('form.nameRule')
}

export interface AddFieldProps {
  /** The keys the post has. */
  readonly taken: readonly string[]
  /** Called with the added key, to focus it. */
  readonly onAdded: (key: string) => void
}

/** Adds a field: a known one of the site with its type, or a new one. */
export const AddField = ({ taken, onAdded }: AddFieldProps) => {
  const id = useId()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<NewType>('text')
  const fields = useSchema((schema) => schema.fields)
  const known = fields.find(({ key }) => key === name)
  const wrong = name === '' ? '' : wrongWith(name, taken)
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (name === '' || wrong !== '') return
    if (!setField([name], startOf(known?.type ?? chosen))) return
    setOpen(false)
    setName('')
    onAdded(name)
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        render={
          <Button look="quiet">
            <Plus size={14} aria-hidden />
            {t('form.addField')}
          </Button>
        }
      />
      <Popover.Portal>
        <Popover.Positioner className={menu.positioner} sideOffset={6} align="end">
          <Popover.Popup
            className={styles.popover}
            aria-label={t('form.addField')}
            initialFocus={() => focusAtOnce(document.getElementById(id))}
          >
            <form className={styles.adding} onSubmit={add}>
              <label htmlFor={id}>{t('form.name')}</label>
              <TextInput
                id={id}
                list={`${id}-known`}
                value={name}
                invalid={wrong !== ''}
                aria-describedby={`${id}-wrong`}
                onValueChange={setName}
              />
              <datalist id={`${id}-known`}>
                {fields
                  .filter((field) => !taken.includes(field.key) && !isNested(field))
                  .map(({ key }) => (
                    <option key={key} value={key} />
                  ))}
              </datalist>
              <span id={`${id}-wrong`} className={styles.error} role="alert">
                {wrong}
              </span>
              {!known && (
                <Select label={t('form.kind')} value={chosen} options={types} onChange={setChosen} />
              )}
              <Button type="submit" look="primary" disabled={name === '' || wrong !== ''}>
                {t('form.add')}
              </Button>
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
