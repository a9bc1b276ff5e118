declare module 'markdown-it-emoji/lib/data/full.mjs' {
  const emojiByName: Readonly<Record<string, string>>
  // biome-ignore lint/style/noDefaultExport: the package exports its names so
  export default emojiByName
}
