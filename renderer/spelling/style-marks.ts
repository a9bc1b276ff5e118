import { syntaxTree } from '@codemirror/language'
import { Compartment, type Extension } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  hoverTooltip,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import { memoized } from '../../shared/base/memoized'
import { type StyleHint, styleHintsIn } from '../../shared/spelling/style-hints'
import { t } from '../../shared/texts/translate'
import { createDelayed } from '../base/delayed'
import { getSettings, onSettingsChange } from '../base/settings-store'
import { editorView } from '../document/document-store'
import { useDocument } from '../document/state/document-state'
import { headOfState } from '../document/state/head-field'
import { languageOfPost } from './post-language'
import { proseBetween } from './prose-of-text'

const rest = 500
const most = 20_000

/** The message of a hint. */
const wordsOf = ({ kind, words }: StyleHint): string => {
  switch (kind) {
    case 'long-sentence':
      return t('spelling.longSentence', { words })
    case 'repeated-word':
      return t('spelling.repeatedWord')
    case 'passive':
      return t('spelling.passive')
  }
}

const marks: Readonly<Record<StyleHint['kind'], Decoration>> = {
  'long-sentence': Decoration.mark({ class: 'cm-style-hint cm-style-long live-style-hint' }),
  'repeated-word': Decoration.mark({ class: 'cm-style-hint live-style-hint' }),
  passive: Decoration.mark({ class: 'cm-style-hint live-style-hint' }),
}

/** Hints by language and text of a paragraph, cached because most of a post does not change. */
const hintsFor = memoized(2_000, (key) => {
  const at = key.indexOf('\n')
  return styleHintsIn(key.slice(at + 1), key.slice(0, at))
})

const hintsOf = (text: string): readonly StyleHint[] =>
  hintsFor(`${languageOfPost()}\n${text.slice(0, most)}`)

class StyleMarks {
  decorations: DecorationSet = Decoration.none
  found: readonly StyleHint[] = []
  private readonly lookSoon = createDelayed(() => requestIdleCallback(() => this.look(), { timeout: rest }))

  constructor(private readonly view: EditorView) {
    this.lookSoon.start(rest)
  }

  update({ docChanged, changes, viewportChanged, startState, state }: ViewUpdate): void {
    if (docChanged) this.decorations = this.decorations.map(changes)
    if (docChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state))
      this.lookSoon.start(rest)
  }

  destroy(): void {
    this.lookSoon.stop()
  }

  private look(): void {
    const { view } = this
    if (!view.dom.isConnected) return
    const { bodyFrom } = headOfState(view.state).split
    const isMdx = useDocument.getState().post?.id.toLowerCase().endsWith('.mdx') === true
    this.found = view.visibleRanges
      .flatMap(({ from, to }) => proseBetween(view.state, from, to, bodyFrom, isMdx))
      .flatMap(({ from, text }) =>
        hintsOf(text).map((hint) => ({ ...hint, from: hint.from + from, to: hint.to + from })),
      )
    this.decorations = Decoration.set(
      this.found.map((hint) => marks[hint.kind].range(hint.from, hint.to)),
      true,
    )
    view.dispatch({}) // draws what was found
  }
}

const plugin = ViewPlugin.fromClass(StyleMarks, { decorations: (it) => it.decorations })

const hover = hoverTooltip((view, at) => {
  const found = view.plugin(plugin)?.found.filter(({ from, to }) => from <= at && to >= at) ?? []
  const [first] = found
  if (!first) return null
  return {
    pos: first.from,
    end: first.to,
    create: () => {
      const dom = document.createElement('div')
      dom.className = 'cm-note-view'
      dom.textContent = found.map(wordsOf).join(' ')
      return { dom }
    },
  }
})

const look = EditorView.theme({
  '& .cm-style-hint': {
    backgroundColor: 'color-mix(in srgb, var(--warn) 14%, transparent)',
    borderRadius: '2px',
  },
  '& .cm-style-long': { backgroundColor: 'color-mix(in srgb, var(--warn-soft) 45%, transparent)' },
})

const on: Extension = [plugin, hover, look]
const layer = new Compartment()
const current = (): Extension => (getSettings().styleHints ? on : [])

const apply = (): void => {
  const view = editorView()
  if (view && layer.get(view.state) !== current()) view.dispatch({ effects: layer.reconfigure(current()) })
}

/** Style hints in the text, for writers who asked for them. */
export const styleMarks = (): Extension => layer.of(current())

/** Follows the setting. */
export const followStyleHints = (): void => {
  onSettingsChange((now, before) => {
    if (now.styleHints !== before.styleHints) apply()
  })
  useDocument.subscribe(({ post }, { post: before }) => {
    if (post?.id === before?.id) return
    apply()
  })
}
