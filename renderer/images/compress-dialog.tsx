import { useState } from 'react'
import { messageOf } from '../../shared/app-error'
import type { ImageSize } from '../../shared/images/catalog/image-catalog'
import { usualImageChoices, widthsToOffer } from '../../shared/images/image-choices'
import { extensionOf, filePart } from '../../shared/site/post-path'
import { t } from '../../shared/texts/translate'
import { ChoicesRows } from '../document/images/choices-rows'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { compressImage, type ImagesHost } from './image-actions'
import styles from './images-pane.module.css'

export interface CompressDialogProps {
  readonly host: ImagesHost
  readonly path: string
  readonly size: ImageSize
  readonly onClose: () => void
}

/** Compresses an image, or converts it and updates all references. */
export const CompressDialog = ({ host, path, size, onClose }: CompressDialogProps) => {
  const widths = widthsToOffer(size?.[0] ?? 0, [])
  const [choices, setChoices] = useState({ ...usualImageChoices, width: widths.at(-1) ?? null })
  const [problem, setProblem] = useState('')
  const [running, setRunning] = useState(false)
  const run = () => {
    setRunning(true)
    compressImage(host, path, choices).then(onClose, (error: unknown) => {
      setProblem(messageOf(error))
      setRunning(false)
    })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('images.compressImage', { name: filePart(path) })}
      width={560}
      footer={
        <>
          <Button onClick={onClose}>{t('changes.cancel')}</Button>
          <Button look="primary" disabled={running} focusableWhenDisabled onClick={run}>
            {running ? t('images.compressing') : t('images.compress')}
          </Button>
        </>
      }
    >
      <ChoicesRows
        widths={widths}
        format={extensionOf(path).toUpperCase()}
        choices={choices}
        onChange={(changed) => setChoices({ ...changed })}
      />
      {choices.format !== 'keep' && <p className={styles.hint}>{t('images.endingChanges')}</p>}
      {problem !== '' && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </Dialog>
  )
}
