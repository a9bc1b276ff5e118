import { describe, expect, test } from 'vitest'
import { callAt } from '../../../shared/shortcodes/call'
import { editCall } from '../../../shared/shortcodes/edit'
import { hugoShortcodes } from '../../../shared/shortcodes/read/hugo'
import { type Parameter, parameter, type Shortcode } from '../../../shared/shortcodes/shape'
import { newCall } from '../../../shared/shortcodes/write'

/** The call at `|`: `kind name a=1 "b"`. */
const callIn = (marked: string): string | null => {
  const call = callAt(marked.replace('|', ''), marked.indexOf('|'))
  return (
    call &&
    `${call.kind} ${call.name}${call.args.map(({ name, value }) => ` ${name === null ? '' : `${name}=`}[${value}]`).join('')}`
  )
}

test.each([
  ['a {{< fig|ure src="a b.png" alt=x >}} b', 'hugo figure src=[a b.png] alt=[x]'],
  ['{{% note "one" `two "x"` three %}}|', 'hugo note [one] [two "x"] [three]'],
  ['{{< x a="say \\"hi\\"" b=1 />|}}', 'hugo x a=[say "hi"] b=[1]'],
  ['{{< | x >}}', 'hugo x'],
  ['{% include fig.html url="a.png" alt=page.title |%}', 'include fig.html url=[a.png] alt=[page.title]'],
  ['{%- include_relative a/b.md x=\'y "z"\' -%|}', 'include a/b.md x=[y "z"]'],
  ['{% user| "Ann", role="x", 3 %}', 'tag user [Ann] role=[x] [3]'],
  ['<Card title="A &amp; B" n={1 + 2} big |/>', 'component Card title=[A & B] n=[1 + 2] big=[true]'],
  ['<Card {...rest} style={{ a: "}" }}>|', 'component Card [...rest] style=[{ a: "}" }]'],
  ['{{|% note a="1" %}}', 'hugo note a=[1]'],
  ['{{% note a=|"1" %}}', 'hugo note a=[1]'],
  ['{{< note a="1" >}}text{{< /no|te >}}', 'hugo note a=[1]'],
  ['{{< b x=1 >}}{{< b x=2 >}}{{< /b >}}{{< /b >}}|', 'hugo b x=[1]'],
  ['{{< b x=1 >}}{{< b x=2 >}}{{< |/b >}}{{< /b >}}', 'hugo b x=[2]'],
  ['{% box "tip" %}a{% endb|ox %}', 'tag box [tip]'],
  ['<Card a="1">x <Card a="2" /></Ca|rd>', 'component Card a=[1]'],
  ['text {{< /no|te >}}', null],
  ['{% include a.html x="say \\"hi\\" it\'s" |%}', 'include a.html x=[say "hi" it\'s]'],
  ['words | and {{< x >}}', null],
  ['{{< x >}} words |', null],
  ['{{< x | no end', null],
  ['{% endx| %}', null],
  ['a < b| and c > d', null],
  ['<div cl|ass="x">', null],
])('%s', (marked, line) => expect(callIn(marked)).toBe(line))

/** The text after its call at `|` was given a value. */
const edited = (
  marked: string,
  of: string | number,
  value: string,
  more: Partial<Parameter> = {},
): string => {
  const text = marked.replace('|', '')
  const call = callAt(text, marked.indexOf('|'))
  if (!call) return 'no call'
  const one = typeof of === 'number' ? parameter('v', { position: of, ...more }) : parameter(of, more)
  const edit = editCall(text, call, one, value)
  if (edit.kind !== 'change') return edit.kind
  const { from, to, insert } = edit.change
  return text.slice(0, from) + insert + text.slice(to)
}

describe('a value is changed, and nothing else', () => {
  test.each([
    ['{{<  figure|  src="a"   alt="b"  >}}', 'alt', 'c d', '{{<  figure  src="a"   alt="c d"  >}}'],
    ['{{< f| a=1 b=2 >}}', 'a', '3', '{{< f a=3 b=2 >}}'],
    ['{{< f| a=1 >}}', 'a', 'x y', '{{< f a="x y" >}}'],
    ['{{< f| a="1" >}}', 'a', 'say "x"', '{{< f a=`say "x"` >}}'],
    ['{{< f| a="1" >}}', 'a', '`"', '{{< f a="`\\"" >}}'],
    ['{{< f| a=`1` >}}', 'a', '2', '{{< f a=`2` >}}'],
    ['{{< f|\n  a="1"\n  b="2"\n>}}', 'c', '3', '{{< f\n  a="1"\n  b="2"\n  c="3"\n>}}'],
    ['<F|\n\ta="1"\n/>', 'c', '3', '<F\n\ta="1"\n\tc="3"\n/>'],
    ['{% include f|.html a="1" %}', 'a', 'x "y" it\'s', '{% include f.html a="x \\"y\\" it\'s" %}'],
    ['{{< f| a="1" b="2" c="3" >}}', 'b', '', '{{< f a="1" c="3" >}}'],
    ['{{< f| a="1" >}}', 'b', '2', '{{< f a="1" b="2" >}}'],
    ['{{< f| >}}', 'b', '2', '{{< f b="2" >}}'],
    ['{{< f| "a" "b" >}}', 1, 'c', '{{< f "a" "c" >}}'],
    ['{{< f| "a" "b" >}}', 1, '', '{{< f "a" >}}'],
    ['{{< f| "a" "b" >}}', 0, '', '{{< f "" "b" >}}'],
    ['{{< f| "a" >}}', 1, 'b c', '{{< f "a" "b c" >}}'],
    ["{% include| f.html a='x' %}", 'a', 'y', "{% include f.html a='y' %}"],
    ["{% include| f.html a='x' %}", 'a', "it's", '{% include f.html a="it\'s" %}'],
    ['{% include| f.html a=page.x -%}', 'b', 'y', '{% include f.html a=page.x b="y" -%}'],
    ['{% t| "a", "b" %}', 0, 'c', '{% t "c", "b" %}'],
    ['{% t| "a" %}', 1, 'b', '{% t "a", "b" %}'],
    ['{% t| "a" %}', 0, '', '{% t %}'],
    ['<C| a="1" />', 'a', 'x & "y"', '<C a=\'x &amp; "y"\' />'],
    ['<C| a="1" b={2}>', 'b', '[3, "}"]', '<C a="1" b={[3, "}"]}>'],
    ['<C|>', 'n', '3', '<C n={3}>', { kind: 'number' as const }],
    ['<C|/>', 'big', 'true', '<C big/>', { kind: 'flag' as const }],
    ['<C| big />', 'big', '', '<C />', { kind: 'flag' as const }],
    ['<C| big />', 'big', 'false', '<C big={false} />', { kind: 'flag' as const }],
  ])('%s with %s as %s', (marked, of, value, text, more?: Partial<Parameter>) =>
    expect(edited(marked, of, value, more)).toBe(text),
  )

  test.each([
    ['{{< f| "a" >}}', 'named', 'x', 'refused'],
    ['{{< f| a="b" >}}', 0, 'x', 'refused'],
    ['{{< f| "a" >}}', 3, 'x', 'refused'],
    ['{% include| f.html a="x" %}', 'a', 'C:\\', 'refused'],
    ['{% include| f.html a="x" %}', 'a', 'a %} b', 'refused'],
    ['<C| b={2} />', 'b', '(', 'refused'],
    ['<C| b={2} />', 'b', '2', 'same'],
    ['{{< f| a="x" >}}', 'b', '', 'same'],
  ])('%s with %s as %s is %s', (marked, of, value, kind) => expect(edited(marked, of, value)).toBe(kind))
})

const callOf = (kind: Shortcode['kind'], parameters: readonly Parameter[], hasInner = false): Shortcode => ({
  kind,
  name: 'x',
  file: '',
  parameters,
  hasInner,
})

test.each([
  [callOf('hugo', [parameter('a'), parameter('b')]), { a: '1', b: '' }, '{{< x a="1" >}}'],
  [
    callOf('hugo', [parameter('a', { position: 0 }), parameter('b', { position: 1 })]),
    { b: 'y z' },
    '{{< x "" "y z" >}}',
  ],
  [callOf('hugo', [], true), {}, '{{< x >}}\n\n{{< /x >}}'],
  [callOf('include', [parameter('a')]), { a: 'it "is"' }, `{% include x a='it "is"' %}`],
  [
    callOf('tag', [parameter('a', { position: 0 }), parameter('b', { position: 1 })]),
    { a: '1', b: '2' },
    '{% x "1", "2" %}',
  ],
  [callOf('tag', [], true), {}, '{% x %}\n\n{% endx %}'],
  [
    callOf('component', [
      parameter('a'),
      parameter('n', { kind: 'number' }),
      parameter('f', { kind: 'flag' }),
    ]),
    { a: 'A', n: '2', f: 'true' },
    '<x a="A" n={2} f />',
  ],
  [callOf('component', [parameter('a')], true), { a: 'A' }, '<x a="A">\n\n\n\n</x>'],
])('a new call %#', (shortcode, values, text) =>
  expect(newCall(shortcode, new Map(Object.entries(values)))?.text).toBe(text),
)

test('a new call is read again as what was given', () => {
  const [figure] = hugoShortcodes
  if (!figure) throw new Error('no figure')
  const values = new Map(figure.parameters.map(({ name }, at) => [name, `v "${at}" \`x\` \\ y`]))
  const text = newCall(figure, values)?.text ?? ''
  const call = callAt(text, 5)
  expect(new Map(call?.args.map(({ name, value }) => [name, value]))).toEqual(values)
})
