import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commitFieldDrafts } from '../../../../renderer/document/state/field-drafts'
import type { OpenDocument } from '../../../../renderer/document/state/open-document'
import { openDocuments } from '../../../../renderer/document/state/open-documents'
import {
  applyDraft,
  draftOf,
  dropDraft,
  followSource,
  holdDraft,
  noteControl,
} from '../../../../renderer/front-matter/drafts/held-draft'

const key = 'links'
const before = '- name: Harbour'
const typed = `${before}\n# the last\n- name: Wind`

// Only its identity matters.
const post = (): OpenDocument => ({}) as OpenDocument

let value = before
let isTyping = true
let told: string[] = []

const type = (text: string): void =>
  holdDraft(
    {
      key,
      source: value,
      write: (text) => {
        if (text.endsWith('{')) return 'It would not be readable'
        value = text.trimEnd() // as if the front matter was read again
        return ''
      },
      isTyping: () => isTyping,
      lost: (reason) => told.push(reason),
    },
    text,
  )

const typeKeys = (from: string, to: string): void => {
  for (let end = from.length + 1; end <= to.length; end++) type(to.slice(0, end))
}

const drawn = (): Promise<void> => Promise.resolve()

beforeEach(() => {
  openDocuments.front = post()
  value = before
  isTyping = true
  told = []
})

afterEach(() => {
  dropDraft(key)
  openDocuments.front = null
})

describe('a save while a value is typed', () => {
  it('writes every key, though nothing was drawn since the first', () => {
    typeKeys(before, typed)
    commitFieldDrafts()
    expect(value).toBe(typed)
  })

  it('writes the first key, which no effect has seen', () => {
    type(`${before}x`)
    commitFieldDrafts()
    expect(value).toBe(`${before}x`)
  })

  it.each(['\n', '\n#', '\n- name: ', '\n# the last\n'])(
    'keeps %j under the caret, and the keys after it',
    (part) => {
      typeKeys(before, before + part)
      commitFieldDrafts()
      expect(draftOf(key)).toMatchObject({ text: before + part, isWritten: true })
      followSource(key, value)
      type(`${before}${part}Wind`)
      commitFieldDrafts()
      expect(value).toBe(`${before}${part}Wind`)
    },
  )

  it('writes once, whoever asks again', () => {
    type(typed)
    commitFieldDrafts()
    value = 'changed by another program'
    commitFieldDrafts()
    applyDraft(key)
    expect(value).toBe('changed by another program')
    expect(draftOf(key)).toBeNull()
  })

  it('gives way to a change from elsewhere, such as undo', () => {
    type(`${before}\n`)
    commitFieldDrafts()
    followSource(key, value)
    expect(draftOf(key)?.text).toBe(`${before}\n`)
    followSource(key, '- name: Other')
    expect(draftOf(key)).toBeNull()
  })

  it('holds nothing when the writer is elsewhere', () => {
    isTyping = false
    type(typed)
    commitFieldDrafts()
    expect(value).toBe(typed)
    expect(draftOf(key)).toBeNull()
  })

  it('keeps what is refused, with the reason, and writes it when it reads', () => {
    type(`${before}\n- {`)
    commitFieldDrafts()
    expect(value).toBe(before)
    expect(draftOf(key)).toMatchObject({ text: `${before}\n- {`, refusal: 'It would not be readable' })
    type(typed)
    expect(draftOf(key)?.refusal).toBe('')
    commitFieldDrafts()
    expect(value).toBe(typed)
  })
})

describe('a control that goes while it is typed in', () => {
  it('leaves the draft to the one that takes its place', async () => {
    const gone = noteControl(key)
    type(`${before}\n- {`)
    gone()
    const goneAgain = noteControl(key)
    await drawn()
    expect(draftOf(key)?.text).toBe(`${before}\n- {`)
    expect(told).toEqual([])
    type(typed)
    goneAgain()
    await drawn()
    expect(value).toBe(typed)
  })

  it('writes the draft when none takes its place', async () => {
    const gone = noteControl(key)
    typeKeys(before, typed)
    gone()
    await drawn()
    expect(value).toBe(typed)
    expect(draftOf(key)).toBeNull()
    expect(told).toEqual([])
  })

  it('tells of one that cannot be written', async () => {
    const gone = noteControl(key)
    type(`${before}\n- {`)
    gone()
    await drawn()
    expect(value).toBe(before)
    expect(told).toEqual(['It would not be readable'])
    expect(draftOf(key)).toBeNull()
  })

  it('tells of one that was refused when the form of another post takes its place', async () => {
    const gone = noteControl(key)
    type(`${before}\n- {`)
    commitFieldDrafts()
    openDocuments.front = post()
    gone()
    const goneAgain = noteControl(key)
    await drawn()
    expect(told).toEqual(['It would not be readable'])
    expect(draftOf(key)).toBeNull()
    goneAgain()
    await drawn()
  })

  it('never writes into another post', async () => {
    const gone = noteControl(key)
    type(typed)
    openDocuments.front = post()
    expect(draftOf(key)).toBeNull()
    commitFieldDrafts()
    gone()
    await drawn()
    expect(value).toBe(before)
  })

  it('writes nothing that was taken back', async () => {
    const gone = noteControl(key)
    type(typed)
    dropDraft(key)
    commitFieldDrafts()
    gone()
    await drawn()
    expect(value).toBe(before)
  })
})
