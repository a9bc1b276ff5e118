import { t } from '../../shared/texts/translate'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { closeOperations, undoListed, useOperations } from './operations-store'
import styles from './version-list.module.css'

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** The latest changes to files, each with undo. */
export const OperationsDialog = () => {
  const { open, operations, problem, undoing } = useOperations()
  if (!open) return null
  return (
    <Dialog open onClose={closeOperations} title={t('document.recentOperations')} width={640}>
      {problem && <p role="alert">{problem}</p>}
      {operations === null ? (
        <p className={styles.none}>{t('document.loadingOperations')}</p>
      ) : operations.length === 0 ? (
        <p className={styles.none}>{t('document.noOperations')}</p>
      ) : (
        <ul className={styles.operations}>
          {operations.map((operation) => (
            <li key={operation.id} className={styles.operation}>
              <span className={styles.title}>{operation.title}</span>
              <span className={styles.size}>{when.format(operation.timeMs)}</span>
              <Button
                aria-label={t('document.undoOperation', { title: operation.title })}
                disabled={undoing !== null}
                focusableWhenDisabled
                onClick={() => void undoListed(operation)}
              >
                {t('changes.undo')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
