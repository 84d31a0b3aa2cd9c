/** What did not happen, and why: a code's own sentence, closer ones by command and product class (F-25). */
export const refusals = {
  'refused.short': 'Not done',
  'refused.rule': 'Rule {rules}.',
  'refused.policy': 'By this desk’s approval rules.',
  'refused.each': 'Each choice opens its own confirmation.',
  'refused.stands.active': 'Nothing has changed: the subscription is active and billing goes on.',
  'refused.stands': 'Nothing has changed: the subscription is as before ({status}).',

  'not.cancel': 'Not cancelled: {what}',
  'not.cancel-at-renewal': 'Not cancelled: {what}',
  'not.pause': 'Not paused: {what}',
  'not.resume': 'Not resumed: {what}',
  'not.suspend': 'Not suspended: {what}',
  'not.reactivate': 'Not reactivated: {what}',
  'not.set-auto-renew': 'Auto-renew not changed: {what}',
  'not.set-quantity': 'Licences not changed: {what}',
  'not.schedule-change': 'Nothing scheduled: {what}',
  'not.remove-scheduled-change': 'Nothing removed: {what}',
  'not.upgrade': 'Not upgraded: {what}',
  'not.deprovision': 'Not deprovisioned: {what}',
  'not.other': 'Not done: {what}',

  'refused.not-for-class': '<b>This kind of subscription cannot do that.</b>',
  'refused.not-for-class.cancel.legacy': '<b>A legacy subscription is suspended, not cancelled.</b>',
  'refused.not-for-class.cancel.isv-metered':
    '<b>A usage-based subscription cannot be returned.</b> It can be deprovisioned: service ends at once and usage so far is billed.',
  'refused.not-for-class.pause':
    '<b>Only new-commerce subscriptions can be paused.</b> This one can be suspended.',
  'refused.not-for-class.resume':
    '<b>Only a paused new-commerce subscription can be resumed.</b> This one can be reactivated.',
  'refused.not-for-class.set-auto-renew':
    '<b>A legacy subscription has no such choice:</b> it renews by itself.',
  'refused.not-for-class.cancel-at-renewal':
    '<b>A legacy subscription has no such choice:</b> it is suspended instead.',
  'refused.not-for-class.schedule-change':
    '<b>Only new-commerce subscriptions can have a scheduled change.</b>',
  'refused.not-for-class.remove-scheduled-change':
    '<b>Only new-commerce subscriptions can have a scheduled change.</b>',
  'refused.not-for-class.upgrade': '<b>Only new-commerce subscriptions can be upgraded.</b>',
  'refused.not-for-class.deprovision': '<b>Only usage-based subscriptions are deprovisioned.</b>',

  'refused.wrong-status': '<b>That is not possible now:</b> the status is {status}.',
  'refused.wrong-status.cancel':
    '<b>Only an active or suspended subscription can be cancelled:</b> the status is {status}.',
  'refused.wrong-status.pause': '<b>Only an active subscription can be paused:</b> the status is {status}.',
  'refused.wrong-status.resume': '<b>Only a paused subscription can be resumed:</b> the status is {status}.',
  'refused.wrong-status.suspend':
    '<b>Only an active subscription can be suspended:</b> the status is {status}.',
  'refused.wrong-status.reactivate':
    '<b>Only a suspended subscription can be reactivated:</b> the status is {status}.',
  'refused.wrong-status.set-auto-renew':
    '<b>Auto-renew can only be changed while active:</b> the status is {status}.',
  'refused.wrong-status.cancel-at-renewal':
    '<b>Auto-renew can only be changed while active:</b> the status is {status}.',
  'refused.wrong-status.set-quantity':
    '<b>Licences can only be changed while active:</b> the status is {status}.',
  'refused.wrong-status.schedule-change':
    '<b>A change can only be scheduled while active:</b> the status is {status}.',
  'refused.wrong-status.remove-scheduled-change':
    '<b>A change can only be removed while active:</b> the status is {status}.',
  'refused.wrong-status.upgrade':
    '<b>Only an active subscription can be upgraded:</b> the status is {status}.',
  'refused.wrong-status.deprovision':
    '<b>Only an active or suspended subscription can be deprovisioned:</b> the status is {status}.',

  'refused.service-request-needed': '<b>Only support can do that</b> for new commerce, by a service request.',
  'refused.cancel-window-closed': '<b>The 30~days to cancel ended</b> on {since}.',
  'refused.data-deleted': '<b>The data was deleted</b> on {since}. It cannot be brought back.',
  'refused.auto-renew-off':
    '<b>Auto-renew is off:</b> the subscription ends on {end}, so nothing can change then.',
  'refused.quantity-above-maximum': '<b>That is more than the product allows.</b>',
  'refused.quantity-below-minimum': '<b>That is less than the product allows.</b>',
  'refused.quantity-out-of-range': '<b>Only 1 to {n} licences can be moved.</b>',
  'refused.fewer-only-at-renewal': '<b>Fewer licences are only possible at the renewal</b> on {end}.',
  'refused.no-quantity': '<b>A usage-based subscription has no licences to count.</b>',
  'refused.sku-not-eligible': '<b>{product} cannot be changed to that product.</b>',
  'refused.target-not-eligible': '<b>The licences cannot move to that subscription.</b>',
  'refused.base-not-active':
    '<b>The subscription it belongs to is not active.</b> Reactivate that one first.',
  'refused.nothing-scheduled': '<b>No change is scheduled.</b>',
  'refused.no-change': '<b>It is like that already.</b>',
  'refused.no-change.cancel': '<b>It is cancelled at the renewal already</b> and ends on {end}.',
  'refused.no-change.cancel-at-renewal': '<b>It is cancelled at the renewal already</b> and ends on {end}.',
  'refused.no-change.set-auto-renew': '<b>Auto-renew is set like that already.</b>',
  'refused.no-change.set-quantity': '<b>It has {n, plural, one {# licence} other {# licences}} already.</b>',
  'refused.no-change.schedule-change': '<b>It will renew like that already.</b>',
  'refused.cycle-longer-than-term': '<b>The billing cycle would be longer than the term.</b>',
  'refused.reason-required': '<b>A reason is needed.</b>',
  'refused.no-approver':
    '<b>Nobody can approve it.</b> A second person is needed and no other person has the role.',

  'serviceRequest.heading': '<b>Text for the service request:</b>',
  'serviceRequest.suspend':
    'Suspend this subscription: {product}, {n, plural, =0 {no licences} one {# licence} other {# licences}}, {reference}, id {id}. Customer: {customer}, {domain}, id {customerId}. Confirm when access is blocked and from when billing changes.',
  'serviceRequest.reactivate':
    'Reactivate this subscription: {product}, {n, plural, =0 {no licences} one {# licence} other {# licences}}, {reference}, id {id}. Customer: {customer}, {domain}, id {customerId}. Confirm when access is back and from when billing changes.',
} as const;
