import { defineCommand } from './defineCommand.ts';
import { verbForms } from './verbForms.ts';

export const buy = defineCommand({
  name: 'buy',
  group: 'buy',
  subject: 'customer',
  permission: 'role',
  phrases: {
    en: {
      verbs: verbForms(`
        buy | buying | bought | buys
        order | ordering | ordered | orders
        purchase | purchasing | purchased | purchases
      `),
      ways: [
        'buy|order|purchase|procure|acquire|sell|get|provision|need me|us? {n} #more? #seats? of? {product} for|to {s:customer}',
        'buy|order|purchase|procure|acquire|sell|get|provision {n} {product:product} #seats for|to {s:customer}',
        'buy|order|purchase|procure|acquire|sell {n} #seats? of? {product}',
        'for {s:customer} buy|order|purchase|procure|acquire|sell {n} #seats? of? {product}',
        'buy|order|purchase|procure|acquire|sell|get|provision|need me|us? {n} #more? #seats? of? {product} for|to {s:customer} and|with|on|at|for|paid? <termDuration>',
        'buy|order|purchase|procure|acquire|sell|get|provision {n} {product:product} #seats for|to {s:customer} and|with|on|at|for|paid? <termDuration>',
        'buy|order|purchase|procure|acquire|sell {n} #seats? of? {product} and|with|on|at|for|paid? <termDuration>',
        'for {s:customer} buy|order|purchase|procure|acquire|sell {n} #seats? of? {product} and|with|on|at|for|paid? <termDuration>',
        'buy|order|purchase|procure|acquire|sell|get|provision|need me|us? {n} #more? #seats? of? {product} for|to {s:customer} and|with|on|at|billed|paid? <billingCycle>',
        'buy|order|purchase|procure|acquire|sell|get|provision {n} {product:product} #seats for|to {s:customer} and|with|on|at|billed|paid? <billingCycle>',
        'buy|order|purchase|procure|acquire|sell {n} #seats? of? {product} and|with|on|at|billed|paid? <billingCycle>',
        'for {s:customer} buy|order|purchase|procure|acquire|sell {n} #seats? of? {product} and|with|on|at|billed|paid? <billingCycle>',
        'buy|order|purchase|procure|acquire|sell|get|provision|need me|us? {n} #more? #seats? of? {product} for|to {s:customer} and|with|on|at|for? <termDuration> and|with|at|billed? <billingCycle>',
        'buy|order|purchase|procure|acquire|sell|get|provision {n} {product:product} #seats for|to {s:customer} and|with|on|at|for? <termDuration> and|with|at|billed? <billingCycle>',
        'buy|order|purchase|procure|acquire|sell {n} #seats? of? {product} and|with|on|at|for? <termDuration> and|with|at|billed? <billingCycle>',
        'for {s:customer} buy|order|purchase|procure|acquire|sell {n} #seats? of? {product} and|with|on|at|for? <termDuration> and|with|at|billed? <billingCycle>',
        'buy|order|purchase|procure|acquire|sell|get|provision|need me|us? {n} #more? #seats? of? {product} for|to {s:customer} and|with|on|at|billed? <billingCycle> and|with|on|for|at? <termDuration>',
        'buy|order|purchase|procure|acquire|sell|get|provision {n} {product:product} #seats for|to {s:customer} and|with|on|at|billed? <billingCycle> and|with|on|for|at? <termDuration>',
        'buy|order|purchase|procure|acquire|sell {n} #seats? of? {product} and|with|on|at|billed? <billingCycle> and|with|on|for|at? <termDuration>',
        'for {s:customer} buy|order|purchase|procure|acquire|sell {n} #seats? of? {product} and|with|on|at|billed? <billingCycle> and|with|on|for|at? <termDuration>',
        'buy|order|purchase|procure|acquire|sell|get|give {s:customer} {n} #seats? of? {product:product}',
        'buy|order|purchase|procure|acquire|sell {product:product} for|to {s:customer}',
        'buy|order|purchase|procure|acquire|sell {product} {n} #seats for|to {s:customer}',
        'buy|order|purchase|procure|acquire|sell {product:product} with|x|times|for {n} #seats? for|to {s:customer}',
        'buy|order|purchase|procure|acquire|sell {product:product}',
        'buy|order|purchase|procure|acquire|sell {n} #seats? for {s:customer}',
        'buy|order|purchase|procure|acquire|sell #seats for {s:customer}',
        'buy|order|purchase|procure|acquire|sell for {s:customer} {n} #seats? of? {product}',
        'buy|order|purchase|procure|acquire|sell',
        'put|place|add {n} #seats? of? {product} in|into|to #only-cart for|of {s:customer}',
        'put|place|add {n} #seats? of? {product} in|into|to {s:customer} #only-cart',
        'put|place|add {n} #seats? of? {product} in|into|to #only-cart',
        'place|make|create|submit an? order|purchase for|of {n} #seats? of? {product} for|to {s:customer}',
        'order|purchase|sale of {n} #seats? of? {product} for|to {s:customer}',
        '#i-want {n} #seats? of? {product:product} for {s:customer}',
        'subscribe {s:customer} to {n} #seats? of? {product}',
        'subscribe {s:customer} to {product:product}',
        '{n} #seats? of? {product:product} for {s:customer}',
        'set up {n} #seats? of? {product} for {s:customer}',
        'start an? order|purchase? for {s:customer}',
        'new order|subscription|purchase of {n} #seats? of? {product} for {s:customer}',
        'order for {s:customer} {n} #seats? of? {product}',
        {
          pattern:
            'buy|order|purchase|procure|acquire|sell a|an|one #more? {product:product} #seats? for|to {s:customer}',
          slots: { quantity: 1 },
        },
        'buy|order|purchase|procure|acquire|sell {n} {product:product} #seats for|to {s:customer}',
        'buy|order|purchase|procure|acquire|sell {n} #more? {product:product} #seats',
        'buy|order|purchase|procure|acquire|sell something|product|products|new_subscription|subscription? for {s:customer}',
      ],
    },
    sv: {
      verbs: verbForms(`
        köp | | köpt, köpta | köper, köpte
        köpa
        beställ | | beställt, beställda | beställer, beställde
        beställa
      `),
      ways: [
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa in|hem? {n} #seats? av? {product} till|åt|för|hos {s:customer}',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa in|hem? {n} {product:product} #seats till|åt|för|hos {s:customer}',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa in|hem? {n} #seats? av? {product}',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa in|hem? {n} #seats? av? {product} till|åt|för|hos {s:customer} och|med|på? <termDuration>',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa in|hem? {n} {product:product} #seats till|åt|för|hos {s:customer} och|med|på? <termDuration>',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa in|hem? {n} #seats? av? {product} och|med|på? <termDuration>',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa in|hem? {n} #seats? av? {product} till|åt|för|hos {s:customer} och|med|på? <billingCycle>',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa in|hem? {n} {product:product} #seats till|åt|för|hos {s:customer} och|med|på? <billingCycle>',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa in|hem? {n} #seats? av? {product} och|med|på? <billingCycle>',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa in|hem? {n} #seats? av? {product} till|åt|för|hos {s:customer} och|med|på? <termDuration> och|med|samt? <billingCycle>',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa in|hem? {n} {product:product} #seats till|åt|för|hos {s:customer} och|med|på? <termDuration> och|med|samt? <billingCycle>',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa in|hem? {n} #seats? av? {product} och|med|på? <termDuration> och|med|samt? <billingCycle>',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa in|hem? {n} #seats? av? {product} till|åt|för|hos {s:customer} och|med|på? <billingCycle> och|med|på|samt? <termDuration>',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa in|hem? {n} {product:product} #seats till|åt|för|hos {s:customer} och|med|på? <billingCycle> och|med|på|samt? <termDuration>',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa in|hem? {n} #seats? av? {product} och|med|på? <billingCycle> och|med|på|samt? <termDuration>',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa till|åt|för {s:customer} {n} #seats? av? {product}',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa {product:product} till|åt|för {s:customer}',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa {product:product}',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa {n} {product:product} #seats till|åt|för {s:customer}',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa {n} #seats? till|åt|för {s:customer}',
        'till|åt|för {s:customer} köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa {n} #seats? av? {product}',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa',
        'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa {product:product} {n} #seats till|åt|för {s:customer}',
        'lägg|lägga {n} #seats? av? {product} i|till #only-cart till|åt|för {s:customer}',
        'lägg|lägga {n} #seats? av? {product} i #only-cart',
        'lägg|lägga till {n} #seats? av? {product} i #only-cart till|åt|för {s:customer}',
        'lägg|lägga en beställning på {n} #seats? av? {product} till|åt|för {s:customer}',
        'köp|beställning av {n} #seats? av? {product} till|åt|för {s:customer}',
        '#i-want {n} #seats? av? {product:product} till|åt|för {s:customer}',
        '{n} #seats? av? {product:product} till|åt|för {s:customer}',
        'gör en beställning på|av {n} #seats? av? {product} till|åt|för {s:customer}',
        'ge {s:customer} {n} #seats? {product:product}',
        {
          pattern:
            'köp|köpa|beställ|beställa|inhandla|skaffa|sälj|sälja|införskaffa en|ett #more? #seats? {product:product} #seats? till|åt|för {s:customer}',
          slots: { quantity: 1 },
        },
      ],
    },
  },
  canonical: { en: 'buy 10 e3 for …', sv: 'köp 10 e3 till …' },
  examples: {
    en: ['buy 10 e3 for contoso', 'order 5 visio plan 2 for fabrikam'],
    sv: ['köp 10 e3 till contoso', 'beställ 5 visio plan 2 åt fabrikam'],
  },
  notYet: 'acts',
});
