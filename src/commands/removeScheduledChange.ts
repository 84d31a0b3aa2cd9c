import { defineCommand, reasonOf } from './defineCommand.ts';

export const removeScheduledChange = defineCommand({
  name: 'remove-scheduled-change',
  group: 'change',
  subject: 'subscription',
  permission: 'role',
  phrases: {
    en: {
      verbs: [],
      ways: [
        'forget|remove|delete|drop|cancel|clear|undo|revoke|discard|withdraw|scrap|kill|abort|stop|erase|take_away|get_rid_of|call_off|rescind|retract|reverse|take_back|unset|void|annul|terminate|reset any|all|my|our|that? #scheduled-change of|for|on|from|to|in? {s}?',
        'forget|remove|delete|drop|cancel|clear|undo|revoke|discard|withdraw|scrap|kill|abort|stop|erase|take_away|get_rid_of|call_off|rescind|retract|reverse|take_back|unset|void|annul|terminate|reset {s} #scheduled-change',
        'forget|remove|delete|drop|cancel|clear|undo|revoke|discard|withdraw|scrap|kill|abort|stop|erase|take_away|get_rid_of|call_off|rescind|retract|reverse|take_back|unset|void|annul|terminate|reset what is|was? scheduled|planned for|on|at {s}',
        "forget|remove|delete|drop|cancel|clear|undo|revoke|discard|withdraw|scrap|kill|abort|stop|erase|take_away|get_rid_of|call_off|rescind|retract|reverse|take_back|unset|void|annul|terminate|reset what's|whatever scheduled|planned for|on {s}",
        'unschedule {s} #scheduled-change?',
        'unschedule #scheduled-change? change|changes? of|for|on {s}',
        'forget|remove|delete|drop|cancel|clear|undo|revoke|discard|withdraw|scrap|kill|abort|stop|erase|take_away|get_rid_of|call_off|rescind|retract|reverse|take_back|unset|void|annul|terminate|reset everything|anything scheduled|planned for|on {s}',
        'removal|cancellation|deletion of #scheduled-change of|for|on|from {s}',
        '{s} remove|cancel|delete #scheduled-change',
        'forget|remove|delete|drop|cancel|clear|undo|revoke|discard|withdraw|scrap|kill|abort|stop|erase|take_away|get_rid_of|call_off|rescind|retract|reverse|take_back|unset|void|annul|terminate|reset change|changes scheduled|planned for|on {s}',
        'forget|remove|delete|drop|cancel|clear|undo|revoke|discard|withdraw|scrap|kill|abort|stop|erase|take_away|get_rid_of|call_off|rescind|retract|reverse|take_back|unset|void|annul|terminate|reset #scheduled-change at_renewal? of|for|on {s}',
      ],
    },
    sv: {
      verbs: [],
      ways: [
        'glöm|ta_bort|avbryt|avbryta|ångra|stryk|radera|rensa|återkalla|släng|avboka|makulera|annullera|avsluta|stoppa|häv|upphäv|plocka_bort|dra_tillbaka|ta_tillbaka|nollställ|avlys #scheduled-change för|på|från|av|hos|i|till? {s}?',
        'ta_bort|avbryt|avbryta|ångra|stryk|radera|rensa|återkalla|avboka|makulera|annullera|stoppa|dra_tillbaka {s} #scheduled-change',
        'ta_bort|avbryt|ångra|stryk|rensa|avboka det|allt_som|vad? som? är schemalagt|planerat för|på|hos {s}',
        'borttagning av #scheduled-change för|på|från {s}',
        'ta_bort|avbryt|ångra|stryk|rensa ändringen|ändringarna som är schemalagd|planerad|schemalagda|planerade för|på {s}',
        'avschemalägg {s}',
      ],
    },
  },
  canonical: { en: 'remove the scheduled change of …', sv: 'ta bort den schemalagda ändringen för …' },
  examples: {
    en: ['remove the scheduled change of contoso e3'],
    sv: ['ta bort den schemalagda ändringen för contoso e3'],
  },
  atTermEnd: true,
  toLifecycleCommand: (slots) => ({ type: 'remove-scheduled-change', ...reasonOf(slots) }),
});
