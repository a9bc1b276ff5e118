import { type Extension, StateEffect, StateField } from '@codemirror/state'
import { type EditorView, showTooltip, type Tooltip } from '@codemirror/view'
import { type Call, callAt } from '../../shared/shortcodes/call'
import { argumentOf } from '../../shared/shortcodes/edit'
import { importFor } from '../../shared/shortcodes/import-line'
import type { Shortcode } from '../../shared/shortcodes/shape'
import { newCall, signOf } from '../../shared/shortcodes/write'
import { t } from '../../shared/texts/translate'
import { showNotice } from '../base/notices'
import { useSite } from '../base/site-store'
import { useDocument } from '../document/state/document-state'
import { headOfState } from '../document/state/head-field'
import { boxButton } from '../ui/small-box'
import { applyValues } from './apply'
import { fieldFor, type ParameterField } from './fields'
import styles from './shortcode-box.module.css'
import { shortcodeOfCall } from './site-shortcodes'

/** A new call to insert at an offset, where the next lines of a quote or list item begin with `continued`. */
interface NewCall {
  readonly shortcode: Shortcode
  readonly at: number
  readonly continued: string
}

/** What the box edits: a call in the text, or a new one. */
type Shown = { readonly shortcode: Shortcode; readonly call: Call } | NewCall

const show = StateEffect.define<Shown | null>()

/** How many characters before and after an offset are searched for a call. */
const around = 8_000

/** The call around an offset, with offsets in the whole text. */
const callInText = (view: EditorView, place: number): Call | null => {
  const { doc } = view.state
  const { bodyFrom } = headOfState(view.state).split
  const from = Math.max(bodyFrom, place - around)
  if (place < bodyFrom) return null
  const call = callAt(doc.sliceString(from, Math.min(doc.length, place + around)), place - from)
  if (!call) return null
  const args = call.args.map((one) => ({
    ...one,
    from: one.from + from,
    to: one.to + from,
    valueFrom: one.valueFrom + from,
    valueTo: one.valueTo + from,
  }))
  return { ...call, from: call.from + from, to: call.to + from, end: call.end + from, args }
}

const save = (view: EditorView, call: Call, fields: readonly ParameterField[]): string | null => {
  const applied = applyValues(
    view.state.doc.toString(),
    call,
    fields.map(({ parameter, value }) => [parameter, value()]),
  )
  if (applied.kind === 'refused') return applied.reason
  if (applied.kind === 'change') view.dispatch({ changes: applied.change, userEvent: 'input.shortcode' })
  return null
}

const insert = (
  view: EditorView,
  { at, continued, shortcode }: NewCall,
  values: ReadonlyMap<string, string>,
): string | null => {
  const text = view.state.doc.toString()
  const made = newCall(shortcode, values, '', signOf(text, shortcode.name))
  if (!made) return t('shortcodes.notWritable')
  const { post } = useDocument.getState()
  const { site } = useSite.getState()
  const { bodyFrom } = headOfState(view.state).split
  const path = site && post ? [site.postsFolder, post.id].filter(Boolean).join('/') : ''
  const line = site && post ? importFor(text, bodyFrom, shortcode, path, site.profile) : null
  const place = Math.max(at, line?.from ?? 0)
  const inContainer = (part: string) => part.replaceAll('\n', `\n${continued}`)
  const changes = [...(line ? [line] : []), { from: place, insert: inContainer(made.text) }]
  const moved = line ? line.insert.length : 0
  view.dispatch({
    changes,
    selection: { anchor: place + moved + inContainer(made.text.slice(0, made.caret)).length },
    scrollIntoView: true,
    userEvent: 'input.shortcode',
  })
  return null
}

const draw = (view: EditorView, shown: Shown): HTMLElement => {
  const { shortcode } = shown
  const box = document.createElement('form')
  box.className = styles.box ?? ''
  box.setAttribute('aria-label', t('shortcodes.box', { name: shortcode.name }))
  const name = document.createElement('h2')
  name.className = styles.name ?? ''
  name.textContent = shortcode.name
  const fields = shortcode.parameters.map((parameter) =>
    fieldFor(parameter, 'call' in shown ? (argumentOf(shown.call, parameter)?.value ?? '') : ''),
  )
  const list = document.createElement('div')
  list.className = styles.fields ?? ''
  list.append(...fields.map(({ element }) => element))
  const message = document.createElement('p')
  message.className = styles.message ?? ''
  message.setAttribute('role', 'alert')
  const close = (): void => {
    view.dispatch({ effects: show.of(null) })
    view.focus()
  }
  const done = boxButton(t('call' in shown ? 'shortcodes.save' : 'shortcodes.insert'), () => undefined)
  done.type = 'submit' // Enter in a field presses it
  const buttons = document.createElement('div')
  buttons.className = styles.buttons ?? ''
  buttons.append(boxButton(t('shortcodes.cancel'), close), done)
  box.addEventListener('submit', (event) => {
    event.preventDefault()
    const values = new Map(fields.map(({ parameter, value }) => [parameter.name, value()]))
    const problem = 'call' in shown ? save(view, shown.call, fields) : insert(view, shown, values)
    message.textContent = problem ?? ''
    if (problem === null) close()
  })
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    close()
  })
  box.append(name, list, message, buttons)
  return box
}

const tooltipOf = (shown: Shown): Tooltip => ({
  pos: 'call' in shown ? shown.call.from : shown.at,
  above: false,
  create: (view) => {
    const dom = draw(view, shown)
    return { dom, mount: () => (dom.querySelector('input') ?? dom.querySelector('button'))?.focus() }
  },
})

const box = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, { effects, docChanged, selection }) {
    for (const effect of effects) if (effect.is(show)) return effect.value && tooltipOf(effect.value)
    return docChanged || selection ? null : tooltip
  },
  provide: (field) => showTooltip.from(field),
})

/** A small box of fields at a shortcode, include or component. */
export const shortcodeBox: Extension = box

/** Opens the fields of the call at an offset; returns false if there is none. */
export const editCallAt = (view: EditorView, place: number): boolean => {
  const call = view.state.readOnly ? null : callInText(view, place)
  if (!call) return false
  const shortcode = shortcodeOfCall(call)
  if (shortcode.parameters.length === 0)
    showNotice({ kind: 'info', text: t('shortcodes.noFields', { name: call.name }) })
  else view.dispatch({ effects: show.of({ shortcode, call }) })
  return true
}

/** Asks for the values of a new call and inserts it; a call without parameters is inserted at once. */
export const insertCallAt = (view: EditorView, call: NewCall): void => {
  if (call.shortcode.parameters.length > 0) view.dispatch({ effects: show.of(call) })
  else insert(view, call, new Map())
}
