import type { Language, Person, Role } from '../../domain/person.ts';
import type { Partner } from '../../domain/subscription/subscription.ts';

export const SAMPLE_PARTNER: Partner = {
  id: 'partner-northwind',
  name: 'Northwind Cloud',
  type: 'direct-bill',
  country: 'SE',
  cloud: 'public',
};

/** The tenant and the team of the sample accounts: nobody's. */
export const SAMPLE_TENANT = '00000000-0000-4000-8000-00000000aaaa';
export const SAMPLE_TEAM = 'T0SUBDESK';

/** Somebody of every role, and one without any (F-97). The first is who `chat` speaks as. */
export const SAMPLE_PEOPLE: readonly Person[] = [
  person(1, 'Maja Lind', ['support-agent'], 'en', 'Europe/Stockholm'),
  person(2, 'Sam Carter', ['sales-agent'], 'en', 'Europe/London'),
  person(3, 'Erik Sandberg', ['admin-agent'], 'sv', 'Europe/Stockholm'),
  person(4, 'Noor Haddad', ['billing-admin'], 'en', 'Europe/Stockholm'),
  person(5, 'Ingrid Berg', ['global-admin'], 'sv', 'Europe/Helsinki'),
  person(6, 'Olle Nyman', [], 'sv', 'Europe/Stockholm'),
];

function person(
  n: number,
  name: string,
  roles: readonly Role[],
  language: Language,
  timeZone: string,
): Person {
  return {
    id: `agent-${n}`,
    name,
    roles,
    language,
    timeZone,
    identities: [
      { channel: 'teams', tenant: SAMPLE_TENANT, user: `00000000-0000-4000-8000-00000000000${n}` },
      { channel: 'slack', team: SAMPLE_TEAM, user: `U0SUBDESK${n}` },
    ],
  };
}
