import { useState } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useQueryString } from '../../../platform/router/router.tsx';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Wrap } from '../../../ui/Wrap.tsx';
import { ClosedDoor } from '../components/ClosedDoor.tsx';
import { Finished } from '../components/Finished.tsx';
import { OpenDoor } from '../components/OpenDoor.tsx';
import { Wizard } from '../components/Wizard.tsx';
import fr from '../messages/fr.json';
import { installationQuery } from '../queries.ts';
import styles from './InstallationPage.module.css';

const t = messagesOf(fr);

function InstallationPage() {
  const { data } = useSuspenseQuery(installationQuery);
  const search = useQueryString();
  const [finished, setFinished] = useState<{ name: string; signInUrl: string } | null>(null);
  const token = search.get('jeton');
  return (
    <Wrap className={styles.page}>
      {finished ? (
        <Finished {...finished} />
      ) : data.isOpen ? (
        <Wizard installation={data} onFinished={(signInUrl) => setFinished({ name: data.town?.name ?? '', signInUrl })} />
      ) : token ? (
        <OpenDoor token={token} />
      ) : (
        <ClosedDoor isEmpty={data.isEmpty} />
      )}
    </Wrap>
  );
}

export default definePage({
  load: () => [installationQuery],
  head: () => ({ title: t('title'), unlisted: true }),
  Page: InstallationPage,
});
