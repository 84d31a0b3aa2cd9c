/** Verbs that no command calls its own: `order: every other form` (a form in two words stands before a particle). */
export const EN_FORMS = `
  turn: turning, turned, turns
  switch: switching, switched, switches
  set: setting, sets
  add: adding, added, adds
  increase: increasing, increased, increases
  raise: raising, raised, raises
  reduce: reducing, reduced, reduces
  decrease: decreasing, decreased, decreases
  lower: lowering, lowered, lowers
  change: changing, changed, changes
  downgrade: downgrading, downgraded, downgrades
  move: moving, moved, moves
  renew: renewing, renewed, renews
  extend: extending, extended, extends
  enable: enabling, enabled, enables
  activate: activating, activated, activates
  put: putting, puts
  take: taking, took, taken, takes
  let: letting, lets
  lift: lifting, lifted, lifts
  grant: granting, granted, grants
  notify: notifying, notified, notifies
  schedule: scheduling, scheduled, schedules
  convert: converting, converted, converts
  bump: bumping, bumped, bumps
  scale: scaling, scaled, scales
  cut: cutting, cuts
  give: giving, gave, given, gives
  empty: emptying, emptied, empties
  clear: clearing, cleared, clears
`;
