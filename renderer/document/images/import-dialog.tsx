import { useEffect, useState } from 'react'
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
  { value: 'no', label: 'Ask again next time' },
  { value: 'site', label: 'Always do this in this site' },
  { value: 'all', label: 'Always do this in all sites' },
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
  const pixels = `${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels, `
  return (
    <div className={styles.what}>
      <Picture {...first} />
      <div>
        <div className={styles.name}>{images.length === 1 ? first.name : `${images.length} images`}</div>
        <div className={styles.note}>
          {images.length === 1 ? pixels : ''}
          {sizeInWords(bytes)}. That is more than a page needs.
        </div>
        {images.some(({ facts }) => facts.hasPlace) && (
          <div className={styles.place}>
            {images.length === 1 ? 'It says' : 'They say'} where it was taken.
          </div>
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
        format={types.size === 1 && type ? type : 'As it is'}
        choices={choices}
        onChange={(changed) => changeQuestion({ choices: changed })}
      />
    </>
  )
}

/** Asks how large photos are to be imported. */
export const ImportDialog = () => {
  const asked = useImportQuestion((state) => state.asked)
  if (!asked) return null
  const title = asked.images.length === 1 ? 'Import a large image' : 'Import large images'
  return (
    <Dialog
      open
      onClose={cancelQuestion}
      title={title}
      width={560}
      footer={
        <>
          <Select
            label="Next time"
            value={asked.remember}
            options={rememberings}
            onChange={(remember) => changeQuestion({ remember })}
          />
          <span className={styles.space} />
          <Button onClick={() => answerQuestion('original')}>Keep the original</Button>
          <Button look="primary" onClick={() => answerQuestion('chosen')}>
            Import
          </Button>
        </>
      }
    >
      <Content {...asked} />
    </Dialog>
  )
}
