import { expect, test } from 'vitest'
import { detectedLanguage } from '../../../shared/export/detect-language'

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
  ['en', 'The text of this post is in English and it is the only language that is used here.'],
  ['pl', 'To jest wpis o tym, jak działa edytor i dlaczego nie warto ufać samemu tytułowi wpisu.'],
  ['cs', 'Tento článek popisuje, jak funguje editor a proč se vyplatí psát v obyčejném textu.'],
  ['bg', 'Тази статия разказва за контейнерите и за това как те работят в облака.'],
  ['sv', 'Det här inlägget handlar om hur man skriver en blogg utan att förlora sina filer.'],
  ['vi', 'Bài viết này nói về cách các bộ chứa hoạt động và vì sao chúng hữu ích.'],
  // Names and code are English in every language, so only prose counts.
  [
    'de',
    'Wir starten den Server:\n\n```js\nconst the = of.and(this)\nfor (const with of that) is()\n```\n\nDanach läuft er im Hintergrund, bis wir ihn wieder beenden.',
  ],
  [
    'de',
    '![The picture of the house and the garden](https://example.org/the/way/of/that.png)\n\nHier wohnen wir seit vielen Jahren, und wir wollen auch nicht weg.',
  ],
])('%s: %s', (language, text) => expect(detectedLanguage(text)).toBe(language))

test.each(['What I learned', 'Guten Morgen', '12345', ''])('nothing tells the language of “%s”', (text) =>
  expect(detectedLanguage(text)).toBeNull(),
)
