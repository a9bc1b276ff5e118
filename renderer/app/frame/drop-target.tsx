import { useEffect, useState } from 'react'
import { t } from '../../../shared/texts/translate'
import { showNotice } from '../../base/notices'
import { openDropped } from '../commands/open-folder'
import styles from './drop-target.module.css'

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

// Images are dropped on the text of a post, which the editor handles.
const holdsImages = (event: DragEvent): boolean =>
  [...(event.dataTransfer?.items ?? [])].some(({ type }) => type.startsWith('image/'))

/** Opens a folder or post that is dropped on the window, and indicates that while dragging. */
export const DropTarget = () => {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!holdsFiles(event) || event.defaultPrevented) return
      event.preventDefault() // otherwise the window would navigate to the file
      setOver(!holdsImages(event))
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!holdsFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      const [file] = event.dataTransfer?.files ?? []
      if (!file) return
      if (!file.type.startsWith('image/')) openDropped(file)
      else showNotice({ kind: 'info', text: t('app.dropOnText') })
    }
    window.addEventListener('dragover', drag)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', drag)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  if (!over) return null
  return (
    <div className={styles.veil} data-over-page>
      <div className={styles.frame}>{t('app.dropToOpen')}</div>
    </div>
  )
}
