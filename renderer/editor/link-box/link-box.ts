import { type Extension, StateEffect, StateField } from '@codemirror/state'
import { type EditorView, showTooltip, type Tooltip } from '@codemirror/view'
import { t } from '../../../shared/texts/translate'
import { registerCommand, runCommand } from '../../base/command-bus'
import { editorView } from '../../document/document-store'
import { boxButton } from '../../ui/small-box'
import { insertLink } from '../commands/insert-commands'
import styles from './link-box.module.css'
import { type LinkParts, linkPartsAt, retarget, unlinked } from './link-parts'

const show = StateEffect.define<boolean>()

const field = (label: string, value: string): HTMLInputElement => {
  const input = document.createElement('input')
  input.className = styles.input ?? ''
  input.value = value
  input.setAttribute('aria-label', label)
  input.placeholder = label
  input.spellcheck = false
  return input
}

const draw = (view: EditorView, link: LinkParts): HTMLElement => {
  const box = document.createElement('form')
  box.className = styles.box ?? ''
  box.setAttribute('aria-label', t('editor.link'))
  const address = field(t('editor.address'), link.address)
  const title = field(t('editor.title'), link.title)
  const close = (): void => {
    view.dispatch({ effects: show.of(false) })
    view.focus()
  }
  box.addEventListener('submit', (event) => {
    event.preventDefault()
    const now = linkPartsAt(view.state, link.words.from)
    const changes = now && retarget(now, address.value.trim(), title.value.trim())
    if (changes) view.dispatch({ changes, userEvent: 'input.link' })
    close()
  })
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    close()
  })
  const save = boxButton(t('editor.save'), () => undefined)
  save.type = 'submit' // Enter in a field presses it
  const open = boxButton(t('editor.open'), () => {
    close()
    runCommand('follow-link')
  })
  const unlink = boxButton(t('editor.unlink'), () => {
    const now = linkPartsAt(view.state, link.words.from)
    if (now) view.dispatch({ changes: unlinked(now), userEvent: 'delete.link' })
    close()
  })
  box.append(address, title, save, open, unlink)
  return box
}

const tooltipOf = (link: LinkParts): Tooltip => ({
  pos: link.from,
  end: link.to,
  above: false,
  create: (view) => {
    const dom = draw(view, link)
    return { dom, mount: () => dom.querySelector('input')?.select() }
  },
})

const shown = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, { state, effects, docChanged, selection }) {
    for (const effect of effects)
      if (effect.is(show)) {
        const link = effect.value ? linkPartsAt(state, state.selection.main.head) : null
        return link && tooltipOf(link)
      }
    return docChanged || selection ? null : tooltip
  },
  provide: (field) => showTooltip.from(field),
})

/** A small box at the link of the caret for its address and title. */
export const linkBox: Extension = shown

/** Opens the box of the link at the caret; false if there is none. */
const editLink = (view: EditorView): boolean => {
  if (view.state.readOnly || !linkPartsAt(view.state, view.state.selection.main.head)) return false
  view.dispatch({ effects: show.of(true) })
  return true
}

/** The link command opens the box in a link and creates a link elsewhere; returns an unsubscribe function. */
export const registerLinkCommand = (): (() => void) =>
  registerCommand('link', () => {
    const view = editorView()
    if (!view || editLink(view)) return
    insertLink(view)
    view.focus()
  })
