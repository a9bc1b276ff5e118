import { describe, expect, test } from 'vitest'
import { readComponents } from '../../../../shared/shortcodes/read/component'
import { readEleventyShortcodes } from '../../../../shared/shortcodes/read/eleventy'
import { readHugoShortcode } from '../../../../shared/shortcodes/read/hugo'
import { readInclude } from '../../../../shared/shortcodes/read/include'
import type { Shortcode } from '../../../../shared/shortcodes/shape'

/** A shortcode in a line: `name(a!, b:number, c=x, d{x|y}, 0:E) …`. */
const shown = ({ name, parameters, hasInner }: Shortcode): string =>
  `${name}(${parameters
    .map(
      (one) =>
        (one.position === null ? '' : `${one.position}:`) +
        one.name +
        (one.isRequired ? '!' : '') +
        (one.kind === 'text' ? '' : `:${one.kind}`) +
        (one.otherwise === '' ? '' : `=${one.otherwise}`) +
        (one.choices.length === 0 ? '' : `{${one.choices.join('|')}}`),
    )
    .join(', ')})${hasInner ? ' …' : ''}`

test.each([
  ['by name', '<img src="{{ .Get "src" }}" alt="{{ .Get `alt` }}">', 'x(src, alt)'],
  ['from inside a block', '{{ with $.Get "src" }}{{ . }}{{ end }}', 'x(src)'],
  ['by the map of all', '{{ .Params.cap }}{{ index .Params "alt" }}{{ isset .Params "alt" }}', 'x(cap, alt)'],
  ['by place', '{{ .Get 1 }}{{ .Get 0 }}', 'x(0:Value 1, 1:Value 2)'],
  ['either way', '{{ if .IsNamedParams }}{{ .Get "id" }}{{ else }}{{ .Get 0 }}{{ end }}', 'x(id)'],
  ['with a default', '{{ .Get "a" | default "left" }}{{ default 3 (.Get "b") }}', 'x(a=left, b=3)'],
  [
    'compared',
    '{{ if eq (.Get "kind") "tip" }}{{ else if eq (.Get "kind") "note" }}{{ end }}',
    'x(kind{tip|note})',
  ],
  ['with a default by place', '{{ .Get 0 }}{{ .Get 1 | default "b" }}', 'x(0:Value 1, 1:Value 2=b)'],
  ['if it is set', '{{ if isset .Params "wide" }}{{ end }}', 'x(wide)'],
  ['not of the one around it', '{{ .Parent.Get "group" }}{{ .Page.Params.no }}{{ .Get "a" }}', 'x(a)'],
  ['around text', '<p>{{ .Inner | .Page.RenderString }}</p>', 'x() …'],
  ['not in a comment', '{{/* .Get "no" */}}<!-- {{ .Get "no" }} -->{{ .Get "yes" }}', 'x(yes)'],
  ['none', '<hr>', 'x()'],
])('a Hugo shortcode takes its parameters %s', (_name, template, line) =>
  expect(shown(readHugoShortcode('x', 'layouts/shortcodes/x.html', template))).toBe(line),
)

test.each([
  ['{{ include.url }} {% if include.wide %}', 'x(url, wide)'],
  ['{% if include.kind == "a" or include.kind == \'b\' %}', 'x(kind{a|b})'],
  ['{{ include.alt | default: "A picture" }}', 'x(alt=A picture)'],
  ['{% comment %}{{ include.no }}{% endcomment %}', 'x()'],
])('a Liquid include %s is %s', (text, line) =>
  expect(shown(readInclude('x', '_includes/x', text))).toBe(line),
)

describe('a component', () => {
  test.each([
    [
      'Astro',
      'card.astro',
      `---\ninterface Props { title: string; tone?: 'calm' | "loud"; big?: boolean }\nconst { title, tone = 'calm', big } = Astro.props\n---\n<slot />`,
      'Card(title!, tone=calm{calm|loud}, big:flag) …',
    ],
    [
      'Astro without types',
      'card.astro',
      '---\nconst { title, count = 3 } = Astro.props;\n---\n<b>{title}</b>',
      'Card(title, count:number=3)',
    ],
    [
      'TypeScript',
      'Card.tsx',
      'type Props = {\n  title: string\n  count?: number\n  onOpen?: () => void\n  children: React.ReactNode\n}\nexport default function Card({ title, count, children }: Props) { return <b/> }',
      'Card(title!, count:number, onOpen:code) …',
    ],
    [
      'its own props',
      'Card.tsx',
      'interface CardProps { a: string }\ninterface OtherProps { b: string }\nexport const Card: React.FC<CardProps> = ({ a }) => null',
      'Card(a!)',
    ],
    [
      'inline types',
      'Card.tsx',
      'export default function Card({ a, b }: { a: string; b?: number }) { return null }',
      'Card(a!, b:number)',
    ],
    [
      'plain React',
      'Card.jsx',
      "export default function Card({ title, tone = 'calm', ...rest }) { return null }",
      'Card(title, tone=calm)',
    ],
    [
      'an arrow',
      'Card.jsx',
      'const Card = ({ a, b = true }) => null\nexport default Card',
      'Card(a, b:flag=true)',
    ],
    [
      'props as one',
      'Card.js',
      'export default function Card(props) { return props.title + props.children }',
      'Card(title) …',
    ],
    [
      'PropTypes',
      'Card.jsx',
      "function Card(p) {}\nCard.propTypes = { a: PropTypes.string.isRequired, b: PropTypes.oneOf(['x', 'y']), c: PropTypes.bool }\nexport default Card",
      'Card(a!, b{x|y}, c:flag)',
    ],
    [
      'Vue with types',
      'MyCard.vue',
      '<script setup lang="ts">\ndefineProps<{ title: string; big?: boolean }>()\n</script><template><slot/></template>',
      'MyCard(title!, big:flag) …',
    ],
    [
      'Vue with an object',
      'MyCard.vue',
      '<script>\nexport default { props: { title: { type: String, required: true }, n: Number, ok: { type: Boolean, default: false } } }\n</script>',
      'MyCard(title!, n:number, ok:flag=false)',
    ],
    [
      'Svelte',
      'card.svelte',
      "<script>\nexport let title;\nexport let tone = 'calm';\n</script>",
      'Card(title, tone=calm)',
    ],
    [
      'Svelte 5',
      'Card.svelte',
      '<script lang="ts">\nlet { title, n = 1 }: Props = $props();\n</script>',
      'Card(title, n:number=1)',
    ],
    [
      'named types',
      'Box.tsx',
      "type Size = 'small' | 'large'\ntype Props = { size?: Size; n?: number }\nexport default function Box({ size }: Props) {}",
      'Box(size{small|large}, n:number)',
    ],
    [
      'another name than its file',
      'player.jsx',
      'const AudioPlayer = ({ src, loop = false }) => null\nexport default memo(AudioPlayer)',
      'Player(src, loop:flag=false)',
    ],
    [
      'a class',
      'Clip.jsx',
      'export default class Clip extends C { render() { return this.props.src } }',
      'Clip(src)',
    ],
    ['a name with hyphens', 'call-out.tsx', 'export default function ({ a }) { return null }', 'CallOut(a)'],
    [
      'comments',
      'Card.jsx',
      '// function Card({ no }) {}\n/* { no } */\nexport default function Card({ a /* no */ }) {}',
      'Card(a)',
    ],
  ])('%s', (_name, file, source, line) =>
    expect(readComponents(file.replace(/\.\w+$/, ''), `src/components/${file}`, source).map(shown)).toEqual([
      line,
    ]),
  )

  test('several of one module', () =>
    expect(
      readComponents(
        'cards',
        'src/components/cards.tsx',
        'export function Small({ a }) {}\nexport const Big = ({ b }) => null',
      ).map(shown),
    ).toEqual(['Small(a)', 'Big(b)']))

  test('a file that never closes its brackets ends', () =>
    expect(readComponents('C', 'c.tsx', `interface Props { ${'a: { '.repeat(5_000)}`).map(shown)).toEqual([
      'C()',
    ]))
})

test.each([
  ["eleventyConfig.addShortcode('user', function (name, role = 'x') {})", ['user(0:name, 1:role=x)']],
  ['c.addPairedShortcode("box", (content, tone) => ``)', ['box(0:tone) …']],
  ['c.addAsyncShortcode("image", async (src, alt, sizes) => {})', ['image(0:src, 1:alt, 2:sizes)']],
  ['c.addNunjucksAsyncShortcode("a", imageShortcode); async function imageShortcode(src) {}', ['a(0:src)']],
  ['c.addLiquidShortcode("b", s);\nconst s = (one, two) => one', ['b(0:one, 1:two)']],
  ['c.addShortcode("year", () => String(new Date().getFullYear()))', ['year()']],
  ['c.addShortcode("fig", ({ src, alt = "none" }) => "")', ['fig(src, alt=none)']],
  ['c.addPairedShortcode("fig", (content, kind, { wide }) => "")', ['fig(0:kind, wide) …']],
  ['const u = { card: (title) => 1 }; c.addShortcode("card", u.card)', ['card(0:title)']],
  ['// c.addShortcode("no", x => x)\nc.addShortcode("up", x => x)', ['up(0:x)']],
])('Eleventy: %s', (source, lines) =>
  expect(readEleventyShortcodes('.eleventy.js', source).map(shown)).toEqual(lines),
)
