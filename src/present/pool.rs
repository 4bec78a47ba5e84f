//! The pool as it is shown: what waits in it, who may claim, what is due back.

use super::format;
use super::name_order::NameOrder;
use super::pipelines::whole;
use crate::domain::apply::lead_heading;
use crate::domain::arrange;
use crate::domain::assignment::claim::{Claimant, Obstacle};
use crate::domain::calendar::Day;
use crate::domain::id::{LeadId, PersonId};
use crate::domain::pool::{PoolRules, claimant, claims, due_back, overdue, waits_since};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;

/// What the pool is shown from.
pub const POOL_TABLES: [Table; 6] = [
    Table::Leads,
    Table::Stages,
    Table::People,
    Table::Customers,
    Table::PoolRules,
    Table::Activities,
];

/// What is looked at of who would claim a lead.
pub const CLAIM_TABLES: [Table; 8] = [
    Table::Leads,
    Table::Stages,
    Table::People,
    Table::Customers,
    Table::PoolRules,
    Table::Products,
    Table::Absences,
    Table::AssignmentRules,
];

/// A lead that waits in the pool.
#[derive(Clone, Debug, PartialEq)]
pub struct PoolRow {
    /// The customer, or the lead's own name where it has none.
    pub title: String,
    /// What it is about and since when it waits.
    pub note: String,
    /// The same and why it came back, which somebody has said.
    pub told: String,
    /// Its amount; empty where it has none.
    pub amount: String,
}

/// One lead of the pool; `None` where it is not there any more.
pub fn pool_row(workspace: &Workspace, lang: Lang, today: Day, id: LeadId) -> Option<PoolRow> {
    let lead = workspace.leads.get(id)?;
    let since = waits_since(lead).map(|it| lang.pool_since(&format::day_near(lang, it, today)));
    let about = Some(lead.name.clone()).filter(|it| !it.is_empty() && lead.customer.is_some());
    let reason = lead.returned.last().map(|it| lang.pool_returned(it));
    let joined = |parts: &[&Option<String>]| {
        let said = parts.iter().filter_map(|it| it.as_deref());
        said.collect::<Vec<_>>().join(" · ")
    };
    Some(PoolRow {
        title: lead_heading(workspace, lead),
        note: joined(&[&about, &since]),
        told: joined(&[&about, &since, &reason]),
        amount: lead.amount.map(|it| format::money_compact(lang, it)).unwrap_or_default(),
    })
}

/// Who may claim, by name, with how many claimed leads they hold.
pub fn claimers(workspace: &Workspace, lang: Lang, today: Day) -> Vec<(PersonId, String)> {
    let (held, limit) = (claims(workspace), PoolRules::of(workspace).limit());
    let here = workspace.people.iter().filter(|(_, it)| it.left.is_none_or(|left| today <= left));
    let here = here.filter(|(_, it)| it.started.is_none_or(|started| started <= today));
    let mut people: Vec<(PersonId, &String)> = here.map(|(id, it)| (id, &it.name)).collect();
    arrange::by_cached_key(&mut people, |it| NameOrder::of(it.1));
    let words = |(id, name): (PersonId, &String)| {
        let held = format::count(lang, held.get(&id).copied().unwrap_or(0).unsigned_abs());
        let words = match limit {
            Some(limit) => {
                lang.pool_holds_of(name, &held, &format::count(lang, limit.unsigned_abs()))
            }
            None => lang.pool_holds(name, &held),
        };
        (id, words)
    };
    people.into_iter().map(words).collect()
}

/// What keeps a person from a lead of the pool; empty where they may claim it.
pub fn obstacles(workspace: &Workspace, claimant: &Claimant, id: LeadId) -> Vec<Obstacle> {
    let lead = workspace.leads.get(id);
    lead.map(|it| claimant.obstacles(workspace, it)).unwrap_or_default()
}

/// A claimed lead that is due back.
#[derive(Clone, Debug, PartialEq)]
pub struct DueRow {
    /// The lead.
    pub id: LeadId,
    /// How it is called, and who holds it.
    pub title: String,
    /// Since when it is due.
    pub note: String,
}

/// The claimed leads that are due back today, the longest overdue first.
pub fn due_rows(workspace: &Workspace, lang: Lang, today: Day) -> Vec<DueRow> {
    let row = |(due, id): (Day, LeadId)| {
        let lead = workspace.leads.get(id)?;
        let holder = workspace.people.find(claimant(workspace, lead))?.name.clone();
        Some(DueRow {
            id,
            title: [lead_heading(workspace, lead), holder].join(" · "),
            note: lang.pool_due_since(&format::day_near(lang, due, today)),
        })
    };
    overdue(workspace, today).into_iter().filter_map(row).collect()
}

/// A lead that a person has claimed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnClaim {
    /// The lead.
    pub id: LeadId,
    /// How it is called.
    pub title: String,
    /// How long the claim still has; empty where nothing falls due.
    pub left: String,
    /// Whether that is little: [`SHORT_DAYS`] or less.
    pub is_short: bool,
}

/// What a person has claimed, the soonest due first.
pub fn own_claims(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    person: PersonId,
) -> Vec<OwnClaim> {
    let rules = PoolRules::of(workspace);
    let claimed = workspace.leads.iter().filter(|(_, it)| claimant(workspace, it) == Some(person));
    let mut claimed: Vec<_> =
        claimed.map(|(id, lead)| (due_back(workspace, &rules, id), id, lead)).collect();
    arrange::by_key(&mut claimed, |(due, id, _)| (due.is_none(), *due, *id));
    let own = claimed.into_iter().map(|(_, id, lead)| {
        let left = claim_left(workspace, lang, today, id);
        OwnClaim {
            id,
            title: lead_heading(workspace, lead),
            is_short: left.as_ref().is_some_and(|it| it.is_short),
            left: left.map(|it| it.words).unwrap_or_default(),
        }
    });
    own.collect()
}

/// What the page of a lead says about its claim; empty where nobody claimed it.
pub fn claim_words(workspace: &Workspace, lang: Lang, today: Day, id: LeadId) -> String {
    let holder = workspace.leads.get(id).and_then(|it| claimant(workspace, it));
    let Some(holder) = workspace.people.find(holder) else {
        return String::new();
    };
    match due_back(workspace, &PoolRules::of(workspace), id) {
        Some(due) => lang.pool_claimed_until(&holder.name, &format::day_near(lang, due, today)),
        None => lang.pool_claimed(&holder.name),
    }
}

/// How long a claim still has, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimLeft {
    /// "3 days left".
    pub words: String,
    /// The same in short, for a card: "3 d left".
    pub short: String,
    /// Whether that is little: [`SHORT_DAYS`] or less.
    pub is_short: bool,
}

/// With so many days left or fewer a claim is short.
pub const SHORT_DAYS: i64 = 3;

/// How long a claim still has before it falls due back; none where nothing does.
pub fn claim_left(workspace: &Workspace, lang: Lang, today: Day, id: LeadId) -> Option<ClaimLeft> {
    workspace.leads.get(id)?.claimed_by?;
    let left = due_back(workspace, &PoolRules::of(workspace), id)?.days_since(today);
    let words = match left {
        ..0 => lang.pool_left_none().to_owned(),
        0 => lang.pool_left_today().to_owned(),
        1 => lang.pool_left_one().to_owned(),
        days => lang.pool_left(&format::count(lang, days.unsigned_abs())),
    };
    let short = match left {
        ..=0 => words.clone(),
        days => lang.pool_left_short(&format::count(lang, days.unsigned_abs())),
    };
    Some(ClaimLeft { words, short, is_short: left <= SHORT_DAYS })
}

/// The rules of the pool as filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RulesDraft {
    /// How many claimed leads a person may hold, as typed.
    pub limit: String,
    /// After how many days a claim falls due back, as typed.
    pub days: String,
}

impl RulesDraft {
    /// The form of the rules that hold.
    pub fn of(rules: &PoolRules) -> RulesDraft {
        let text = |it: Option<i64>| it.map(|it| it.to_string()).unwrap_or_default();
        RulesDraft { limit: text(rules.claim_limit), days: text(rules.reclaim_days) }
    }

    /// The rules that were filled in; `None` where a number is none.
    pub fn read(&self) -> Option<PoolRules> {
        Some(PoolRules { claim_limit: whole(&self.limit)?, reclaim_days: whole(&self.days)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::activity::{Activity, ActivityKind};
    use crate::domain::id::ActivityId;
    use crate::domain::lead::Lead;
    use crate::present::for_tests::*;

    fn claimed() -> Workspace {
        let mut workspace = team();
        lead(&mut workspace, 1, Some(ANN), OPEN, 1, "");
        let own = workspace.leads.get(LeadId::drawn(1)).cloned().expect("a lead");
        let claimed = Some(day("2026-11-01"));
        put(&mut workspace, LeadId::drawn(1), &Lead { claimed_by: Some(ANN), claimed, ..own });
        workspace
    }

    #[test]
    fn people_are_offered_with_how_much_they_hold() {
        let people = claimers(&claimed(), Lang::En, day("2026-11-23"));
        let words: Vec<&str> = people.iter().map(|it| it.1.as_str()).collect();
        assert_eq!(words, ["Ann (holds 1 of 5)", "Bob (holds 0 of 5)", "Cy (holds 0 of 5)"]);
    }

    #[test]
    fn a_person_sees_their_own_claims_before_they_fall_due() {
        let own = |person| own_claims(&claimed(), Lang::En, day("2026-11-12"), person);
        let [claim] = &own(ANN)[..] else { panic!("one claim: {:?}", own(ANN)) };
        assert_eq!((&*claim.left, claim.is_short), ("3 days left", true));
        assert_eq!(own(BOB), []);
    }

    #[track_caller]
    fn check(today: &str, rows: usize) {
        assert_eq!(due_rows(&claimed(), Lang::En, day(today)).len(), rows);
    }

    #[test]
    fn a_claim_is_listed_from_the_day_it_is_due() {
        check("2026-11-14", 0);
        check("2026-11-15", 1);
    }

    #[track_caller]
    fn check_left(moved: &str, today: &str, expect: Option<(&str, bool)>) {
        let mut workspace = claimed();
        let held = workspace.leads.get(LeadId::drawn(1)).cloned().expect("a lead");
        let lead = Lead { stage_since: moved.parse().ok(), ..held };
        put(&mut workspace, LeadId::drawn(1), &lead);
        let left = claim_left(&workspace, Lang::En, day(today), LeadId::drawn(1));
        assert_eq!(left.as_ref().map(|it| (it.words.as_str(), it.is_short)), expect);
    }

    #[test]
    fn a_claim_counts_its_days_down_and_a_move_starts_them_anew() {
        check_left("", "2026-11-01", Some(("14 days left", false)));
        check_left("", "2026-11-11", Some(("4 days left", false)));
        check_left("", "2026-11-12", Some(("3 days left", true)));
        check_left("", "2026-11-14", Some(("1 day left", true)));
        check_left("", "2026-11-15", Some(("due back today", true)));
        check_left("", "2026-11-20", Some(("due back", true)));
        check_left("2026-11-14", "2026-11-14", Some(("14 days left", false)));
    }

    #[track_caller]
    fn check_worked(kind: ActivityKind, on: &str, planned: bool, due: &str) {
        let mut workspace = claimed();
        let (lead, kind, on) = (Some(LeadId::drawn(1)), Some(kind), on.parse().ok());
        let activity = Activity { lead, kind, on, planned, ..Activity::default() };
        put(&mut workspace, ActivityId::drawn(1), &activity);
        let of_other =
            Activity { lead: Some(LeadId::drawn(2)), on: Some(day("2026-11-14")), ..activity };
        put(&mut workspace, ActivityId::drawn(2), &of_other);
        assert_eq!(due_back(&workspace, &PoolRules::default(), LeadId::drawn(1)), Some(day(due)));
        assert_eq!(overdue(&workspace, day(due)), [(day(due), LeadId::drawn(1))]);
        assert_eq!(overdue(&workspace, day(due).minus(1)), []);
    }

    #[test]
    fn a_word_with_the_customer_starts_the_days_anew() {
        check_worked(ActivityKind::Call, "2026-11-10", false, "2026-11-24");
        check_worked(ActivityKind::Visit, "2026-11-13", false, "2026-11-27");
        check_worked(ActivityKind::Message, "2026-11-02", false, "2026-11-16");
    }

    #[test]
    fn a_plan_a_note_and_what_was_done_before_the_claim_do_not() {
        check_worked(ActivityKind::Call, "2026-11-10", true, "2026-11-15");
        check_worked(ActivityKind::Note, "2026-11-10", false, "2026-11-15");
        check_worked(ActivityKind::Visit, "2026-10-20", false, "2026-11-15");
    }

    #[test]
    fn a_lead_that_was_given_has_no_days_to_count() {
        let mut workspace = claimed();
        let held = workspace.leads.get(LeadId::drawn(1)).cloned().expect("a lead");
        let given = Lead { owner: Some(BOB), ..held };
        put(&mut workspace, LeadId::drawn(1), &given);
        assert_eq!(claim_left(&workspace, Lang::En, day("2026-11-14"), LeadId::drawn(1)), None);
    }

    #[test]
    fn a_claim_says_whose_it_is_and_until_when() {
        let words = claim_words(&claimed(), Lang::En, day("2026-11-10"), LeadId::drawn(1));
        assert_eq!(words, "Claimed by Ann, due back 15 Nov");
    }
}
