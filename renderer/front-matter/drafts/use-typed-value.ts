import { type KeyboardEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { TypedValue } from '../../../shared/front-matter/form/typed-value'
import type { FormField } from '../../../shared/front-matter/schema/form-field'
import { t } from '../../../shared/texts/translate'
import { showNotice } from '../../base/notices'
import { keepFieldDraft } from '../../document/state/field-drafts'
import { openDocuments } from '../../document/state/open-documents'
import { dropField, setField } from '../head/form-edits'
import { textOf } from './field-value'
import { useDraft } from './use-draft'

type Read = (field: FormField, typed: string, done: boolean) => TypedValue

/** The draft of a control whose value must be complete: written as soon as it is, held until then. */
export const useTypedValue = (field: FormField, read: Read) => {
  const [refused, setRefused] = useState(false)
  const isHeld = useRef(false)
  const latest = useRef('') // the current text: a save may happen before it is drawn
  const post = useRef<object | null>(null)
  const apply = (typed: string, done: boolean): TypedValue['kind'] => {
    const value = read(field, typed, done)
    if (value.kind === 'write' && value.value !== textOf(field))
      setField(field.path, value.value, done ? 'once' : 'typing')
    if (value.kind === 'drop') dropField(field.path)
    return value.kind
  }
  const draft = useDraft(textOf(field), (typed) => {
    isHeld.current = true
    latest.current = typed
    post.current = openDocuments.front
    setRefused(false)
    apply(typed, false)
  })
  const end = (): void => {
    if (!isHeld.current) return
    const isWaiting = apply(latest.current, true) === 'wait' && latest.current.trim() !== ''
    setRefused(isWaiting)
    if (isWaiting) return
    isHeld.current = false
    draft.end()
  }
  const cancel = (): void => {
    isHeld.current = false
    setRefused(false)
    draft.end()
  }
  const commit = useEffectEvent(end)
  const leave = useEffectEvent(() => {
    if (!isHeld.current) return
    const value = latest.current
    const isShown = post.current === openDocuments.front
    const kind = isShown ? apply(value, false) : read(field, value, true).kind // incomplete values are never written
    if (kind === 'wait' && value.trim() !== '')
      showNotice({ kind: 'warning', text: t('form.valueLost', { value, label: field.label }) })
  })
  useLayoutEffect(() => keepFieldDraft(() => commit()), [])
  useEffect(() => () => leave(), []) // the form may be redrawn with another control for the field
  /** Stands in the control and not in the post. */
  const held = draft.value !== textOf(field)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') end()
    if (event.key !== 'Escape' || !held) return
    event.preventDefault()
    cancel()
  }
  return { value: draft.value, refused, held, change: draft.change, end, cancel, onKeyDown }
}
