/** What a part of a chart is coloured as; tokens of both schemes. The words beside it say the same. */
export type Tone = 'accent' | 'accent-soft' | 'sun' | 'for' | 'against' | 'neutral' | 'wait' | 'rest';
