import { useMutation } from '@tanstack/react-query';
import { eraseMyAccount, exportMyData } from '@parvis/shared/contracts/my-account.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { useSite } from '../../../platform/site.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { RadioGroup } from '../../../ui/form/RadioGroup.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { useArriveAt } from '../arrival.ts';
import fr from '../messages/fr.json';
import { CurrentPasswordField } from './PasswordField.tsx';
import styles from './Sections.module.css';

const t = messagesOf(fr);
const choices = ['keep', 'erase'] as const;

/** The rights of a person over what the town keeps: to have it, and to leave. */
export function DataSection() {
  const { base } = useSite();
  const arriveAt = useArriveAt();
  const erase = useMutation({
    mutationFn: (body: { currentPassword: string; eraseTexts: boolean }) => call(eraseMyAccount, { body }),
    onSuccess: () => arriveAt('/compte/deconnexion?supprime=1'),
  });
  return (
    <>
      <p>{t('data.words')}</p>
      <p>
        <a className={styles.download} href={`${base}/api${exportMyData.path}`} download>
          <Icon name="download" /> {t('data.download')}
        </a>
      </p>
      <Disclosure summary={t('erase.title')}>
        <Form
          problem={erase.error}
          onSubmit={(values) =>
            erase.mutate({ currentPassword: values.text('currentPassword'), eraseTexts: values.choice('texts', choices) === 'erase' })
          }
          aria-label={t('erase.title')}
        >
          <p>{t('erase.words')}</p>
          <RadioGroup
            name="texts"
            label={t('erase.texts')}
            required
            defaultValue="keep"
            options={[
              { value: 'keep', label: t('erase.keep'), description: t('erase.keep.words') },
              { value: 'erase', label: t('erase.erase'), description: t('erase.erase.words') },
            ]}
          />
          <CurrentPasswordField />
          <SubmitBar>
            <Button type="submit" look="danger" icon="trash" loading={erase.isPending || erase.isSuccess}>
              {t('erase.do')}
            </Button>
          </SubmitBar>
        </Form>
      </Disclosure>
    </>
  );
}
