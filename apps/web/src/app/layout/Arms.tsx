import styles from './TownHeader.module.css';

/** The town's arms, or a shield in its colour while it has given none. Decorative: the name stands beside it. */
export function Arms({ url }: { url: string | null }) {
  if (url) return <img className={styles.arms} src={url} alt="" width="44" height="44" />;
  return (
    <svg className={styles.arms} viewBox="0 0 38 44" aria-hidden="true" focusable="false">
      <path className={styles.shield} d="M2 2h34v22c0 9-7 15-17 18C9 39 2 33 2 24z" />
      <path className={styles.field} d="M2 16h34v7H2z" />
      <path className={styles.waves} d="M13 30c3-3 9-3 12 0s6 3 8 1M6 33c3-3 6-3 9 0s8 3 11 0" />
      <circle className={styles.sun} cx="19" cy="9" r="4" />
    </svg>
  );
}
