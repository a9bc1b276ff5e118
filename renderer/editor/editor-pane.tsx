import './editor-setup'
import { EditorView } from '@codemirror/view'
import { type ReactNode, useEffect, useRef } from 'react'
import { openPost, useDocument, withView } from '../document/document-store'
import { followWords } from '../document/word-count'
import { Button } from '../ui/button'
import { registerTextCommands } from './editor-commands'
import styles from './editor-pane.module.css'
import { followPreferences } from './editor-preferences'

let view: EditorView | null = null

/** One view for the session: layouts come and go without building the text anew. */
const theView = (): EditorView => {
  view ??= new EditorView()
  return view
}

export interface EditorPaneProps {
  /** Stands above the text: what the writer has to know about the file. */
  readonly children?: ReactNode
}

/** The text of the open post, with its front matter on top. */
export const EditorPane = ({ children }: EditorPaneProps) => {
  const place = useRef<HTMLDivElement>(null)
  const open = useDocument(({ post }) => post !== null)
  useEffect(() => {
    const { dom } = theView()
    place.current?.append(dom)
    withView(theView())
    const stops = [followPreferences(), followWords()]
    return () => {
      for (const stop of stops) stop()
      withView(null)
      dom.remove()
    }
  }, [])
  useEffect(() => (open ? registerTextCommands() : undefined), [open])
  return (
    <section className={styles.pane} aria-label="Editor">
      {children}
      <div ref={place} className={styles.text} hidden={!open} />
      {!open && <Empty />}
    </section>
  )
}

const Empty = () => {
  const failure = useDocument((state) => state.failure)
  const opening = useDocument((state) => state.opening)
  if (failure) {
    return (
      <div className={styles.empty} role="alert">
        <strong>“{failure.id}” could not be opened</strong>
        <p>{failure.message}</p>
        <Button onClick={() => openPost(failure.id)}>Try again</Button>
      </div>
    )
  }
  return <div className={styles.empty}>{opening ? '' : 'Choose a post from the list to write.'}</div>
}
