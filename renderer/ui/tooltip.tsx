import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import type { CommandId } from '../../shared/commands'
import { shortcutOf } from '../base/platform'
import styles from './tooltip.module.css'

export interface TooltipProps {
  readonly label: string
  /** The command behind the control: its shortcut is shown. */
  readonly command?: CommandId
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
  /** The control itself; it keeps its own accessible name. */
  readonly children: ReactElement
}

// Else the first Escape in a dialog only takes the name of the focused button away.
const passEscapeOn = (_open: boolean, details: BaseTooltip.Root.ChangeEventDetails): void => {
  if (details.reason === 'escape-key') details.allowPropagation()
}

/** Names a control under the pointer or the focus, with its shortcut. */
export const Tooltip = ({ label, command, side = 'bottom', children }: TooltipProps) => {
  const key = command ? shortcutOf(command) : ''
  return (
    <BaseTooltip.Root onOpenChange={passEscapeOn}>
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner className={styles.positioner} side={side} sideOffset={6}>
          <BaseTooltip.Popup className={styles.popup}>
            <span>{label}</span>
            {key && <span className={styles.key}>{key}</span>}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  )
}

/** Once a tooltip is open its neighbours open at once. Stands around the whole window. */
export const TooltipProvider = BaseTooltip.Provider
