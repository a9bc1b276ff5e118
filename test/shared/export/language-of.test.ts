import { expect, test } from 'vitest'
import { asLanguageTag, directionOf, languageOf } from '../../../shared/export/language-of'

test.each([
  [
    'en',
    'With Docker, we create a series of containers, each of which is essentially an isolated environment.',
  ],
  ['de', 'Das ist nicht der Weg, auf dem wir mit einer Datenbank und dem Rest gehen.'],
  ['fr', 'Le chat est dans la maison et il ne veut pas sortir pour les enfants.'],
  ['es', 'El perro y los gatos viven en la casa de una señora que no es de aquí.'],
  ['nl', 'Het is niet voor de eerste keer dat een schip met deze naam op zee is.'],
  ['he', 'שלום לכולם, זה פוסט על Docker ועל קונטיינרים'],
  ['ar', 'هذا مقال عن الحاويات وكيف تعمل'],
  ['fa', 'این یک نوشته درباره کانتینرها است و چگونه کار می‌کند، پس گوش کن'],
  ['ja', 'これはコンテナについての記事です。日本語で書かれています。'],
  ['zh', '这是一篇关于容器的文章。'],
  ['ko', '이것은 컨테이너에 대한 글입니다.'],
  ['ru', 'Это статья о контейнерах и о том, как они работают.'],
  ['uk', 'Це стаття про контейнери і про те, як її читати.'],
  ['el', 'Αυτό είναι ένα άρθρο.'],
  ['en', '12345'],
  ['en', ''],
])('%s: %s', (language, text) => expect(languageOf(text)).toBe(language))

test('the direction is that of the first letter', () => {
  expect(directionOf('“שלום” world')).toBe('rtl')
  expect(directionOf('1. Hello שלום')).toBe('ltr')
  expect(directionOf('123')).toBe('ltr')
})

test('only language tags are taken for one', () => {
  expect(['en', 'en_GB', 'zh-Hant-TW', ' he '].map(asLanguageTag)).toEqual([
    'en',
    'en-GB',
    'zh-Hant-TW',
    'he',
  ])
  expect(['', 'English (UK)', '"><script>', 5, null].map(asLanguageTag)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})
