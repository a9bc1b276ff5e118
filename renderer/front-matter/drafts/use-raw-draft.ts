import { useLayoutEffect, useSyncExternalStore } from 'react'
import type { FormField } from '../../../shared/front-matter/schema/form-field'
import { t } from '../../../shared/texts/translate'
import { showNotice } from '../../base/notices'
import { setRaw } from '../head/form-edits'
import {
  applyDraft,
  draftOf,
  dropDraft,
  followSource,
  holdDraft,
  listenToDrafts,
  noteControl,
} from './held-draft'

/** The draft of a raw value: written when the user is done, not while it is invalid. */
export const useRawDraft = ({ label, path, source }: FormField, id: string) => {
  const key = path.join('\n')
  const draft = useSyncExternalStore(listenToDrafts, () => draftOf(key))
  useLayoutEffect(() => noteControl(key), [key])
  // biome-ignore lint/correctness/useExhaustiveDependencies: also records the value that a written draft became
  useLayoutEffect(() => followSource(key, source), [key, source, draft])
  const change = (text: string): void =>
    holdDraft(
      {
        key,
        source,
        write: (typed) => setRaw(path, typed),
        isTyping: () => document.activeElement?.id === id,
        lost: (reason) => showNotice({ kind: 'warning', text: t('form.draftLost', { label, reason }) }),
      },
      text,
    )
  return {
    value: draft?.text ?? source,
    held: draft !== null && !draft.isWritten,
    refusal: draft?.refusal ?? '',
    change,
    apply: () => applyDraft(key),
    cancel: () => dropDraft(key),
  }
}
