import { type Extension, StateEffect, StateField } from '@codemirror/state'
import { type EditorView, showTooltip, type Tooltip } from '@codemirror/view'
import { createLatest } from '../../../shared/base/latest'
import { t } from '../../../shared/texts/translate'
import { registerCommand, runCommand } from '../../base/command-bus'
import { showError } from '../../base/notices'
import { type LinkTarget, linkTargets } from '../../base/site-links'
import { editorView } from '../../document/document-store'
import { boxButton } from '../../ui/small-box'
import { insertLink, isAddress } from '../commands/insert-commands'
import styles from './link-box.module.css'
import { type LinkParts, linkPartsAt, newLink, retarget, unlinked } from './link-parts'

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

/** The words that become a link, or the place for it. */
interface NewLink {
  readonly from: number
  readonly to: number
}

const optionOf = ({ address, title }: LinkTarget): HTMLOptionElement => {
  const option = document.createElement('option')
  option.value = address
  option.label = title
  return option
}

/** Fills the list of posts below the address while it is typed. */
const offerPosts = (address: HTMLInputElement): HTMLDataListElement => {
  const list = document.createElement('datalist')
  list.id = 'link-targets'
  address.setAttribute('list', list.id)
  const start = createLatest()
  const fill = (): void => {
    const isNewest = start()
    linkTargets(address.value).then((targets) => {
      if (isNewest()) list.replaceChildren(...targets.map(optionOf))
    }, showError)
  }
  address.addEventListener('input', fill)
  fill()
  return list
}

const draw = (view: EditorView, edited: LinkParts | NewLink): HTMLElement => {
  const link = 'words' in edited ? edited : null
  const selected = view.state.sliceDoc(edited.from, edited.to)
  const box = document.createElement('form')
  box.className = styles.box ?? ''
  box.setAttribute('aria-label', t('editor.link'))
  const address = field(t('editor.address'), link?.address ?? (isAddress(selected) ? selected : ''))
  const title = field(t('editor.title'), link?.title ?? '')
  const posts = offerPosts(address)
  const close = (): void => {
    view.dispatch({ effects: show.of(false) })
    view.focus()
  }
  const retargetLink = (from: number): void => {
    const now = linkPartsAt(view.state, from)
    const changes = now && retarget(now, address.value.trim(), title.value.trim())
    if (changes) view.dispatch({ changes, userEvent: 'input.link' })
  }
  const insert = (): void => {
    const written = address.value.trim()
    if (written === '') return
    const picked = [...posts.options].find(({ value }) => value === written)?.label ?? ''
    const words = isAddress(selected) ? '' : selected || picked.replace(/[[\]\\]/g, '\\$&')
    view.dispatch(newLink(edited, words, written, title.value.trim()), { userEvent: 'input.link' })
  }
  box.addEventListener('submit', (event) => {
    event.preventDefault()
    if (link) retargetLink(link.words.from)
    else insert()
    close()
  })
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    close()
  })
  const save = boxButton(link ? t('editor.save') : t('editor.insert'), () => undefined)
  save.type = 'submit' // Enter in a field presses it
  box.append(address, posts, title, save)
  if (link) box.append(...buttonsOf(view, link, close))
  return box
}

const buttonsOf = (view: EditorView, link: LinkParts, close: () => void): readonly HTMLElement[] => {
  const open = boxButton(t('editor.open'), () => {
    close()
    runCommand('follow-link')
  })
  const unlink = boxButton(t('editor.unlink'), () => {
    const now = linkPartsAt(view.state, link.words.from)
    if (now) view.dispatch({ changes: unlinked(now), userEvent: 'delete.link' })
    close()
  })
  return [open, unlink]
}

const tooltipOf = (edited: LinkParts | NewLink): Tooltip => ({
  pos: edited.from,
  end: edited.to,
  above: false,
  create: (view) => {
    const dom = draw(view, edited)
    return { dom, mount: () => dom.querySelector('input')?.select() }
  },
})

const shown = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, { state, effects, docChanged, selection }) {
    for (const effect of effects)
      if (effect.is(show)) {
        const { main } = state.selection
        return effect.value ? tooltipOf(linkPartsAt(state, main.head) ?? main) : null
      }
    return docChanged || selection ? null : tooltip
  },
  provide: (field) => showTooltip.from(field),
})

/** A small box at the link of the caret for its address and title. */
export const linkBox: Extension = shown

/** Opens the box for the link at the caret, or for a new one; false where a box fits no single place. */
const openBox = (view: EditorView): boolean => {
  const { selection, readOnly } = view.state
  const isOneLine = !view.state.sliceDoc(selection.main.from, selection.main.to).includes('\n')
  if (readOnly || selection.ranges.length > 1 || !isOneLine) return false
  view.dispatch({ effects: show.of(true), scrollIntoView: true })
  return true
}

/** The link command opens the box; over several lines or carets it writes the links. Returns an unsubscribe function. */
export const registerLinkCommand = (): (() => void) =>
  registerCommand('link', () => {
    const view = editorView()
    if (!view || openBox(view)) return
    insertLink(view)
    view.focus()
  })
