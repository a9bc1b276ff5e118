import { Select as BaseSelect } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import menu from './menu.module.css'
import styles from './select.module.css'

export interface SelectProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly disabled?: boolean
  readonly onChange: (value: V) => void
}

/** A choice of one from a list that opens. */
export const Select = <V extends string>({
  label,
  value,
  options,
  disabled = false,
  onChange,
}: SelectProps<V>) => (
  <BaseSelect.Root
    items={options}
    disabled={disabled}
    value={value}
    onValueChange={(chosen) => chosen !== null && onChange(chosen)}
  >
    <BaseSelect.Trigger className={styles.trigger} aria-label={label}>
      <BaseSelect.Value />
      <ChevronDown size={14} aria-hidden />
    </BaseSelect.Trigger>
    <BaseSelect.Portal>
      <BaseSelect.Positioner className={menu.positioner} alignItemWithTrigger={false} sideOffset={4}>
        <BaseSelect.Popup className={menu.popup}>
          <BaseSelect.List>
            {options.map((option) => (
              <BaseSelect.Item key={option.value} value={option.value} className={menu.item}>
                <span className={menu.mark}>
                  <BaseSelect.ItemIndicator>
                    <Check size={14} aria-hidden />
                  </BaseSelect.ItemIndicator>
                </span>
                <BaseSelect.ItemText className={menu.words}>{option.label}</BaseSelect.ItemText>
              </BaseSelect.Item>
            ))}
          </BaseSelect.List>
        </BaseSelect.Popup>
      </BaseSelect.Positioner>
    </BaseSelect.Portal>
  </BaseSelect.Root>
)
