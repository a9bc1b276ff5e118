import { once } from '../../shared/base/once'
import { t } from '../../shared/texts/translate'
import './editor-setup'
import { EditorView } from '@codemirror/view'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { registerCommand } from '../base/command-bus'
import { readyFonts } from '../base/look/ready-fonts'
import { showError } from '../base/notices'
import { ImagePicker } from '../document/images/image-picker'
import { noteImport } from '../document/images/imported-images'
import { beforeFirstPost } from '../document/reading/first-post'
import { useDocument } from '../document/state/document-state'
import { withView } from '../document/state/lent-view'
import { registerTextCommands } from './commands/editor-commands'
import { insertImage } from './commands/insert-commands'
import styles from './editor-pane.module.css'
import { followKeyBindings } from './keys/key-bindings'
import { registerLinkCommand } from './link-box/link-box'
import { followDiagnostics } from './problems/diagnostics'
import { followPreferences } from './view/preferences'

/** Whether no other control has taken the focus since; the preview does not count. */
const isFocusFree = (): boolean =>
  document.activeElement === document.body || document.activeElement instanceof HTMLIFrameElement

/** One view for the session, so that changing layouts does not rebuild the text; and whether it had the focus when hidden. */
const session = once(() => ({ view: new EditorView(), hadFocus: false }))
const theView = () => session().view

beforeFirstPost(theView)

export interface EditorPaneProps {
  /** Shown above the text: notices about the file. */
  readonly children?: ReactNode
}

/** The text of the open post, with its front matter on top. */
export const EditorPane = ({ children }: EditorPaneProps) => {
  const place = useRef<HTMLDivElement>(null)
  // In the layout phase: the scroll position can only be read while the text is still on the page.
  useLayoutEffect(() => {
    const shown = theView()
    place.current?.append(shown.dom)
    withView(shown)
    if (session().hadFocus && isFocusFree()) shown.focus()
    readyFonts(document, ['JetBrains Mono Variable']).catch(showError)
    const stops = [
      followPreferences(),
      followKeyBindings(),
      followDiagnostics(),
      registerTextCommands(),
      registerLinkCommand(),
    ]
    return () => {
      for (const stop of stops) stop()
      session().hadFocus = shown.hasFocus
      withView(null)
      shown.dom.remove()
    }
  }, [])
  return (
    <section className={styles.pane} aria-label={t('editor.editor')}>
      {children}
      <div ref={place} className={styles.text} />
      <ImageDialog />
    </section>
  )
}

/** The picker of images, when the command asks for it. */
const ImageDialog = () => {
  const post = useDocument((state) => state.post?.id)
  const [open, setOpen] = useState(false)
  useEffect(() => registerCommand('insert-image', () => setOpen(true)), [])
  if (!open || post === undefined) return null
  return (
    <ImagePicker
      post={post}
      onClose={() => setOpen(false)}
      onPick={({ reference, imported }) => {
        insertImage(reference)(theView())
        if (imported) noteImport(imported)
        requestAnimationFrame(() => theView().focus()) // after the dialog has returned the focus
      }}
    />
  )
}
