import { snippet } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { EditorView, keymap } from '@codemirror/view'
import { useEffect, useId, useRef, useState } from 'react'
import { itemAt } from '../../shared/base/item-at'
import { t } from '../../shared/texts/translate'
import { templateOf } from '../base/insertions/snippet-template'
import { changeSettings, getSettings, useSettings } from '../base/settings-store'
import { Button } from '../ui/button'
import { TextInput } from '../ui/text-input'
import styles from './settings-dialog.module.css'
import { Row, Section } from './settings-row'

interface Draft {
  /** The name it has in the settings; null for a new one. */
  readonly known: string | null
  readonly name: string
  readonly body: string
}

const longestName = 60
/** A field as snippets have it. */
const field = '$' + '{name}'
const longestBody = 10_000

const withSnippet = ({ known, name, body }: Draft): void => {
  const others = Object.entries(getSettings().snippets).filter(([one]) => one !== known && one !== name)
  changeSettings({ snippets: Object.fromEntries([...others, [name, body]]) })
}

const without = (name: string): void =>
  changeSettings({
    snippets: Object.fromEntries(Object.entries(getSettings().snippets).filter(([one]) => one !== name)),
  })

/** Why a draft cannot be saved; null if it can. */
const problemOf = ({ known, name, body }: Draft): string | null => {
  if (name === '') return t('settings.snippetNoName')
  if (body.trim() === '') return t('settings.snippetNoText')
  if (body.length > longestBody) return t('settings.snippetTooLong', { most: longestBody })
  const isTaken = name !== known && Object.hasOwn(getSettings().snippets, name)
  return isTaken ? t('settings.snippetTaken', { name }) : null
}

/** A small editor to try a snippet with its fields. */
const Trial = ({ body }: { readonly body: string }) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const view = new EditorView({
      extensions: [
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': t('settings.snippetTrial') }),
      ],
    })
    place.current?.append(view.dom)
    snippet(templateOf(body))(view, null, 0, 0)
    view.focus()
    return () => view.destroy()
  }, [body])
  return <div ref={place} className={styles.trial} />
}

const Form = ({ draft: first, onDone }: { readonly draft: Draft; readonly onDone: () => void }) => {
  const id = useId()
  const [draft, setDraft] = useState(first)
  const [tried, setTried] = useState<string | null>(null)
  const [problem, setProblem] = useState('')
  const save = (): void => {
    const named = { ...draft, name: draft.name.trim() }
    const found = problemOf(named)
    setProblem(found ?? '')
    if (found !== null) return
    withSnippet(named)
    onDone()
  }
  return (
    <form
      className={styles.form}
      aria-label={t('settings.snippet')}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <label htmlFor={`${id}-name`}>{t('settings.snippetName')}</label>
      <TextInput
        id={`${id}-name`}
        maxLength={longestName}
        value={draft.name}
        onValueChange={(name) => setDraft({ ...draft, name })}
      />
      <label htmlFor={`${id}-body`}>{t('settings.snippetText')}</label>
      <textarea
        id={`${id}-body`}
        className={styles.body}
        rows={5}
        dir="auto"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        value={draft.body}
        onChange={({ target }) => setDraft({ ...draft, body: target.value })}
      />
      <p id={`${id}-hint`} className={styles.explanation}>
        {t('settings.snippetHint', { field })}
      </p>
      {tried !== null && <Trial key={tried} body={tried} />}
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
      <div className={styles.controls}>
        <Button onClick={() => setTried(draft.body)} disabled={draft.body.trim() === ''}>
          {t('settings.snippetTry')}
        </Button>
        <span className={styles.space} />
        <Button onClick={onDone}>{t('settings.cancel')}</Button>
        <Button type="submit" look="primary">
          {t('settings.snippetSave')}
        </Button>
      </div>
    </form>
  )
}

/** The user's own snippets. */
export const SnippetSettings = () => {
  const snippets = useSettings((settings) => settings.snippets)
  const [draft, setDraft] = useState<Draft | null>(null)
  const edit = (name: string, body: string): void => setDraft({ known: name, name, body })
  return (
    <Section name={t('settings.snippets')}>
      {Object.entries(snippets).map(([name, body]) => (
        <Row key={name} label={name} explanation={itemAt(body.split('\n'), 0)}>
          <span className={styles.controls}>
            <Button aria-label={t('settings.snippetEdit', { name })} onClick={() => edit(name, body)}>
              {t('settings.edit')}
            </Button>
            <Button aria-label={t('settings.snippetRemove', { name })} onClick={() => without(name)}>
              {t('settings.remove')}
            </Button>
          </span>
        </Row>
      ))}
      {draft ? (
        <Form key={draft.known ?? ''} draft={draft} onDone={() => setDraft(null)} />
      ) : (
        <Row label={t('settings.snippetNew')} explanation={t('settings.snippetsHint')}>
          <Button onClick={() => setDraft({ known: null, name: '', body: '' })}>
            {t('settings.snippetAdd')}
          </Button>
        </Row>
      )}
    </Section>
  )
}
