import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import styles from './segmented-control.module.css'

export interface SegmentedControlProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly onChange: (value: V) => void
}

/** A choice of a few visible options, one of which is always selected. Arrow keys move between them. */
export const SegmentedControl = <V extends string>({
  label,
  value,
  options,
  onChange,
}: SegmentedControlProps<V>) => (
  <ToggleGroup
    aria-label={label}
    className={styles.group}
    value={[value]}
    onValueChange={([chosen]) => {
      if (chosen !== undefined) onChange(chosen) // clicking the selected option keeps it selected
    }}
  >
    {options.map((option) => (
      <Toggle key={option.value} value={option.value} className={styles.part}>
        {option.label}
      </Toggle>
    ))}
  </ToggleGroup>
)
