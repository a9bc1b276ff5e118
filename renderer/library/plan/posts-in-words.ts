/** A number of posts: “1 post”, “1,200 posts”. */
export const postsInWords = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'post' : 'posts'}`
