import { accentContrast, isReadableAccent, readableAccent, themeOf } from '@parvis/shared/rules/theme.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import fr from '../messages/fr.json';
import styles from './ColourAdvice.module.css';

const t = messagesOf(fr);

/** Whether the colour can be read, how it looks on the site by day and by night, and the nearest one that can. */
export function ColourAdvice({ colour, onChoose }: { colour: string; onChoose: (colour: string) => void }) {
  const isReadable = isReadableAccent(colour);
  const nearest = readableAccent(colour);
  const ratio = accentContrast(colour).toFixed(1).replace('.', t('decimal'));
  return (
    <div className={styles.advice}>
      <p>{t(isReadable ? 'accent.readable' : 'accent.unreadable', { ratio })}</p>
      {!isReadable && (
        <p>
          <Swatch colour={nearest} />{' '}
          <Button look="quiet" size="small" onClick={() => onChoose(nearest)}>
            {t('accent.take', { colour: nearest })}
          </Button>
        </p>
      )}
      <Sample colour={nearest} />
    </div>
  );
}

function Swatch({ colour }: { colour: string }) {
  return (
    <svg className={styles.swatch} viewBox="0 0 20 20" aria-hidden="true">
      <rect width="20" height="20" rx="5" fill={colour} />
    </svg>
  );
}

/** A button and a link in both schemes, drawn: a page's styles cannot be set by attribute. */
function Sample({ colour }: { colour: string }) {
  const { light, dark } = themeOf(colour);
  const schemes = [
    { ...light, paper: '#faf8f3' },
    { ...dark, paper: '#14181d' },
  ];
  return (
    <svg className={styles.sample} viewBox="0 0 400 76" role="img" aria-label={t('accent.sample')}>
      {schemes.map((one, at) => (
        <g key={one.paper} transform={`translate(${at * 200} 0)`}>
          <rect width="196" height="76" rx="10" fill={one.paper} stroke={one.accentLine} />
          <rect x="14" y="20" width="92" height="36" rx="18" fill={one.accent} />
          <text x="60" y="43" textAnchor="middle" fill={one.accentInk} fontSize="14" fontWeight="600">
            {t('accent.button')}
          </text>
          <text x="150" y="43" textAnchor="middle" fill={one.accent} fontSize="14" textDecoration="underline">
            {t('accent.link')}
          </text>
        </g>
      ))}
    </svg>
  );
}
