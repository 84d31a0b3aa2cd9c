import type { refusals as en } from '../en/refusals.ts';

/** Vad som inte skedde och varför: kodens egen mening, närmare meningar per kommando och produktslag (F-25). */
export const refusals = {
  'refused.short': 'Inte gjort',
  'refused.rule': 'Regel {rules}.',
  'refused.policy': 'Enligt partnerns regler för godkännande.',
  'refused.each': 'Varje val öppnar en egen bekräftelse.',
  'refused.stands.active': 'Ingenting har ändrats: prenumerationen är aktiv och debiteringen fortsätter.',
  'refused.stands': 'Ingenting har ändrats: prenumerationen är som förut ({status}).',

  'not.cancel': 'Inte uppsagd: {what}',
  'not.cancel-at-renewal': 'Inte uppsagd: {what}',
  'not.pause': 'Inte pausad: {what}',
  'not.resume': 'Inte återupptagen: {what}',
  'not.suspend': 'Inte inaktiverad: {what}',
  'not.reactivate': 'Inte återaktiverad: {what}',
  'not.set-auto-renew': 'Förnyelsen ändrades inte: {what}',
  'not.set-quantity': 'Licenserna ändrades inte: {what}',
  'not.schedule-change': 'Ingenting schemalades: {what}',
  'not.remove-scheduled-change': 'Ingenting togs bort: {what}',
  'not.upgrade': 'Inte uppgraderad: {what}',
  'not.deprovision': 'Inte avvecklad: {what}',
  'not.other': 'Inte gjort: {what}',

  'refused.not-for-class': '<b>Det går inte med en sådan prenumeration.</b>',
  'refused.not-for-class.cancel.legacy': '<b>En äldre prenumeration inaktiveras, den sägs inte upp.</b>',
  'refused.not-for-class.cancel.isv-metered':
    '<b>En förbrukningsbaserad prenumeration kan inte returneras.</b> Den kan avvecklas: tjänsten upphör direkt och förbrukning hittills debiteras.',
  'refused.not-for-class.pause':
    '<b>Bara prenumerationer i nya handelsmodellen kan pausas.</b> Den här kan inaktiveras.',
  'refused.not-for-class.resume':
    '<b>Bara en pausad prenumeration i nya handelsmodellen kan återupptas.</b> Den här kan återaktiveras.',
  'refused.not-for-class.set-auto-renew':
    '<b>En äldre prenumeration har inte det valet:</b> den förnyas av sig själv.',
  'refused.not-for-class.cancel-at-renewal':
    '<b>En äldre prenumeration har inte det valet:</b> den inaktiveras i stället.',
  'refused.not-for-class.schedule-change': '<b>Bara nya handelsmodellen har schemalagda ändringar.</b>',
  'refused.not-for-class.remove-scheduled-change':
    '<b>Bara nya handelsmodellen har schemalagda ändringar.</b>',
  'refused.not-for-class.upgrade': '<b>Bara prenumerationer i nya handelsmodellen kan uppgraderas.</b>',
  'refused.not-for-class.deprovision': '<b>Bara förbrukningsbaserade prenumerationer avvecklas.</b>',

  'refused.wrong-status': '<b>Det går inte nu:</b> status är {status}.',
  'refused.wrong-status.cancel':
    '<b>Bara en aktiv eller inaktiverad prenumeration kan sägas upp:</b> status är {status}.',
  'refused.wrong-status.pause': '<b>Bara en aktiv prenumeration kan pausas:</b> status är {status}.',
  'refused.wrong-status.resume': '<b>Bara en pausad prenumeration kan återupptas:</b> status är {status}.',
  'refused.wrong-status.suspend': '<b>Bara en aktiv prenumeration kan inaktiveras:</b> status är {status}.',
  'refused.wrong-status.reactivate':
    '<b>Bara en inaktiverad prenumeration kan återaktiveras:</b> status är {status}.',
  'refused.wrong-status.set-auto-renew':
    '<b>Förnyelsen kan bara ändras på en aktiv prenumeration:</b> status är {status}.',
  'refused.wrong-status.cancel-at-renewal':
    '<b>Förnyelsen kan bara ändras på en aktiv prenumeration:</b> status är {status}.',
  'refused.wrong-status.set-quantity':
    '<b>Antalet kan bara ändras på en aktiv prenumeration:</b> status är {status}.',
  'refused.wrong-status.schedule-change':
    '<b>Bara en aktiv prenumeration kan få en schemalagd ändring:</b> status är {status}.',
  'refused.wrong-status.remove-scheduled-change':
    '<b>En ändring kan bara tas bort på en aktiv prenumeration:</b> status är {status}.',
  'refused.wrong-status.upgrade': '<b>Bara en aktiv prenumeration kan uppgraderas:</b> status är {status}.',
  'refused.wrong-status.deprovision':
    '<b>Bara en aktiv eller inaktiverad prenumeration kan avvecklas:</b> status är {status}.',

  'refused.service-request-needed':
    '<b>Det kan bara supporten göra</b> i nya handelsmodellen, genom en tjänstbegäran.',
  'refused.cancel-window-closed': '<b>De 30~dagarna för uppsägning tog slut</b> {since}.',
  'refused.data-deleted': '<b>Data raderades</b> {since}. De går inte att få tillbaka.',
  'refused.auto-renew-off':
    '<b>Förnyelsen är av:</b> prenumerationen upphör {end}, så då kan ingenting ändras.',
  'refused.quantity-above-maximum': '<b>Det är fler än produkten tillåter.</b>',
  'refused.quantity-below-minimum': '<b>Det är färre än produkten tillåter.</b>',
  'refused.quantity-out-of-range': '<b>Bara 1 till {n} licenser kan flyttas.</b>',
  'refused.fewer-only-at-renewal': '<b>Färre licenser går bara vid förnyelsen</b> {end}.',
  'refused.no-quantity': '<b>En förbrukningsbaserad prenumeration har inga licenser att räkna.</b>',
  'refused.sku-not-eligible': '<b>{product} kan inte bytas till den produkten.</b>',
  'refused.target-not-eligible': '<b>Licenserna kan inte flyttas till den prenumerationen.</b>',
  'refused.base-not-active': '<b>Prenumerationen den hör till är inte aktiv.</b> Återaktivera den först.',
  'refused.nothing-scheduled': '<b>Ingen ändring är schemalagd.</b>',
  'refused.no-change': '<b>Så är det redan.</b>',
  'refused.no-change.cancel': '<b>Den är redan uppsagd till förnyelsen</b> och upphör {end}.',
  'refused.no-change.cancel-at-renewal': '<b>Den är redan uppsagd till förnyelsen</b> och upphör {end}.',
  'refused.no-change.set-auto-renew': '<b>Förnyelsen är redan inställd så.</b>',
  'refused.no-change.set-quantity': '<b>Den har redan {n, plural, one {# licens} other {# licenser}}.</b>',
  'refused.no-change.schedule-change': '<b>Den kommer redan att förnyas så.</b>',
  'refused.cycle-longer-than-term': '<b>Faktureringen skulle bli längre än perioden.</b>',
  'refused.reason-required': '<b>En orsak behövs.</b>',
  'refused.no-approver': '<b>Ingen kan godkänna det.</b> En andra person behövs och ingen annan har rollen.',

  'serviceRequest.heading': '<b>Text till tjänstbegäran:</b>',
  'serviceRequest.suspend':
    'Inaktivera den här prenumerationen: {product}, {n, plural, =0 {inga licenser} one {# licens} other {# licenser}}, {reference}, id {id}. Kund: {customer}, {domain}, id {customerId}. Bekräfta när åtkomsten är spärrad och från när debiteringen ändras.',
  'serviceRequest.reactivate':
    'Återaktivera den här prenumerationen: {product}, {n, plural, =0 {inga licenser} one {# licens} other {# licenser}}, {reference}, id {id}. Kund: {customer}, {domain}, id {customerId}. Bekräfta när åtkomsten är tillbaka och från när debiteringen ändras.',
} as const satisfies Record<keyof typeof en, string>;
