import type { TextFormat } from '../../../shared/posts/post'
import { useDocument } from '../../document/state/document-state'
import { useLibrary } from '../../library/state/library-store'
import { WordStatus } from '../../words/count/word-status'
import { PassedNotices } from './passed-notices'
import { ProblemsMenu } from './problems-menu'
import styles from './status-bar.module.css'

const saveWords = {
  saved: 'Saved',
  unsaved: 'Unsaved',
  saving: 'Saving',
  conflict: 'Changed on disk',
  deleted: 'Deleted on disk',
  failed: 'Not saved',
} as const

const endings = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' } as const

const lineEnding = ({ eol, terminators }: TextFormat): string =>
  terminators === null ? endings[eol] : 'Mixed line ends'

const encodingOf = ({ bom, encoding }: TextFormat): string =>
  encoding === 'bytes' ? 'Not all UTF-8' : bom ? 'UTF-8 with BOM' : 'UTF-8'

/** Alone in its own part: the caret moves with every key, and nothing else is to be drawn for that. */
const Caret = () => {
  const { line, column } = useDocument((state) => state.cursor)
  return (
    <span>
      Ln {line}, Col {column}
    </span>
  )
}

const Save = () => {
  const saveState = useDocument((state) => state.saveState)
  const message = useDocument((state) => state.message)
  const gone = useLibrary((state) => state.unavailable)
  // While the folder itself is not there, nothing that is said of its one file tells what happened.
  const isGone = gone !== null && (saveState === 'saved' || saveState === 'deleted')
  return (
    <span
      className={styles.save}
      data-state={isGone ? 'deleted' : saveState}
      role="status"
      title={(isGone ? gone : message) || undefined}
    >
      {isGone ? 'Folder not there' : saveWords[saveState]}
    </span>
  )
}

const OpenPost = () => {
  const post = useDocument((state) => state.post)
  if (!post)
    return (
      <>
        <ProblemsMenu />
        <span className={styles.space} />
        <PassedNotices />
      </>
    )
  return (
    <>
      <Save />
      <WordStatus />
      <ProblemsMenu />
      <span className={styles.space} />
      {!post.writable && <span>Read only</span>}
      <Caret />
      <span className={styles.rare}>{lineEnding(post.format)}</span>
      <span className={styles.rare}>{encodingOf(post.format)}</span>
      <PassedNotices />
    </>
  )
}

/** The foot of the window: whether the text is safe, how long it is, and where the caret stands. */
export const StatusBar = () => (
  <footer className={styles.bar}>
    <OpenPost />
  </footer>
)
