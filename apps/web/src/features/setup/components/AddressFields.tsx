import { useState } from 'react';
import { messagesOf } from '../../../platform/messages.ts';
import { RadioGroup } from '../../../ui/form/RadioGroup.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import fr from '../messages/fr.json';
import styles from './AddressFields.module.css';

const t = messagesOf(fr);

/** Where people reach the town: below the installation's address, or at a host of its own. */
export function AddressFields({ publicUrl, slug, host }: { publicUrl: string; slug: string; host: string | null }) {
  const [place, setPlace] = useState(host === null ? 'path' : 'host');
  return (
    <>
      <RadioGroup
        name="place"
        label={t('address.place')}
        defaultValue={place}
        onChange={setPlace}
        options={[
          { value: 'path', label: t('address.path'), description: t('address.path.help') },
          { value: 'host', label: t('address.host'), description: t('address.host.help') },
        ]}
        required
      />
      <div hidden={place !== 'host'}>
        <TextField
          name="host"
          label={t('address.host-name')}
          help={t('address.host-name.help')}
          defaultValue={host ?? ''}
          inputMode="url"
          spellCheck={false}
          size="medium"
          required
        />
      </div>
      <TextField
        name="slug"
        label={t('address.slug')}
        help={
          <>
            {t('address.slug.help')}{' '}
            <span className={styles.example}>
              {publicUrl}/t/{slug || '…'}
            </span>
          </>
        }
        defaultValue={slug}
        spellCheck={false}
        size="medium"
        required
      />
    </>
  );
}
