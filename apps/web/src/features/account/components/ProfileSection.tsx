import { useMutation } from '@tanstack/react-query';
import { changeMyAccount, type MyAccount } from '@parvis/shared/contracts/my-account.ts';
import { languages } from '@parvis/shared/rules/words.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { RadioGroup } from '../../../ui/form/RadioGroup.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useArriveAt } from '../arrival.ts';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

/** Name and language. The name stands in every page's header, hence the page is loaded anew. */
export function ProfileSection({ account }: { account: MyAccount }) {
  const arriveAt = useArriveAt();
  const save = useMutation({
    mutationFn: (body: { displayName: string; language?: 'fr' | 'en' }) => call(changeMyAccount, { body }),
    onSuccess: () => arriveAt('/compte?enregistre=1'),
  });
  return (
    <Form
      problem={save.error}
      onSubmit={(values) => save.mutate({ displayName: values.text('displayName'), language: values.choice('language', languages) })}
      aria-label={t('profile.title')}
    >
      <TextField
        name="displayName"
        label={t('field.name')}
        help={t('field.name.help')}
        required
        defaultValue={account.displayName}
        autoComplete="nickname"
        maxLength={60}
      />
      <RadioGroup
        name="language"
        label={t('field.language')}
        help={t('field.language.help')}
        required
        layout="inline"
        defaultValue={account.language}
        options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      <SubmitBar>
        <Button type="submit" loading={save.isPending || save.isSuccess}>
          {t('save')}
        </Button>
      </SubmitBar>
    </Form>
  );
}
