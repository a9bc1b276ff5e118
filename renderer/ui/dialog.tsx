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
  /** Buttons at the foot, the main one last. */
  readonly footer?: ReactNode
  /** Where the focus goes first; else the first control. */
  readonly initialFocus?: RefObject<HTMLElement | null>
  readonly children: ReactNode
}

const widthOf = (width: number | undefined): CSSProperties | undefined =>
  width === undefined ? undefined : ({ '--dialog-width': `${width}px` } as CSSProperties)

const controls = 'input, textarea, button, select, [tabindex="0"]'

/**
 * The first control, of a choice the one that is chosen; or the words themselves where there is none: then the arrow
 * keys scroll them.
 */
const firstIn = (body: HTMLElement | null): HTMLElement | null => {
  const first = body?.querySelector<HTMLElement>(controls)
  const chosen = first?.closest('[role="group"]')?.querySelector<HTMLElement>('[aria-pressed="true"]')
  return chosen ?? first ?? body
}

/** What is typed right after the key that opened it is meant for it; left to the library, the focus comes a frame later. */
export const focusAtOnce = (element: HTMLElement | null): false => {
  element?.focus({ preventScroll: true })
  return false
}

/** Gives the focus back with the key that closes: the library does it once the popup has faded, and keys are lost until then. */
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

/** A dialog over the window. Escape and a press outside close it; the focus goes back where it was. */
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
            data-modal="dialog"
            className={styles.popup}
            style={widthOf(width)}
            initialFocus={() => focusAtOnce(initialFocus?.current ?? firstIn(body.current))}
          >
            <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
            <div ref={body} className={styles.body} tabIndex={-1}>
              {children}
            </div>
            {footer && <div className={styles.foot}>{footer}</div>}
            {/* Last, so that the Tab key comes first to what the dialog is about. */}
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
  /** What it is, for screen readers: it has no title in sight. */
  readonly label: string
  readonly width?: number
  readonly children: ReactNode
}

/** A panel near the top of the window without head or buttons, as the palette is. */
export const Panel = ({ open, onClose, label, width, children }: PanelProps) => {
  const popup = useFocusBack(open)
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Viewport className={`${styles.viewport} ${styles.high}`}>
          <BaseDialog.Popup
            ref={popup}
            data-modal="panel"
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
