/** One part of a sample post: its texts, and the layout in which it is written. */
export interface Part {
  readonly layout: 'Write' | 'Split' | 'Live'
  readonly title: string
  readonly opening: string
  readonly middle: string
  readonly quoted: string
  readonly ending: string
}

/** A sample post about a day at a harbour, with one part for each layout. */
export const parts: readonly Part[] = [
  {
    layout: 'Write',
    title: 'Morning',
    opening:
      'Before six the quay belongs to the gulls. The first crew comes down the steps with a lamp and a thermos, and nobody says much until the engine has caught. I have watched them for a month now, from the bench beside the ice house, and I still cannot tell who gives the orders. One casts off, one coils the rope, one looks at the sky for longer than it seems to need. Then the boat is a light, and then it is a sound, and then the gulls have the place to themselves again.',
    middle:
      'What they take along fits into two crates. The rest is in their heads: where the sand has moved since the storm, which buoy lies, and how long the flood holds them in the narrows before it lets go.',
    quoted: 'You learn the water by being wrong about it.',
    ending:
      'By nine the sun is over the wall, and the first of them are back with half of what they hoped for.',
  },
  {
    layout: 'Split',
    title: 'Noon',
    opening:
      'At noon the market is over and the hoses come out. Scales and ice run down the gutter in one bright line, and the cats follow it to the end. The auctioneer eats his bread standing, as if somebody might still raise a hand. He has sold fish here for thirty years and claims that he has never seen two days with the same prices. The board behind him agrees: chalk over chalk over chalk, so thick that the numbers of last spring show through when it rains.',
    middle:
      'I asked him what makes a good day. He counted on his fingers, found that he had too few of them, and told me to come again in winter, when there is time for questions and nothing to sell.',
    quoted: 'A price is only what two people were tired enough to say.',
    ending:
      'After that the doors are closed until four, and the only thing that moves is the flag of the harbour office.',
  },
  {
    layout: 'Live',
    title: 'Evening',
    opening:
      'In the evening the nets are mended. It looks like knitting and sounds like an argument, because four people do it at one table and each has learned it in another port. The needle goes through, the knot is drawn, and the thumb tests what the eye has missed. Nobody here throws a net away. There are pieces in it older than the boat, tied to pieces bought last week, and after a season no one can say any more which of them is the net and which the repair.',
    middle:
      'The youngest of them is faster than all the others and gets no praise for it. Speed is for the auction, they say; a net wants patience, a dry bench, and a lamp that does not swing.',
    quoted: 'Every hole you close was once a fish you did not see.',
    ending:
      'When the lamp goes out, the gulls come down from the roof, and the quay is theirs until the morning.',
  },
]

/** The expected markdown of a part after everything has been written. */
export const written = ({ title, opening, middle, quoted, ending }: Part): string => `## ${title}

${opening.replace('rope', 'line')}

Plain **word** _word_ \`word\` [word] and [chart](https://example.org/chart).

1. cast off
2. coil the line
3. stow the fender
   1. dry it first
4. look at the sky

- [ ] ice
- [ ] ice again
- [ ] oil

${middle}

> ${quoted}

\`\`\`js
const tide = "high"
\`\`\`

| Boat      | Crew |
| --------- | ---: |
| Tern      |    4 |
| Auk\\|Gull |   12 |

> [!NOTE]
> Lines are wet ⚓

See [Three](/posts/three) or [that](/posts/four) or [above](#${title.toLowerCase()}).

![The quay](pic.png)

### Weather

Wind **south**, see [the chart](https://example.org/wind).

- dry
- mild

${ending}[^1] Done.

[^1]: By the clock of the church.`
