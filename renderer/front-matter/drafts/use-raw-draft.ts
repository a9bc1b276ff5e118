import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { FormField } from '../../../shared/front-matter/schema/form-field'
import { t } from '../../../shared/texts/translate'
import { showNotice } from '../../base/notices'
import { keepFieldDraft } from '../../document/state/field-drafts'
import { setRaw } from '../head/form-edits'

/** What is typed for a value as a whole: it is written when the writer is done, not while it does not read yet. */
export const useRawDraft = ({ label, path, source }: FormField) => {
  const [typed, setTyped] = useState<string | null>(null)
  const [refusal, setRefusal] = useState('')
  const told = useRef('') // the same at once: the post may go before it is drawn
  const tell = (reason: string) => {
    told.current = reason
    setRefusal(reason)
  }
  const cancel = () => {
    setTyped(null)
    tell('')
  }
  const apply = (): void => {
    if (typed === null) return
    const reason = typed === source ? '' : setRaw(path, typed)
    if (reason === '') cancel()
    else tell(reason)
  }
  const held = typed !== null
  const commit = useEffectEvent(apply)
  const leave = useEffectEvent(() => {
    if (told.current === '') return
    showNotice({ kind: 'warning', text: t('form.draftLost', { label, reason: told.current }) })
  })
  useEffect(() => (held ? keepFieldDraft(() => commit()) : undefined), [held])
  useEffect(() => () => leave(), [])
  const change = (text: string) => {
    setTyped(text)
    tell('')
  }
  return { value: typed ?? source, held, refusal, change, apply, cancel }
}
