/** A proposal of the demo town as it is written here; people, dates and numbers are dealt out by the seed. */
export interface DemoProposal {
  readonly title: string;
  readonly category: 'marcher' | 'velo' | 'voitures' | 'bus' | 'arbres' | 'commerces';
  /** Quarter of the town. */
  readonly area: 'centre' | 'ecoles' | 'pont-vieux' | 'gare' | 'vignes' | 'plaine';
  /** Degrees, longitude first; absent where the idea has no place. */
  readonly at?: readonly [number, number];
  readonly address?: string;
  readonly body: readonly string[];
  readonly supports: number;
  /** `+` for, `-` against, `=` neutral; `>` replies to the comment above. */
  readonly comments: readonly string[];
}
