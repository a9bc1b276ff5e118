import type { CommandId } from '../../shared/commands'
import { t } from '../../shared/texts/translate'
import { registerCommand } from '../base/command-bus'
import { showNotice } from '../base/notices'
import { editorView } from '../document/document-store'
import { useDocument } from '../document/state/document-state'
import { addEditorSetup } from '../document/state/open-document'
import { tableCommands } from './table-commands'
import { tableHandle } from './table-handle'
import { tableKeys } from './table-keys'

const run = (id: keyof typeof tableCommands) => (): void => {
  const view = editorView()
  if (view && tableCommands[id](view)) view.focus()
  else showNotice({ kind: 'info', text: t('editor.notInTable') })
}

/** Edits tables by their cells, in every layout that shows the text. */
export const startTables = (): void => {
  addEditorSetup(() => [tableKeys, tableHandle])
  let stops: readonly (() => void)[] = []
  useDocument.subscribe(({ post }, { post: before }) => {
    if ((post === null) === (before === null)) return
    for (const stop of stops) stop()
    const ids = Object.keys(tableCommands) as (keyof typeof tableCommands)[]
    stops = post === null ? [] : ids.map((id) => registerCommand(id satisfies CommandId, run(id)))
  })
}
