import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'

/** The native menu of a right click on text: spelling first, then the clipboard. Elsewhere the page has its own. */
export const addContextMenu = (window: BrowserWindow): void => {
  const contents = window.webContents
  contents.on('context-menu', (_event, params) => {
    if (!params.isEditable && params.selectionText === '') return
    const spelling: MenuItemConstructorOptions[] = params.dictionarySuggestions.map((word) => ({
      label: word,
      click: () => contents.replaceMisspelling(word),
    }))
    if (params.misspelledWord !== '') {
      spelling.push({
        label: `Add “${params.misspelledWord}” to the dictionary`,
        click: () => contents.session.addWordToSpellCheckerDictionary(params.misspelledWord),
      })
    }
    if (spelling.length > 0) spelling.push({ type: 'separator' })
    Menu.buildFromTemplate([
      ...spelling,
      { role: 'cut', enabled: params.editFlags.canCut },
      { role: 'copy', enabled: params.editFlags.canCopy },
      { role: 'paste', enabled: params.editFlags.canPaste },
      { role: 'pasteAndMatchStyle', enabled: params.editFlags.canPaste },
      { role: 'selectAll' },
    ]).popup({ window })
  })
}
