import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Balance.module.css';

/** One side. */
interface BalanceSide {
  readonly title: ReactNode;
  /** The side's name in the switch of a phone; the title when left out. */
  readonly short?: ReactNode;
  readonly children: ReactNode;
}

interface BalanceProps {
  left: BalanceSide;
  right: BalanceSide;
  /** Below both, over the whole width. */
  middle?: BalanceSide | undefined;
  /** The level of the sides' titles. */
  level?: 3 | 4;
  /** On a phone one side is shown at a time, by a switch of this name; works before any script. Without it sides follow each other. */
  pick?: { readonly label: string; readonly first: 'left' | 'right' | 'middle' };
}

/** Two sides of a question, side by side and equally wide; one after the other, or one at a time, on a phone. */
export function Balance({ left, right, middle, level = 3, pick }: BalanceProps) {
  const name = useId();
  const sides = [
    ['left', left],
    ['right', right],
    ['middle', middle],
  ] as const;
  return (
    <div className={classNames(styles.balance, pick && styles.picked)}>
      {pick && (
        <fieldset className={styles.pick}>
          <legend className={styles.legend}>{pick.label}</legend>
          {sides.map(
            ([place, side]) =>
              side && (
                <label key={place}>
                  <input type="radio" name={name} value={place} defaultChecked={pick.first === place} className={styles[`${place}Radio`]} />
                  {side.short ?? side.title}
                </label>
              ),
          )}
        </fieldset>
      )}
      {sides.map(([place, side]) => side && <Side key={place} side={side} level={level} className={styles[place]} />)}
    </div>
  );
}

function Side({ side, level, className }: { side: BalanceSide; level: 3 | 4; className: string | undefined }) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section aria-labelledby={id} className={className}>
      <Heading id={id}>{side.title}</Heading>
      {side.children}
    </section>
  );
}
