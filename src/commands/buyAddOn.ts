import { defineCommand } from './defineCommand.ts';

export const buyAddOn = defineCommand({
  name: 'buy-add-on',
  group: 'buy',
  subject: 'subscription',
  permission: 'role',
  phrases: {
    en: {
      verbs: [],
      ways: [
        'add|buy|order|attach|purchase|get|include {n} #seats? of? {product} add-on|addon|add-ons|addons? to|for|on|with {s:product}',
        'add|buy|order|attach|purchase|get|include {product:product} to|for|on|with {s:product}',
        'add|buy|order|attach|purchase|get|include {product} add-on|addon|add-ons|addons to|for|on|with {s:product}',
        'add|buy|order|attach|purchase|get|include {product} add-on|addon|add-ons|addons to|for|on {s}',
        'add|buy|order|attach|purchase|get|include {n} #seats? of? {product} add-on|addon|add-ons|addons to|for|on {s}',
        'add|buy|order|attach|purchase|get|include add-on|addon {product} to|for|on {s}',
        'add|buy|order|attach|purchase|get|include {n} add-on|addon|add-ons|addons {product} to|for|on {s}',
        'add|buy|order|attach|purchase|get|include {n} {product} #seats to|for|on {s:product}',
        'add|buy|order|attach|purchase|get|include an? add-on|addon to|for|on {s}',
        '{n} #seats? {product} add-on|addon|add-ons|addons? to|for|on {s:product}',
        '#i-want {n}? {product} add-on|addon|add-ons|addons? on|for|to {s:product}',
        'add|buy|order|attach|purchase|get|include {n} of {product} to|for|on {s:product}',
        'extend {s:product} with {n}? {product}',
        'add {product} x {n} to|for|on {s:product}',
        'add {s} add-on|addon {product}',
      ],
    },
    sv: {
      verbs: [],
      ways: [
        'lägg|lägga till {n} #seats? av? {product} till|på|för|i|hos {s:product}',
        'lägg|lägga till {product:product} till|på|för|i {s:product}',
        'köp|köpa|beställ|beställa|addera|skaffa till? {n} #seats? av? {product} till|på|för|åt {s:product}',
        'köp|köpa|beställ|beställa|addera|skaffa {product:product} till|på|för {s:product}',
        'lägg|lägga till|på tillägget|tillägg {product} till|på|för {s}',
        'lägg|lägga till|på {n} tillägg|st_tillägg? {product} till|på|för {s:product}',
        'köp|köpa|beställ tillägget|tillägg|tilläggen {product} till|på|för {s}',
        'köp|beställ|lägg_till {n} {product} tillägg|som_tillägg till|på|för {s}',
        'lägg|lägga {product:product} på {s:product}',
        'lägg|lägga {n} #seats? {product} på|till {s:product}',
        'köp|köpa|beställ ett? tillägg till|för|på {s}',
        'lägg till ett? tillägg till|för|på {s}',
        'komplettera|utöka {s:product} med {n}? #seats? {product}',
      ],
    },
  },
  canonical: { en: 'add 10 audio conferencing to …', sv: 'lägg till 10 audio conferencing till …' },
  examples: {
    en: ['add 10 audio conferencing to contoso e3'],
    sv: ['lägg till 10 audio conferencing till contoso e3'],
  },
  notYet: 'acts',
});
