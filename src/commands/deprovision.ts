import { defineCommand, reasonOf } from './defineCommand.ts';
import { verbForms } from './verbForms.ts';
import { VERB_WAYS } from './verbWays.ts';

export const deprovision = defineCommand({
  name: 'deprovision',
  group: 'end',
  subject: 'subscription',
  permission: 'role',
  phrases: {
    en: {
      verbs: verbForms(`
        deprovision | deprovisioning | deprovisioned | deprovisions
        de-provision | de-provisioning | de-provisioned
        unprovision | unprovisioning | unprovisioned
      `),
      nouns: ['deprovisioning', 'de-provisioning', 'a deprovisioning'],
      ways: [...VERB_WAYS.en, 'delete|remove|purge|wipe|erase data of|for|in|from {s}', 'purge|wipe {s}'],
    },
    sv: {
      verbs: verbForms(`
        avprovisionera | | avprovisionerad, avprovisionerat | avprovisionerar, avprovisionerade
        avetablera | | avetablerad | avetablerar, avetablerade
        deprovisionera | | deprovisionerad, deprovisionerat | deprovisionerar, deprovisionerade
        av-provisionera
      `),
      nouns: ['avprovisionering', 'avetablering', 'deprovisionering'],
      ways: [...VERB_WAYS.sv, 'radera|ta_bort data|datan för|hos|i|från {s}'],
    },
  },
  canonical: { en: 'deprovision …', sv: 'avprovisionera …' },
  examples: { en: ['deprovision contoso visio'], sv: ['avprovisionera contoso visio'] },
  toLifecycleCommand: (slots) => ({ type: 'deprovision', ...reasonOf(slots) }),
});
