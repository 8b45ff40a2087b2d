import { staffRoles, type StaffRole } from '@parvis/shared/rules/words.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { CheckboxGroup } from '../../../ui/form/CheckboxGroup.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { TextField } from '../../../ui/form/TextField.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

/** Which roles, and what the person signs with. */
export function RolesFields({ roles = [], title = '' }: { roles?: readonly string[]; title?: string }) {
  return (
    <>
      <CheckboxGroup
        name="roles"
        label={t('roles.title')}
        required
        defaultValue={roles}
        options={staffRoles.map((role) => ({ value: role, label: t(`role.${role}`), description: t(`role.${role}.words`) }))}
      />
      <TextField
        name="title"
        label={t('roles.function')}
        help={t('roles.function.help')}
        defaultValue={title}
        maxLength={80}
        autoComplete="organization-title"
      />
    </>
  );
}

/** What `RolesFields` hold. */
export function rolesOf(values: FormValues): { roles: StaffRole[]; title: string } {
  const ticked = values.list('roles');
  return { roles: staffRoles.filter((role) => ticked.includes(role)), title: values.text('title') };
}
