import { NumberField } from '@base-ui/react/number-field'
import { Minus, Plus } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { t } from '../../shared/texts/translate'
import styles from './number-input.module.css'

export interface NumberInputProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  /** Called when the number is committed, not at every key. */
  readonly onChange: (value: number) => void
}

/** A number between two limits, with arrow keys and two buttons. */
export const NumberInput = ({ label, value, min, max, step = 1, onChange }: NumberInputProps) => {
  const [typed, setTyped] = useState<number | null>(value)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setTyped(value)
  }
  const onKeyDown = ({ key, currentTarget }: KeyboardEvent<HTMLInputElement>) => {
    if (key !== 'Enter') return
    currentTarget.blur() // commits the number, like leaving the field
    currentTarget.focus()
  }
  return (
    <NumberField.Root
      value={typed}
      min={min}
      max={max}
      step={step}
      onValueChange={setTyped}
      onValueCommitted={(settled) =>
        settled === null ? setTyped(value) : settled !== value && onChange(settled)
      }
    >
      <NumberField.Group className={styles.group}>
        <NumberField.Decrement className={styles.step} aria-label={t('app.less', { label })}>
          <Minus size={14} aria-hidden />
        </NumberField.Decrement>
        <NumberField.Input className={styles.input} aria-label={label} onKeyDown={onKeyDown} />
        <NumberField.Increment className={styles.step} aria-label={t('app.more', { label })}>
          <Plus size={14} aria-hidden />
        </NumberField.Increment>
      </NumberField.Group>
    </NumberField.Root>
  )
}
