import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type CSSProperties, type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'
import { t } from '../../shared/texts/translate'
import { IconButton } from './button'
import styles from './dialog.module.css'

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly width?: number
  /** Buttons at the bottom, the main one last. */
  readonly footer?: ReactNode
  /** The initial focus; by default the first control. */
  readonly initialFocus?: RefObject<HTMLElement | null>
  readonly children: ReactNode
}

const widthOf = (width: number | undefined): CSSProperties | undefined =>
  width === undefined ? undefined : ({ '--dialog-width': `${width}px` } as CSSProperties)

const controls = 'input, textarea, button, select, [tabindex="0"]'

/**
 * The first control, or the selected one of a choice; without controls the text itself, so that arrow keys scroll it.
 */
const firstIn = (body: HTMLElement | null): HTMLElement | null => {
  const first = body?.querySelector<HTMLElement>(controls)
  const chosen = first?.closest('[role="group"]')?.querySelector<HTMLElement>('[aria-pressed="true"]')
  return chosen ?? first ?? body
}

/** Focuses immediately, because text may be typed right after the key that opened it; the library would do it a frame later. */
export const focusAtOnce = (element: HTMLElement | null): false => {
  element?.focus({ preventScroll: true })
  return false
}

/** Returns the focus immediately on closing: the library does it after the popup has faded, and keys would be lost until then. */
const useFocusBack = (open: boolean): RefObject<HTMLDivElement | null> => {
  const popup = useRef<HTMLDivElement>(null)
  const before = useRef<Element | null>(null)
  useLayoutEffect(() => {
    const { activeElement } = document
    if (open) before.current = activeElement
    else if (popup.current?.contains(activeElement) && before.current instanceof HTMLElement)
      before.current.focus({ preventScroll: true })
  }, [open])
  return popup
}

/** A dialog over the window. Escape and a click outside close it; the focus returns. */
export const Dialog = ({ open, onClose, title, width, footer, initialFocus, children }: DialogProps) => {
  const body = useRef<HTMLDivElement>(null)
  const popup = useFocusBack(open)
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Viewport className={styles.viewport}>
          <BaseDialog.Popup
            ref={popup}
            data-modal={open ? 'dialog' : undefined} // keys run commands while it fades
            className={styles.popup}
            style={widthOf(width)}
            initialFocus={() => focusAtOnce(initialFocus?.current ?? firstIn(body.current))}
          >
            <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
            <div ref={body} className={styles.body} tabIndex={-1}>
              {children}
            </div>
            {footer && <div className={styles.foot}>{footer}</div>}
            {/* Last, so that Tab reaches the content of the dialog first. */}
            <span className={styles.close}>
              <IconButton label={t('app.close')} onClick={onClose}>
                <X size={16} aria-hidden />
              </IconButton>
            </span>
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

export interface PanelProps {
  readonly open: boolean
  readonly onClose: () => void
  /** Its name for screen readers, since it has no visible title. */
  readonly label: string
  readonly width?: number
  readonly children: ReactNode
}

/** A panel near the top of the window without title or buttons, such as the palette. */
export const Panel = ({ open, onClose, label, width, children }: PanelProps) => {
  const popup = useFocusBack(open)
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Viewport className={`${styles.viewport} ${styles.high}`}>
          <BaseDialog.Popup
            ref={popup}
            data-modal={open ? 'panel' : undefined}
            className={styles.popup}
            style={widthOf(width)}
            aria-label={label}
          >
            {children}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}
