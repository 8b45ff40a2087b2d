import { messagesOf } from '../platform/messages.ts';
import fr from './messages/fr.json';
import { useShortcutsSwitch } from './shortcuts.ts';
import styles from './ShortcutsSwitch.module.css';

const t = messagesOf(fr);

/** Switches single keys off for this browser (WCAG 2.2, 2.1.4). Stands wherever a screen uses them. */
export function ShortcutsSwitch() {
  const [isOn, set] = useShortcutsSwitch();
  return (
    <label className={styles.switch}>
      <input type="checkbox" checked={isOn} onChange={(event) => set(event.target.checked)} />
      {t('shortcuts')}
    </label>
  );
}
