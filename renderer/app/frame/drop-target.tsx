import { useEffect, useState } from 'react'
import { t } from '../../../shared/texts/translate'
import { showNotice } from '../../base/notices'
import { openDropped } from '../commands/open-folder'
import styles from './drop-target.module.css'

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

// Images belong to the text of a post and are dropped there; the editor takes those itself.
const holdsImages = (event: DragEvent): boolean =>
  [...(event.dataTransfer?.items ?? [])].some(({ type }) => type.startsWith('image/'))

/** Opens a folder or a post that is dropped on the window, and shows that it would. */
export const DropTarget = () => {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!holdsFiles(event) || event.defaultPrevented) return
      event.preventDefault() // else the window would go to the file
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
