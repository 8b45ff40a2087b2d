import type { CoverView } from '@parvis/shared/contracts/consultations.ts';
import { classNames } from '../../../ui/class-names.ts';
import styles from './Cover.module.css';
import { useTownLang } from '../../../platform/town-words.tsx';

interface CoverProps {
  cover: CoverView | null;
  /** In a card the title beside it says all: the picture is decoration. */
  decorative?: boolean;
  /** Shown first on the page: fetched before the rest. */
  first?: boolean;
  className?: string | undefined;
}

/** A consultation's picture; without one, the roofs of a town in the town's own colour. */
export function Cover({ cover, decorative = false, first = false, className }: CoverProps) {
  const lang = useTownLang();
  if (!cover) return <Roofs className={className} />;
  return (
    <img
      className={classNames(styles.cover, className)}
      src={`${cover.url}?w=960`}
      srcSet={`${cover.url}?w=400 400w, ${cover.url}?w=960 960w`}
      sizes="(min-width: 62rem) 36rem, 100vw"
      lang={lang}
      alt={decorative ? '' : cover.alt}
      width={cover.width ?? 1200}
      height={cover.height ?? 750}
      loading={first ? 'eager' : 'lazy'}
      fetchPriority={first ? 'high' : undefined}
      decoding="async"
    />
  );
}

function Roofs({ className }: { className?: string | undefined }) {
  return (
    <svg
      className={classNames(styles.cover, styles.roofs, className)}
      viewBox="0 0 480 240"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <rect className={styles.sky} width="480" height="240" />
      <circle className={styles.sun} cx="318" cy="58" r="24" />
      <path className={styles.far} d="M0 168c40-30 88-34 130-14s78 14 118-8 96-30 140-6 64 22 92 8v92H0z" />
      <path
        className={styles.near}
        d="M0 214v-42l34-24 34 24v-20l26-20 26 20v26h28v-62l14-26 14 26v62h22v-34l38-28 38 28v18l24-18 24 18v30h26v-48l30-22 30 22v48h22v-26l25-19 25 19v49z"
      />
      <path className={styles.river} d="M0 214h480v26H0z" />
      <path
        className={styles.wave}
        d="M20 226c12-7 24-7 36 0s24 7 36 0M150 230c12-7 24-7 36 0s24 7 36 0M300 225c12-7 24-7 36 0s24 7 36 0M404 231c12-7 24-7 36 0"
      />
    </svg>
  );
}
