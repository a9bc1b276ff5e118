import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { registerCommand } from '../base/command-bus'
import { showError, showNotice } from '../base/notices'
import { getSettings, onSettingsChange } from '../base/settings-store'
import { useSite } from '../base/site-store'
import {
  isSpellingOurs,
  loadDictionaries,
  loadTaughtWords,
  useDictionaries,
} from '../base/spelling/dictionaries'
import { editorView } from '../document/document-store'
import { useDocument } from '../document/state/document-state'
import { addEditorSetup } from '../document/state/open-document'
import { type Correction, correctionInText } from './correct'
import {
  checkField,
  checkFieldAgain,
  misspelledInField,
  spelledField,
  startFieldSpelling,
} from './field-spelling'
import { sampleOfPost, statedOfPost } from './post-language'
import { spelling } from './spelling-client'
import { openSpellingMenu } from './spelling-menu'
import { followStyleHints, styleMarks } from './style-marks'
import { checkAgain, misspellingAt, nextMisspelling, textSpelling } from './text-spelling'

const setUp = (): void => {
  const { known, preferred, taught, ignored, unusable, loaded } = useDictionaries.getState()
  if (!loaded) return
  spelling.setUp({
    known: known.map(({ tag }) => tag).filter((tag) => !unusable.includes(tag)),
    preferred,
    always: getSettings().spellingLanguages,
    stated: statedOfPost(),
    sample: sampleOfPost(),
    words: [...taught.personal, ...taught.site, ...ignored],
  })
  editorView()?.dispatch({ effects: checkAgain.of(null) })
  checkFieldAgain()
}

const openMenu = async (correction: Correction): Promise<void> =>
  openSpellingMenu(correction, await spelling.suggestions(correction.word, correction.paragraph))

/** The native menu, at the pointer. */
const openNative = async ({ word, paragraph, choose }: Correction): Promise<void> => {
  const suggestions = await spelling.suggestions(word, paragraph)
  choose(await api.spellingMenu(word, [...suggestions]))
}

const correctAtPointer = (event: MouseEvent): void => {
  const { clientX: x, clientY: y } = event
  const isAt = (rect: DOMRect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom
  const view = editorView()
  const inText = view && event.target instanceof Node && view.contentDOM.contains(event.target)
  const at = inText ? view.posAtCoords({ x, y }) : null
  const found = view && at !== null ? misspellingAt(view, at) : null
  const correction =
    view && found ? correctionInText(view, found) : misspelledInField((_word, rect) => isAt(rect))
  if (!correction) return
  event.preventDefault() // otherwise the menu of the text opens as well
  openNative(correction).catch(showError)
}

const goToNext = async (): Promise<void> => {
  const field = spelledField()
  if (field) {
    await checkField()
    const caret = field.selectionEnd ?? 0
    const next = misspelledInField(({ to }) => to >= caret) ?? misspelledInField(() => true)
    if (next) return openMenu(next)
    showNotice({ kind: 'info', text: t('spelling.noneInField') })
    return
  }
  const view = editorView()
  if (!view) return
  if (!isSpellingOurs()) {
    showNotice({ kind: 'info', text: t('spelling.systemChecks') })
    return
  }
  const { main } = view.state.selection
  const word = view.state.wordAt(main.head)
  const next = await nextMisspelling(view, main.empty ? (word?.from ?? main.head) : main.to)
  if (next === 'changed') return // the writer goes on writing
  if (!next) {
    showNotice({ kind: 'info', text: t('spelling.noneInPost') })
    return
  }
  view.dispatch({ selection: { anchor: next.from, head: next.to }, scrollIntoView: true })
  await openMenu(correctionInText(view, next))
}

/** Checks the spelling of the text and of the fields. Nothing is loaded before a post is open and drawn. */
export const startSpelling = (): void => {
  addEditorSetup(() => [textSpelling, styleMarks()])
  followStyleHints()
  startFieldSpelling()
  registerCommand('next-misspelling', goToNext)
  document.addEventListener('contextmenu', correctAtPointer)
  useDictionaries.subscribe(setUp)
  useSite.subscribe((now, before) => {
    if (now.site?.key !== before.site?.key && useDictionaries.getState().loaded)
      loadTaughtWords().catch(showError)
  })
  onSettingsChange((now, before) => {
    if (now.spellingLanguages !== before.spellingLanguages) setUp()
    const isOther =
      now.spellcheck !== before.spellcheck || now.downloadDictionaries !== before.downloadDictionaries
    if (isOther) editorView()?.dispatch({ effects: checkAgain.of(null) })
  })
  useDocument.subscribe(({ post, head }, before) => {
    if (post?.id !== before.post?.id || head !== before.head) setUp()
    if (post && !before.post && !useDictionaries.getState().loaded)
      requestIdleCallback(() => void loadDictionaries().catch(showError))
  })
  // A list may have been changed by another program, or by git.
  addEventListener('focus', () => {
    if (useDictionaries.getState().loaded) loadTaughtWords().catch(showError)
  })
}
