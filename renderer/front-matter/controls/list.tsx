import { Autocomplete } from '@base-ui/react/autocomplete'
import { X } from 'lucide-react'
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import { itemAt } from '../../../shared/base/item-at'
import { termsIn } from '../../../shared/front-matter/form/terms'
import { t } from '../../../shared/texts/translate'
import menu from '../../ui/menu.module.css'
import { itemsOf } from '../drafts/field-value'
import { addToList, setField } from '../head/form-edits'
import styles from './controls.module.css'
import type { ControlProps } from './field-types'

const offered = 8

/** Terms as tokens. Offers the site's terms, most used first; Enter or a comma adds a term, Backspace edits the last one. */
export const ListControl = ({ field, id, labelledBy, describedBy }: ControlProps) => {
  const [typed, setTyped] = useState('')
  const [announcement, setAnnouncement] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const items = itemsOf(field)
  const query = typed.trim().toLocaleLowerCase()
  const choices = field.choices
    .filter((choice) => !items.includes(choice) && choice.toLocaleLowerCase().includes(query))
    .slice(0, offered)

  const add = (item: string) => {
    const term = item.trim()
    setTyped('')
    if (term === '') return
    if (items.includes(term)) setAnnouncement(t('form.alreadyInList', { term }))
    else if (addToList(field.path, term)) setAnnouncement(t('form.added', { term }))
  }
  const addAll = (terms: readonly string[]) => {
    const added = [...new Set(terms)].filter((term) => !items.includes(term))
    setTyped('')
    if (added.length > 0 && setField(field.path, [...items, ...added]))
      setAnnouncement(t('form.added', { term: added.join(', ') }))
  }
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const { value, selectionStart, selectionEnd } = event.currentTarget
    const pasted = event.clipboardData.getData('text/plain')
    const terms = termsIn(
      value.slice(0, selectionStart ?? 0) + pasted + value.slice(selectionEnd ?? value.length),
    )
    if (terms.length < 2) return
    event.preventDefault()
    addAll(terms)
  }
  const remove = (at: number) => {
    const kept = items.filter((_, index) => index !== at)
    if (setField(field.path, kept)) setAnnouncement(t('form.removed', { term: itemAt(items, at) }))
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const highlighted = input.current?.getAttribute('aria-activedescendant')
    if (event.key === 'Backspace' && typed === '' && items.length > 0) remove(items.length - 1)
    else if (event.key === ',' || (event.key === 'Enter' && !highlighted)) {
      event.preventDefault()
      add(typed)
    }
  }
  return (
    <div className={styles.tokens}>
      {items.map((item, at) => (
        <span key={item} className={styles.token}>
          <bdi>{item}</bdi>
          <button type="button" aria-label={t('form.remove', { name: item })} onClick={() => remove(at)}>
            <X size={12} aria-hidden />
          </button>
        </span>
      ))}
      <Autocomplete.Root
        items={choices}
        mode="none"
        value={typed}
        onValueChange={(value, { reason }) => (reason === 'item-press' ? add(value) : setTyped(value))}
        openOnInputClick
      >
        <Autocomplete.Input
          ref={input}
          id={id}
          className={styles.tokenInput}
          aria-labelledby={labelledBy}
          aria-describedby={describedBy}
          placeholder={items.length === 0 ? t('form.addItem') : ''}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => add(typed)}
        />
        {choices.length > 0 && (
          <Autocomplete.Portal>
            <Autocomplete.Positioner className={menu.positioner} sideOffset={6} align="start">
              <Autocomplete.Popup className={menu.popup}>
                <Autocomplete.List>
                  {(choice: string) => (
                    <Autocomplete.Item key={choice} value={choice} className={menu.item}>
                      <span className={menu.words}>{choice}</span>
                    </Autocomplete.Item>
                  )}
                </Autocomplete.List>
              </Autocomplete.Popup>
            </Autocomplete.Positioner>
          </Autocomplete.Portal>
        )}
      </Autocomplete.Root>
      <span className="visually-hidden" aria-live="polite">
        {announcement}
      </span>
    </div>
  )
}
