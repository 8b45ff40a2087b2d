import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useQueryString } from '../../../platform/router/router.tsx';
import { register } from '@parvis/shared/contracts/accounts.ts';
import { addresses } from '../../../platform/addresses.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { useTown } from '../../../platform/site.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { backOf, withBack } from '../arrival.ts';
import { DoorFrame } from '../components/DoorFrame.tsx';
import { NewPasswordField } from '../components/PasswordField.tsx';
import fr from '../messages/fr.json';
import { rememberAddress } from '../registered-address.ts';

const t = messagesOf(fr);

const points = [
  { icon: 'heart', title: t('why.act'), words: t('why.act.words') },
  { icon: 'mail', title: t('why.answer'), words: t('why.answer.words') },
  { icon: 'lock', title: t('why.private'), words: t('why.private.words') },
] as const;

function RegisterPage() {
  const search = useQueryString();
  const navigate = useNavigate();
  const town = useTown();
  const back = backOf(search, '');
  const ask = useMutation({
    mutationFn: (body: { email: string; displayName: string; password: string }) =>
      call(register, { body: { ...body, ...(back && { back }) } }),
    onSuccess: ({ registrationId }, { email }) => {
      rememberAddress(email);
      navigate(`/compte/confirmer?inscription=${registrationId}${back && `&retour=${encodeURIComponent(back)}`}`);
    },
  });
  return (
    <DoorFrame
      title={t('register.title')}
      lead={t('register.lead', { town: town.name })}
      aside={{ title: t('why.title'), points }}
      below={<p>{t.rich('register.have-one', { link: (words) => <Link to={withBack('/compte/connexion', search)}>{words}</Link> })}</p>}
    >
      <Form
        problem={ask.error}
        onSubmit={(values) =>
          ask.mutate({ email: values.text('email'), displayName: values.text('displayName'), password: values.text('password') })
        }
        aria-label={t('register.title')}
      >
        <TextField name="displayName" label={t('field.name')} help={t('field.name.help')} required autoComplete="nickname" maxLength={60} />
        <TextField
          name="email"
          type="email"
          label={t('field.email')}
          help={t('field.email.help')}
          required
          autoComplete="username"
          maxLength={254}
        />
        <NewPasswordField label={t('password.label')} />
        <p>
          {t.rich('register.terms', {
            terms: (words) => (
              <Link to={addresses.footer('terms')} target="_blank">
                {words}
              </Link>
            ),
            privacy: (words) => (
              <Link to={addresses.footer('privacy')} target="_blank">
                {words}
              </Link>
            ),
          })}
        </p>
        <SubmitBar>
          <Button type="submit" wide loading={ask.isPending}>
            {t('register.do')}
          </Button>
        </SubmitBar>
      </Form>
    </DoorFrame>
  );
}

export default definePage({ head: () => ({ title: t('register.title'), unlisted: true }), Page: RegisterPage });
