import { defineCommand } from './defineCommand.ts';

export const dropCart = defineCommand({
  name: 'drop-cart',
  group: 'buy',
  subject: 'customer',
  permission: 'role',
  phrases: {
    en: {
      verbs: [],
      ways: [
        'drop|empty|clear|discard|delete|cancel|abandon|reset|remove|trash|kill|scrap|throw_away|throw_out|ditch|wipe|void|bin|dump|get_rid_of|clear_out|erase|chuck|toss|chuck_out|toss_out|nuke my|our|whole|entire? #only-cart of|for? {s}?',
        'drop|empty|clear|discard|delete|cancel|abandon|reset|remove|trash {s} #only-cart',
        'remove|delete|clear|take everything from|out_of|in #only-cart',
        'start over with #only-cart',
        'empty out #only-cart',
        'clear|drop|cancel|discard order|purchase',
        'forget|lose cart',
      ],
    },
    sv: {
      verbs: [],
      ways: [
        'töm|tömma|kasta|rensa|släng|slänga|avbryt|ta_bort|radera|nollställ|släpp|makulera|ångra|skrota|kassera min|hela? #only-cart för|åt|till|hos? {s}?',
        'töm|rensa|släng|kasta|ta_bort {s} #only-cart',
        'ta_bort allt ur|från|i #only-cart',
        'kasta|släng|ångra|avbryt köpet|beställningen',
      ],
    },
  },
  canonical: { en: 'drop the cart', sv: 'töm varukorgen' },
  examples: { en: ['drop the cart', 'empty the cart'], sv: ['töm varukorgen', 'kasta varukorgen'] },
  notYet: 'acts',
});
