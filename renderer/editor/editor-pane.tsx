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
import { addressOf, insertImage } from './commands/insert-commands'
import styles from './editor-pane.module.css'
import { followKeyBindings } from './keys/key-bindings'
import { registerLinkCommand } from './link-box/link-box'
import { followDiagnostics } from './problems/diagnostics'
import { followPreferences } from './view/preferences'

/** Whether the text had the focus when another layout, or no post at all, took its place. */
let hadFocus = false

/** Whether no control of the window took the focus since; the preview is no place to type in. */
const isFocusFree = (): boolean =>
  document.activeElement === document.body || document.activeElement instanceof HTMLIFrameElement

/** One view for the session: layouts come and go without building the text anew. */
const theView = once(() => new EditorView())

beforeFirstPost(theView)

export interface EditorPaneProps {
  /** Stands above the text: what the writer has to know about the file. The form of the head finds its own place. */
  readonly children?: ReactNode
}

/** The text of the open post, with its front matter on top. */
export const EditorPane = ({ children }: EditorPaneProps) => {
  const place = useRef<HTMLDivElement>(null)
  // In the layout's phase: the place in the text can only be kept while it is still on the page.
  useLayoutEffect(() => {
    const shown = theView()
    place.current?.append(shown.dom)
    withView(shown)
    if (hadFocus && isFocusFree()) shown.focus()
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
      hadFocus = shown.hasFocus
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
        if (imported) noteImport(imported, `](${addressOf(reference)})`)
        requestAnimationFrame(() => theView().focus()) // after the dialog gave the focus back
      }}
    />
  )
}
