import { FolderOpen, ImageOff, Image as Picture } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { typedPath } from '../../../shared/front-matter/form/typed-value'
import { imagesAmong } from '../../../shared/images/pasted-files'
import { assetUrl } from '../../../shared/ipc/site-calls'
import { t } from '../../../shared/texts/translate'
import { useWhyNotShown } from '../../base/image-problem'
import { showError, showNotice } from '../../base/notices'
import { ImagePicker, type PickedImage } from '../../document/images/image-picker'
import { importImage } from '../../document/images/import-image'
import { dropImport, noteImport } from '../../document/images/imported-images'
import { useDocument } from '../../document/state/document-state'
import { IconButton } from '../../ui/button'
import { TextInput } from '../../ui/text-input'
import { textOf } from '../drafts/field-value'
import { useTypedValue } from '../drafts/use-typed-value'
import { setField } from '../head/form-edits'
import { askForAlt } from './alt-field'
import styles from './controls.module.css'
import type { ControlProps } from './field-types'

const pixels = 56

const Thumbnail = ({ post, reference }: { readonly post: string; readonly reference: string }) => {
  const source = `${assetUrl(post, reference)}&width=${pixels}`
  const [missing, setMissing] = useState('')
  const why = useWhyNotShown(missing)
  if (reference === '') return <Picture size={16} strokeWidth={1.5} aria-hidden />
  if (missing === source) {
    const label =
      why === null ? t('form.imageNotFound', { reference }) : t('form.imageNotShown', { reference, why })
    return (
      <span className={styles.missing} role="img" aria-label={label}>
        <ImageOff size={16} strokeWidth={1.5} aria-hidden />
      </span>
    )
  }
  return <img className={styles.thumbnail} src={source} alt="" onError={() => setMissing(source)} />
}

/** An image of the site: typed, picked, or dropped on the field. */
export const ImageControl = ({ field, id, labelledBy, describedBy }: ControlProps) => {
  const post = useDocument((state) => state.post?.id ?? '')
  const [picking, setPicking] = useState(false)
  const draft = useTypedValue(field, typedPath)
  const write = async ({ reference, imported }: PickedImage) => {
    const isWritten = setField(field.path, reference)
    if (isWritten && imported) noteImport(imported)
    else if (imported) await dropImport(imported)
    if (isWritten) requestAnimationFrame(() => askForAlt(field.key)) // a dialog returns the focus first
  }
  const take = async (event: DragEvent) => {
    const [file, ...others] = imagesAmong(event.dataTransfer?.files ?? [])
    if (!file) return
    if (others.length > 0) showNotice({ kind: 'info', text: t('form.oneImage', { name: file.name }) })
    event.preventDefault()
    event.stopPropagation() // the window would open the file
    try {
      const kept = await importImage(post, file)
      if (kept) await write({ reference: kept.reference, imported: kept })
    } catch (error) {
      showError(error, t('images.notInserted'))
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an alternative to the button
    <div onDragOver={(event) => event.preventDefault()} onDrop={take}>
      <TextInput
        id={id}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-required={field.required}
        value={draft.value}
        data-draft={draft.held || undefined}
        onBlur={draft.end}
        onKeyDown={draft.onKeyDown}
        onValueChange={draft.change}
        before={<Thumbnail post={post} reference={textOf(field)} />}
        after={
          <IconButton label={t('form.chooseImage', { label: field.label })} onClick={() => setPicking(true)}>
            <FolderOpen size={14} aria-hidden />
          </IconButton>
        }
      />
      {picking && (
        <ImagePicker
          post={post}
          onClose={() => setPicking(false)}
          onPick={(image) => void write(image).catch(showError)}
        />
      )}
    </div>
  )
}
