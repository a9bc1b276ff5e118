import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { headField } from '../../../../renderer/document/state/head-field'
import { markdownSupport } from '../../../../renderer/editor/parse/markdown-support'
import { readingDirections } from '../../../../renderer/editor/view/reading-direction'
import { parsed } from '../../../support/editor-state'

/** The direction of each line that has one, and of its code, with the start of the line. */
const read = (text: string): readonly string[] => {
  const state = EditorState.create({ doc: text, extensions: [markdownSupport(), headField] })
  return readingDirections(parsed(state), 0, state.doc.length).map(({ at, dir, isolates }) =>
    [
      `${state.doc.lineAt(at).number} ${dir}`,
      ...isolates.map(({ from, to }) => state.doc.sliceString(from, to)),
    ].join(' '),
  )
}

test.each<[string, readonly string[]]>([
  ['שלום עולם', ['1 rtl']],
  ['Hello שלום', ['1 ltr']],
  ['`npm start` מריצה', ['1 rtl `npm start`']],
  ['أولا: شغل `cd ..` الآن', ['1 rtl `cd ..`']],
  ['- [x] مهمة', ['1 rtl']],
  ['- [ ] مهمة', ['1 rtl']],
  ['1. [X] משימה', ['1 rtl']],
  ['> **קטע** of words', ['1 rtl']],
  ['## `x` כותרת', ['1 rtl `x`']],
  ['![a picture](x.png) תמונה', ['1 rtl']],
  ['[קישור](https://example.com/a)', ['1 rtl https://example.com/a']],
  ['[link](https://example.com/a) קישור', ['1 ltr https://example.com/a']],
  ['<span class="x">שלום</span>', ['1 rtl']],
  ['English only', []],
  ['הנוסחה $x^2 + y$ כאן', ['1 rtl $x^2 + y$']],
  ['$x^2$ היא נוסחה', ['1 rtl $x^2$']],
  ['נוסחה $$a+b$$ ו־`$c$` וגם $d$', ['1 rtl $$a+b$$ `$c$` $d$']],
  ['מ־$5 עד $6, וגם \\$a\\$', ['1 rtl']],
  ['Cost שלום $ x $', ['1 ltr']],
  ['123 – 456 שלום', ['1 rtl']],
])('%s', (text, expected) => expect(read(text)).toEqual(expected))

test('all lines of a paragraph read as its first letter says', () => {
  expect(read('שורה ראשונה\nDocker and more\nסוף\n\nEnglish\nעברית\n')).toEqual([
    '1 rtl',
    '2 rtl',
    '3 rtl',
    '6 ltr',
  ])
})

test('lines of code are read from the left, whatever they say', () => {
  expect(read('```sh\n# הערה\ncd ..\n```\n\nשלום\n')).toEqual(['2 ltr', '6 rtl'])
})

test('rows of a table are read by themselves', () => {
  expect(read('| עמודה | x |\n| --- | --- |\n| b | ערך |\n')).toEqual(['1 rtl', '3 ltr'])
})
