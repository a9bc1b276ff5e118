import { expect, test } from 'vitest'
import { commonFields } from '../../../../shared/front-matter/schema/common-fields'
import { imageOfHead } from '../../../../shared/front-matter/schema/image-of-head'

test.each([
  [{ banner_image: './a.png' }, './a.png'],
  [{ excerpt_image: '/img/a.webp' }, '/img/a.webp'],
  [{ header: { teaser: './a.png', overlay_color: '#000' } }, './a.png'],
  [{ cover: { image: 'a.jpg', alt: 'b.png' } }, 'a.jpg'],
  [{ ogImage: { url: '/a.png' } }, '/a.png'],
  [{ thumb: 'a.png' }, 'a.png'],
  [{ preview: './a.avif' }, './a.avif'],
  [{ thumbnailUrl: 'https://images.example/photo-123?w=800' }, 'https://images.example/photo-123?w=800'],
  [{ main_image: 'img/My Boat.jpg' }, 'img/My Boat.jpg'],
  [{ featured: 'a.png' }, 'a.png'],
  [{ gallery: ['1.png', '2.png'] }, '1.png'],
  [{ weird_name: '/x/y.png' }, '/x/y.png'],
  [{ weird_name: '/x/y.png', card_image: '/x/card.png' }, '/x/card.png'],
  [{ og_image: 'og.png', cover_img: 'cover.png' }, 'cover.png'],
  // Not an image, or not the image of the post.
  [{ author: { name: 'Ann', avatar: '/ann.png' }, authorImage: '/b.png', logo: 'l.svg' }, ''],
  [{ website: 'https://example.org/', source: 'https://example.org/photo' }, ''],
  [{ description: 'How I made logo.png smaller, and faster.' }, ''],
  [{ description: 'Everything about photo.jpg' }, ''],
  [{ pdf: 'a.pdf', code: 'main.ts', date: new Date(0), nothing: null, many: Array(500).fill({}) }, ''],
  [{ a: { b: { c: { d: { image: 'deep.png' } } } } }, ''],
])('%j: %s', (head, image) => expect(imageOfHead(head)).toBe(image))

test('a field that is known to be the image goes before others', () => {
  expect(commonFields({ cover_img: 'b.png', image: 'a.png' }).image).toBe('a.png')
  expect(commonFields({ preview: 'b.png' }).image).toBe('b.png')
})
