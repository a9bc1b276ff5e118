import type { TextFormat } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import { useDocument } from '../../document/state/document-state'
import { useLibrary } from '../../library/state/library-store'
import { WordStatus } from '../../words/count/word-status'
import { PassedNotices } from './passed-notices'
import { ProblemsMenu } from './problems-menu'
import styles from './status-bar.module.css'

const saveWords = {
  saved: t('app.saved'),
  unsaved: t('app.unsaved'),
  saving: t('app.saving'),
  conflict: t('app.changedOnDisk'),
  deleted: t('app.deletedOnDisk'),
  failed: t('app.notSaved'),
} as const

const endings = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' } as const

const lineEnding = ({ eol, terminators }: TextFormat): string =>
  terminators === null ? endings[eol] : t('app.mixedLineEndings')

const encodingOf = ({ bom, encoding }: TextFormat): string =>
  encoding === 'bytes' ? t('app.notUtf8') : bom ? t('app.utf8Bom') : 'UTF-8'

/** A component of its own: the caret moves with every key, and nothing else must be drawn for that. */
const Caret = () => {
  const { line, column } = useDocument((state) => state.cursor)
  return <span>{t('app.caret', { line, column })}</span>
}

const Save = () => {
  const saveState = useDocument((state) => state.saveState)
  const message = useDocument((state) => state.message)
  const gone = useLibrary((state) => state.unavailable)
  // If the folder itself is unavailable, the state of one file does not explain what happened.
  const isGone = gone !== null && (saveState === 'saved' || saveState === 'deleted')
  return (
    <span
      className={styles.save}
      data-state={isGone ? 'deleted' : saveState}
      role="status"
      title={(isGone ? gone : message) || undefined}
    >
      {isGone ? t('app.folderUnavailable') : saveWords[saveState]}
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
      {!post.writable && <span>{t('app.readOnly')}</span>}
      <Caret />
      <span className={styles.rare}>{lineEnding(post.format)}</span>
      <span className={styles.rare}>{encodingOf(post.format)}</span>
      <PassedNotices />
    </>
  )
}

/** The status bar: save state, length of the text, and position of the caret. */
export const StatusBar = () => (
  <footer className={styles.bar}>
    <OpenPost />
  </footer>
)
