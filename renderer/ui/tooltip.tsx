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

// Otherwise the first Escape in a dialog would only close the tooltip of the focused button.
const passEscapeOn = (_open: boolean, details: BaseTooltip.Root.ChangeEventDetails): void => {
  if (details.reason === 'escape-key') details.allowPropagation()
}

/** A tooltip with the name of a control and its shortcut, on hover and focus. */
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

/** Wraps the whole window: once a tooltip is open, others open without delay. */
export const TooltipProvider = BaseTooltip.Provider
