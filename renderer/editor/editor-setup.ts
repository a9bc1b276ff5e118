import { autocompletion, closeBrackets } from '@codemirror/autocomplete'
import { bracketMatching, indentOnInput } from '@codemirror/language'
import { highlightSelectionMatches } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  placeholder,
  rectangularSelection,
  tooltips,
} from '@codemirror/view'
import { t } from '../../shared/texts/translate'
import { importedImages } from '../document/images/imported-images'
import { completionSources } from '../document/state/completion-sources'
import { addEditorSetup } from '../document/state/open-document'
import { editorKeys } from './commands/editor-keys'
import { footnoteHover } from './commands/footnotes'
import { completeAlt, completeImages, imageThumbnail } from './images/image-completion'
import { imageHover } from './images/image-hover'
import { imageMoves } from './images/move-image'
import { pasteAsset } from './images/paste-asset'
import { keyBindings } from './keys/key-bindings'
import { linkBox } from './link-box/link-box'
import { highlighting } from './parse/highlighting'
import { markdownSupport } from './parse/markdown-support'
import { parseAhead } from './parse/parse-ahead'
import { richPaste } from './paste/rich-paste'
import { diagnostics } from './problems/diagnostics'
import { searchPanel } from './search/search-panel'
import { completeEmoji } from './typing/emoji-completion'
import { firstOffer } from './typing/first-offer'
import { completeHeadings } from './typing/heading-completion'
import { completeSlash } from './typing/slash-menu'
import { typeAtCaret } from './typing/type-at-caret'
import { typingHelp } from './typing/typing-help'
import { addCaret } from './view/add-caret'
import { foldMarks } from './view/fold-marks'
import { lineDirection } from './view/line-direction'
import { longLines } from './view/long-lines'
import { editorPreferences } from './view/preferences'
import { editorTheme } from './view/theme'
import { trackedPositions } from './view/tracked-position'

/** The distance of lists and boxes from the edges of the window, in pixels. */
const edge = 8

/** The completions of the editor, and those that other features have added. */
const completion = (): Extension =>
  autocompletion({
    override: [
      firstOffer([
        completeImages,
        completeAlt,
        completeSlash,
        completeEmoji,
        completeHeadings,
        ...completionSources(),
      ]),
    ],
    addToOptions: [{ render: imageThumbnail, position: 20 }],
    icons: false,
    defaultKeymap: false, // the keys are in the editor's own list
    activateOnTyping: true,
  })

const editing = (): Extension => [
  keyBindings(),
  typeAtCaret,
  markdownSupport(), // its keys and paste handlers for lists, quotes and links precede the default ones
  parseAhead,
  closeBrackets(),
  bracketMatching(),
  indentOnInput(),
  completion(),
  imageMoves, // before the handler of dropped files
  pasteAsset,
  importedImages,
  imageHover,
  richPaste,
  typingHelp,
  footnoteHover,
  linkBox,
  trackedPositions,
  searchPanel,
  editorKeys,
]

const usual = {}
const selecting = { class: 'cm-selecting' }

const looks = (): Extension => [
  EditorView.lineWrapping,
  longLines,
  lineDirection,
  drawSelection({ cursorBlinkRate: 0 }), // no blinking, so no style is computed between two keys
  dropCursor(),
  rectangularSelection(),
  addCaret(),
  highlightActiveLine(),
  EditorView.editorAttributes.compute(['selection'], ({ selection }) =>
    selection.ranges.every(({ empty }) => empty) ? usual : selecting,
  ),
  foldMarks,
  highlightSelectionMatches({ minSelectionLength: 3, maxMatches: 100 }),
  placeholder(t('editor.write')),
  // The editor clips its contents, and a list may be wider than its pane.
  tooltips({
    parent: document.body,
    tooltipSpace: ({ scrollDOM }) => ({
      left: edge,
      top: scrollDOM.getBoundingClientRect().top,
      right: window.innerWidth - edge,
      bottom: window.innerHeight - edge,
    }),
  }),
  highlighting,
  editorTheme,
  diagnostics(),
  EditorView.contentAttributes.of({ 'aria-label': t('editor.textOfPost'), tabindex: '0' }),
]

// On focus, the browser puts the caret at the start of the field, and CodeMirror corrects that a moment later; keys typed
// in between would go to the hidden head, which rejects them.
const caretAtFocus = EditorView.domEventHandlers({
  focus: (_event, view) => view.focus(), // it already has the focus: this sets the caret
})

addEditorSetup(() => [
  caretAtFocus,
  EditorState.allowMultipleSelections.of(true),
  editing(),
  looks(),
  editorPreferences(),
])
