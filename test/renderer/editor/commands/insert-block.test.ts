import type { StateCommand } from '@codemirror/state'
import { expect, test } from 'vitest'
import {
  toggleBulletList,
  toggleCodeBlock,
  toggleHeading,
  toggleQuote,
} from '../../../../renderer/editor/commands/block-commands'
import { containerIn, continuedIn } from '../../../../renderer/editor/commands/insert-block'
import {
  insertAlert,
  insertDiagram,
  insertFormula,
  insertRule,
  insertTable,
} from '../../../../renderer/editor/commands/insert-commands'
import { press, stateOf } from '../../../support/editor-state'

test.each([
  ['- ', '- ', '  '],
  ['12. words', '12. ', '    '],
  ['> - x', '> - ', '>   '],
  ['  - [ ] x', '  - [ ] ', '    '],
  ['> > x', '> > ', '> > '],
  ['- - x', '- - ', '    '],
  ['**bold**', '', ''],
  ['---', '', ''],
  ['    code', '', ''],
])(
  'the marks before the text of %j are %j, and the next lines begin with %j',
  (line, container, continued) => {
    expect(containerIn(line)).toBe(container)
    expect(continuedIn(container)).toBe(continued)
  },
)

test('in an empty item or quote a block becomes its content', () => {
  expect(press(toggleCodeBlock, 'a\n\n- |')).toBe('a\n\n- ```|\n  \n  ```')
  expect(press(toggleCodeBlock, '1. one\n2. |\n3. three')).toBe('1. one\n2. ```|\n   \n   ```\n3. three')
  expect(press(insertFormula, '- |')).toBe('- $$\n  |\n  $$')
  expect(press(insertDiagram, '- |')).toBe('- ```mermaid\n  graph LR\n    <A --> B>\n  ```')
  expect(press(insertAlert, '10) |')).toBe('10) > [!NOTE]\n    > |')
  expect(press(insertRule, '- |')).toBe('- ---\n  |')
})

test('in a quote the lines of a block and the blank ones around it are quoted', () => {
  const edited = (text: string, command: StateCommand): string => {
    const caret = text.indexOf('^')
    let state = stateOf('').update({ changes: { from: 0, insert: text.replace('^', '') } }).state
    state = state.update({ selection: { anchor: caret } }).state
    command({ state, dispatch: (transaction) => (state = transaction.state) })
    return state.doc.toString()
  }
  const table = (lead: string) =>
    `${lead}| Column | Column |\n${lead}| ------ | ------ |\n${lead}|        |        |`
  expect(edited('> ^', insertTable)).toBe(table('> '))
  expect(edited('> words\n> ^', insertTable)).toBe(`> words\n>\n${table('> ')}`)
  expect(edited('> words\n>\n> ^\n> more', insertTable)).toBe(`> words\n>\n${table('> ')}\n>\n> more`)
  expect(edited('> - ^', toggleCodeBlock)).toBe('> - ```\n>   \n>   ```')
  expect(edited('> words\n> ^', toggleCodeBlock)).toBe('> words\n>\n> ```\n> \n> ```')
  expect(edited('> > ^\n\nBelow', insertFormula)).toBe('> > $$\n> > \n> > $$\n\nBelow')
})

test('a heading and a quote begin behind the mark of their item', () => {
  expect(press(toggleHeading(2), '- |')).toBe('- ## |')
  expect(press(toggleHeading(2), '1. wo|rds')).toBe('1. ## wo|rds')
  expect(press(toggleHeading(3), '- ## wo|rds')).toBe('- ### wo|rds')
  expect(press(toggleHeading(2), '- ## wo|rds')).toBe('- wo|rds')
  expect(press(toggleQuote, '- |')).toBe('- > |')
  expect(press(toggleBulletList, '1. |')).toBe('- |')
})

test('outside of them the commands take whole lines', () => {
  expect(press(toggleCodeBlock, 'wo|rds')).toBe('```|\nwords\n```')
  expect(press(toggleHeading(2), '  wo|rds')).toBe('## wo|rds')
  expect(press(toggleQuote, '- wo|rds')).toContain('- wo')
})
