import type { Instant } from '../domain/instant.ts';
import { defineCommand } from './defineCommand.ts';

/** Thirty days ahead: what a month's sentence means on any day of it. */
const DAYS_AHEAD = 30;

function later(now: Instant): Instant {
  return new Date(Date.parse(now) + DAYS_AHEAD * 86_400_000).toISOString();
}

export const renewals = defineCommand({
  name: 'renewals',
  group: 'look-up',
  subject: 'words',
  permission: 'role',
  phrases: {
    en: {
      verbs: [],
      ways: [
        "what's|whats renewing|ending|expiring|up_for_renewal|coming_up|due|due_for_renewal|about_to_renew|about_to_expire|about_to_end|lapsing|running_out for_renewal? #soon? for|at|of|with? {s}? #soon?",
        'what|which is|are renewing|ending|expiring|up_for_renewal|coming_up|due_for_renewal|due|about_to_renew|about_to_expire|lapsing|running_out for_renewal? #soon? for|at|of|with? {s}? #soon?',
        'what|which|who subscriptions|customers|licences|licenses? of|for|at? {s}? renews|renew|ends|end|expires|expire|lapse|lapses #soon? for|at|of|with? {s2}?',
        'what|which subscriptions|customers|licences|licenses? is|are|will_be coming|going renewing|up_for_renewal|due|ending|expiring|to_renew|to_expire|to_end|renew|renewed #soon? for|at|of? {s}?',
        'what|which|who subscriptions|customers|licences|licenses? is|are|will|will_be renewing|ending|expiring|up_for_renewal|renew|expire|end|lapse|due_for_renewal|renewed|lapsing|running_out #soon? for|at|of? {s}?',
        'show|list|view|see|get|give|display me? all|any|the_next? upcoming|coming|next|pending|future|due? renewals|renewal|expirations|endings|expiries|renewal_list|renewal_dates|expiring_subscriptions|renewing_subscriptions|ending_subscriptions|subscriptions_up_for_renewal #soon? for|of|at|with? {s}? #soon?',
        'upcoming|coming|next|pending|future|all? renewals|renewal|expirations|expiries|endings|expiring_subscriptions|renewing_subscriptions|renewal_list|renewal_dates|subscriptions_up_for_renewal #soon? for|of|at|with? {s}? #soon?',
        "show|list me? what|what's|what_is|everything|subscriptions|licences|licenses? that|which? is|are? renewing|renews|renew|expiring|expires|expire|ending|ends|end|up_for_renewal #soon? for|at? {s}?",
        'show|list|view {s} upcoming? renewals #soon?',
        '{s} upcoming? renewals #soon?',
        'renewals #soon',
        'what do we have renewing|coming_up|expiring for_renewal? #soon? for? {s}?',
        'does anything|something renew|expire|end #soon? for? {s}?',
        'is|are anything|something|there_anything|any_subscriptions renewing|expiring|ending|up_for_renewal|coming_up|due #soon? for|at? {s}?',
        'what|which renewals are|do coming|coming_up|due|upcoming|there|we_have up? #soon? for|at? {s}?',
        'any renewals coming|coming_up|due|upcoming? #soon? for|at? {s}? #soon?',
        'when are|is|do our|the? next? renewals|renewal? due? for {s}',
        'when do|does {s} subscriptions renew|expire|end',
        'renewal|renewals calendar|schedule|report|overview for? {s}?',
        'what do|does {s} have renewing|expiring|up_for_renewal|coming_up #soon?',
        'who is|are renewing|expiring|up_for_renewal|due_for_renewal #soon?',
      ],
    },
    sv: {
      verbs: [],
      ways: [
        'vad förnyas|upphör|slutar|förlängs|är_på_väg_att_förnyas|ska_förnyas|kommer_att_förnyas|står_på_tur|tar_slut|är_på_gång #soon? för|hos|av? {s}? #soon?',
        'vad löper|går ut #soon? för|hos|av? {s}? #soon?',
        'vilka|vilken prenumerationer|abonnemang|kunder|licenser|avtal|prenumeration? löper|går ut #soon? för|hos|av? {s}? #soon?',
        'vad är på väg att förnyas|upphöra|löpa_ut|gå_ut|ta_slut #soon? för|hos? {s}?',
        'vilka|vilken prenumerationer|abonnemang|kunder|licenser|avtal|prenumeration? förnyas|upphör|slutar|förlängs|ska_förnyas|kommer_att_förnyas|är_på_väg_att_förnyas|tar_slut|ska_förlängas #soon? för|hos|av? {s}? #soon?',
        'visa|lista|se|hämta|ge mig? alla|de? kommande|nästa|stundande|närmaste? förnyelser|förnyelserna|förnyelse|förlängningar|utgångar|förnyelselista|förnyelselistan|utlöpande_prenumerationer|förnyelsedatum #soon? för|hos|av? {s}? #soon?',
        'alla? kommande|nästa|stundande|närmaste? förnyelser|förnyelserna|förlängningar|förnyelselista|förnyelselistan|förnyelsedatum|utlöpande_prenumerationer #soon? för|hos|av? {s}? #soon?',
        'visa|lista mig? allt|vad|det|prenumerationer|abonnemang som förnyas|upphör|löper_ut|går_ut|slutar|ska_förnyas #soon? för|hos? {s}? #soon?',
        '{s} kommande? förnyelser #soon?',
        'visa|lista {s} kommande? förnyelser #soon?',
        'har vi några|något förnyelser|som_förnyas|som_löper_ut #soon? för|hos? {s}?',
        'finns det? några|något kommande? förnyelser|som_förnyas|som_löper_ut|som_går_ut #soon? för|hos? {s}?',
        'några|något kommande? förnyelser #soon? för|hos? {s}?',
        'vilka förnyelser har vi|finns|kommer|är_på_gång|väntar #soon? för|hos? {s}?',
        'när förnyas {s} prenumerationer',
        'vad har {s} som förnyas|löper_ut|går_ut #soon?',
        'förnyas|upphör något|någonting|några_prenumerationer #soon? för|hos? {s}?',
        'löper|går något|någonting ut #soon? för|hos? {s}?',
        'vad är det? som förnyas|löper_ut|går_ut #soon? för|hos? {s}?',
      ],
    },
  },
  canonical: { en: "what's renewing this month", sv: 'vad förnyas den här månaden' },
  examples: {
    en: ["what's renewing this month", 'renewals for contoso'],
    sv: ['vad förnyas den här månaden', 'kommande förnyelser för contoso'],
  },
  toQuery: (_slots, now) => ({ kind: 'renewals', until: later(now) }),
});
