import { useEffect, useRef, useState } from 'react'
import { t } from '../../../shared/texts/translate'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Select } from '../../ui/select'
import { ChoicesRows, formatName } from './choices-rows'
import { sizeInWords } from './image-words'
import styles from './import-dialog.module.css'
import {
  answerQuestion,
  cancelQuestion,
  changeQuestion,
  type ImageAtHand,
  type ImportQuestion,
  type Remember,
  useImportQuestion,
} from './import-question'

const rememberings: readonly { readonly value: Remember; readonly label: string }[] = [
  { value: 'no', label: t('images.askNextTime') },
  { value: 'site', label: t('images.alwaysHere') },
  { value: 'all', label: t('images.alwaysEverywhere') },
]

const Picture = ({ bytes, facts }: ImageAtHand) => {
  const [url, setUrl] = useState('')
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: facts.type }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes, facts.type])
  return url === '' ? (
    <span className={styles.picture} />
  ) : (
    <img className={styles.picture} src={url} alt="" />
  )
}

const What = ({ images }: { readonly images: readonly ImageAtHand[] }) => {
  const [first] = images
  if (!first) return null
  const bytes = images.reduce((sum, { facts }) => sum + facts.bytes, 0)
  const { width, height } = first.facts
  const size = sizeInWords(bytes)
  return (
    <div className={styles.what}>
      <Picture {...first} />
      <div>
        <div className={styles.name}>
          {images.length === 1 ? first.name : t('images.count', { count: images.length })}
        </div>
        <div className={styles.note}>
          {images.length === 1
            ? t('images.largeImage', { width, height, size })
            : t('images.largeImages', { size })}
        </div>
        {images.some(({ facts }) => facts.hasPlace) && (
          <div className={styles.place}>{t('images.hasPlace', { count: images.length })}</div>
        )}
      </div>
    </div>
  )
}

const Content = ({ images, widths, choices }: ImportQuestion) => {
  const types = new Set(images.map(({ facts }) => formatName(facts.type)))
  const [type] = types
  return (
    <>
      <What images={images} />
      <ChoicesRows
        widths={widths}
        format={types.size === 1 && type ? type : t('images.asIs')}
        choices={choices}
        onChange={(changed) => changeQuestion({ choices: changed })}
      />
    </>
  )
}

/** Asks how large photos are to be imported. */
export const ImportDialog = () => {
  const asked = useImportQuestion((state) => state.pending)
  const main = useRef<HTMLButtonElement>(null)
  if (!asked) return null
  const title = asked.images.length === 1 ? t('images.importLarge') : t('images.importLargeMany')
  return (
    <Dialog
      open
      onClose={cancelQuestion}
      title={title}
      width={560}
      initialFocus={main}
      footer={
        <>
          <Select
            label={t('images.nextTime')}
            value={asked.remember}
            options={rememberings}
            onChange={(remember) => changeQuestion({ remember })}
          />
          <span className={styles.space} />
          <Button onClick={() => answerQuestion('original')}>{t('images.keepOriginal')}</Button>
          <Button ref={main} look="primary" onClick={() => answerQuestion('chosen')}>
            {t('images.import')}
          </Button>
        </>
      }
    >
      <Content {...asked} />
    </Dialog>
  )
}
