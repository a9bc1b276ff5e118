import { Switch as BaseSwitch } from '@base-ui/react/switch'
import styles from './switch.module.css'

export type SwitchProps = Omit<BaseSwitch.Root.Props, 'className' | 'children' | 'onCheckedChange'> & {
  readonly onCheckedChange?: (checked: boolean) => void
}

/** A switch. Name it with a `label` around it, `aria-label` or `aria-labelledby`. */
export const Switch = ({ onCheckedChange, ...props }: SwitchProps) => (
  <BaseSwitch.Root
    {...props}
    className={styles.switch}
    onCheckedChange={(checked) => onCheckedChange?.(checked)}
  >
    <BaseSwitch.Thumb className={styles.thumb} />
  </BaseSwitch.Root>
)
