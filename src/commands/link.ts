import { defineCommand } from './defineCommand.ts';

export const link = defineCommand({
  name: 'link',
  group: 'people',
  subject: 'nothing',
  permission: 'role',
  phrases: {
    en: {
      verbs: [],
      ways: [
        'link|connect|couple|pair|associate|join|tie me|myself',
        'link|connect|couple|pair|associate|tie my teams|slack|other|two|own|chat|user|both? account|accounts|identity|identities|user|login up|together?',
        'link|connect account|accounts|identity',
        'link',
        'link my teams|slack',
        'link|connect my slack|teams account|user|identity? to|with|and my? slack|teams account|user|identity?',
        'link me up',
        'link up my account|accounts',
        'connect me to|with my? slack|teams account?',
        'account linking',
        'link this account|user|chat',
      ],
    },
    sv: {
      verbs: [],
      ways: [
        'länka|koppla|koppla_ihop|anslut|knyt|para_ihop|förena mig',
        'länka|koppla|koppla_ihop|anslut|knyt|para_ihop ihop? mitt|mina teams|slack|andra|båda|egna? konto|konton|kontot|kontona|identitet|användare|slack-konto|teams-konto|slackkonto|teamskonto ihop?',
        'länka|koppla|anslut konto|konton|kontot|slack-konto|teams-konto|slackkonto|teamskonto',
        'länka',
        'koppla mitt slack|teams konto?',
        'länka|koppla mitt slack-konto|teams-konto|slackkonto|teamskonto till|med mitt? teams-konto|slack-konto|slackkonto|teamskonto|teams|slack',
        'länka|koppla det_här|detta konto|kontot',
        'kontokoppling',
      ],
    },
  },
  canonical: { en: 'link me', sv: 'länka mig' },
  examples: { en: ['link me', 'link my account'], sv: ['länka mig', 'länka mitt konto'] },
  notYet: 'acts',
});
