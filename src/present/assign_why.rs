//! Who should have one lead, and why nobody else: a sentence a person, true of the solver's own
//! numbers.

use super::barrier::barred;
use super::format;
use crate::domain::arrange;
use crate::domain::assignment::fit::{Barrier, Fit};
use crate::domain::assignment::propose::{Against, Exception, Place, Proposal};
use crate::domain::assignment::rules::Factor;
use crate::domain::calendar::Day;
use crate::domain::id::{LeadId, PersonId};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::name_order::NameOrder;

/// A person who might have a lead, and why or why not.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Candidate {
    /// Who.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// The points; none where a rule forbids it.
    pub points: Option<i64>,
    /// One sentence from the solver's own numbers.
    pub why: String,
    /// Whether the proposal gives the lead to this person.
    pub is_proposed: bool,
}

/// Everybody for one lead: who is proposed first, then by points.
pub fn candidates(
    workspace: &Workspace,
    lang: Lang,
    proposal: &Proposal,
    lead: LeadId,
    today: Day,
) -> Vec<Candidate> {
    let Some(place) = proposal.survey.leads.iter().position(|it| *it == lead) else {
        return Vec::new();
    };
    let against = proposal.against(place);
    let fits = proposal.fits(place);
    let own = proposal.owner(place).and_then(|it| fits[it].ok());
    let candidate = |(person, id): (usize, &PersonId)| {
        let fit = fits[person].ok();
        let difference = own.as_ref().zip(fit.as_ref());
        let why = match (against[person], &fit) {
            (Against::Has, Some(fit)) => {
                let next = next_best(workspace, proposal, &fits, person);
                has(lang, proposal, fit, next, &against)
            }
            (Against::Full(place), _) if proposal.survey.has_fair_share(person) => {
                [lang.assign_fair_share(), &one_more_place(lang, place)].join(" ")
            }
            (reason, _) => words(lang, proposal, reason, difference, today),
        };
        Candidate {
            id: *id,
            name: workspace.people.get(*id).map(|it| it.name.clone()).unwrap_or_default(),
            points: fit.map(|it| it.total),
            why,
            is_proposed: against[person] == Against::Has,
        }
    };
    let mut found: Vec<Candidate> =
        proposal.survey.people.iter().enumerate().map(candidate).collect();
    arrange::by_cached_key(&mut found, |it| {
        (!it.is_proposed, std::cmp::Reverse(it.points), NameOrder::of(&it.name))
    });
    found
}

/// Somebody else whom the rules allow: the place, the name, and the fit.
type Next<'a> = (usize, String, &'a Fit);

/// Who has the most points of all others.
fn next_best<'a>(
    workspace: &Workspace,
    proposal: &Proposal,
    fits: &'a [Result<Fit, Barrier>],
    own: usize,
) -> Option<Next<'a>> {
    let fits = fits.iter().enumerate().filter(|(person, _)| *person != own);
    let others = fits.filter_map(|(person, fit)| Some((person, fit.as_ref().ok()?)));
    let (person, fit) =
        others.max_by_key(|(person, fit)| (fit.total, std::cmp::Reverse(*person)))?;
    Some((person, workspace.people.get(proposal.survey.people[person])?.name.clone(), fit))
}

/// Why it is proposed: what sets the person apart from whoever comes next.
fn has(
    lang: Lang,
    proposal: &Proposal,
    fit: &Fit,
    next: Option<Next>,
    against: &[Against],
) -> String {
    let count = |points: i64| format::count(lang, points.max(0) as u64);
    let apart = match next {
        None => lang.assign_has_alone().to_owned(),
        Some((person, name, next)) if fit.total < next.total => match against[person] {
            Against::Full(_) => lang.assign_has_room(&name, &count(next.total)),
            _ => lang.assign_has_behind(&name, &count(next.total)),
        },
        Some((_, name, next)) => match ahead(proposal, fit, next) {
            Some(factor) if next.total < fit.total => {
                let (own, other) = (count(fit.of(factor)), count(next.of(factor)));
                lang.assign_has_ahead(&name, lang.factor(factor), &own, &other)
            }
            _ => lang.assign_has_even(&name),
        },
    };
    [lang.assign_has(&count(fit.total)), apart].join(" ")
}

/// The factor by which one fit is most ahead of another.
fn ahead(proposal: &Proposal, own: &Fit, other: &Fit) -> Option<Factor> {
    let rules = proposal.rules();
    let lead = |it: &Factor| (own.of(*it) - other.of(*it)) * rules.weight(*it);
    Factor::ALL.into_iter().max_by_key(lead).filter(|it| 0 < lead(it))
}

/// Why not, given the fits of the person proposed and of this one.
fn words(
    lang: Lang,
    proposal: &Proposal,
    reason: Against,
    fits: Option<(&Fit, &Fit)>,
    today: Day,
) -> String {
    match reason {
        Against::Has => String::new(),
        Against::Rule(barrier, exception) => {
            let excepted = exception.map(|it| excepted(lang, it)).unwrap_or_default();
            [barred(lang, barrier, today), excepted].join(" ").trim_end().to_owned()
        }
        Against::Full(place) => [lang.assign_full(), &one_more_place(lang, place)].join(" "),
        Against::LeavesOne(place) => {
            [lang.assign_leaves_one(), &one_more_place(lang, place)].join(" ")
        }
        Against::Points { gap: ..=0, .. } => lang.assign_tie().to_owned(),
        Against::Points { gap, place } => {
            let why = behind(lang, proposal, fits);
            let or_room = (place == Place::Turns).then(|| lang.assign_or_room());
            let turn = lang.assign_turn(&more_than(lang, gap));
            [&why, turn.as_str(), or_room.unwrap_or_default()].join(" ").trim_end().to_owned()
        }
    }
}

/// What the person lacks most against who is proposed.
fn behind(lang: Lang, proposal: &Proposal, fits: Option<(&Fit, &Fit)>) -> String {
    let count = |points: i64| format::count(lang, points.max(0) as u64);
    let Some((own, other)) = fits else { return lang.assign_gap_taken().to_owned() };
    match ahead(proposal, own, other) {
        Some(most) => {
            lang.assign_gap(lang.factor(most), &count(other.of(most)), &count(own.of(most)))
        }
        None => lang.assign_gap_elsewhere().to_owned(),
    }
}

/// What an exception from the rule would do.
fn excepted(lang: Lang, exception: Exception) -> String {
    match exception {
        Exception::Turns => lang.assign_except_turns().to_owned(),
        Exception::Ties => lang.assign_except_ties().to_owned(),
        Exception::Lacks(points) => lang.assign_except_lacks(&more_than(lang, points)),
        Exception::LeavesOne => lang.assign_except_leaves().to_owned(),
        Exception::Full => lang.assign_except_full().to_owned(),
    }
}

fn one_more_place(lang: Lang, place: Place) -> String {
    match place {
        Place::Turns => lang.assign_place_turns().to_owned(),
        Place::Ties => lang.assign_place_ties().to_owned(),
        Place::Lacks(points) => lang.assign_place_lacks(&more_than(lang, points)),
        Place::Saves => lang.assign_place_saves().to_owned(),
    }
}

/// The least number of points above some: these alone would be a tie.
fn more_than(lang: Lang, points: i64) -> String {
    format::count(lang, points.saturating_add(1).max(0) as u64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::assignment::fit::Survey;
    use crate::domain::assignment::rules::AssignmentRules;
    use crate::domain::people::{Level, Person};
    use crate::present::for_tests::{ANN, BOB, CY, OPEN, lead, put, team};

    const PEOPLE: [PersonId; 3] = [ANN, BOB, CY];
    const LEVELS: [Option<Level>; 3] = [Some(Level::Senior), None, Some(Level::Newcomer)];

    /// Leads worth so much, people who have so many places; room and evening out do not count.
    fn proposed(capacities: [i64; 3], amounts: &[i64]) -> (Workspace, Proposal) {
        let mut workspace = team();
        let rules = AssignmentRules::default().with(Factor::Load, 0).with(Factor::Balance, 0);
        put(&mut workspace, AssignmentRules::ID, &rules);
        for ((id, capacity), level) in PEOPLE.into_iter().zip(capacities).zip(LEVELS) {
            let name = workspace.people.get(id).map(|it| it.name.clone()).unwrap_or_default();
            let capacity = Some(capacity);
            put(&mut workspace, id, &Person { name, capacity, level, ..Person::default() });
        }
        for (id, amount) in (1..).zip(amounts) {
            lead(&mut workspace, id, None, OPEN, *amount, "");
        }
        let leads: Vec<LeadId> = workspace.leads.iter().map(|(id, _)| id).collect();
        let survey = Survey::new(&workspace, &leads, None, Day::EPOCH);
        (workspace, Proposal::new(survey))
    }

    fn said(found: &(Workspace, Proposal), lead: LeadId) -> Vec<Candidate> {
        candidates(&found.0, Lang::En, &found.1, lead, Day::EPOCH)
    }

    proptest! {
        /// A place that is said to turn it is given on the person's record, and the lead goes there.
        #[test]
        fn a_place_that_is_said_to_turn_it_does(
            capacities in prop::array::uniform3(0..3_i64),
            amounts in prop::collection::vec(0..9_i64, 1..7),
        ) {
            let found = proposed(capacities, &amounts);
            let turns = [Lang::En.assign_or_room(), Lang::En.assign_place_turns()];
            for lead in &found.1.survey.leads {
                for one in said(&found, *lead) {
                    let is_said = turns.iter().any(|it| one.why.contains(it));
                    let mut roomier = capacities;
                    let place = PEOPLE.iter().position(|it| *it == one.id).expect("of the team");
                    roomier[place] += 1;
                    let again = said(&proposed(roomier, &amounts), *lead);
                    let has_it = again.iter().any(|it| it.id == one.id && it.is_proposed);
                    prop_assert!(!is_said || has_it, "{}: {}", one.name, one.why);
                }
            }
        }
    }

    #[track_caller]
    fn check(capacities: [i64; 3], amounts: &[i64], lead: u64, expect: &[&str]) {
        let found = said(&proposed(capacities, amounts), LeadId::drawn(lead));
        let lines: Vec<String> =
            found.iter().map(|it| [&*it.name, ": ", &it.why].concat()).collect();
        assert_eq!(lines, expect);
    }

    #[test]
    fn what_would_turn_it_is_named() {
        let expect = [
            "Bob: Proposed: 500 points. Cy has 666, but no free place.",
            "Cy: Has no free place. One more place would turn it, the points staying as they are.",
            "Ann: Experience for value and complexity: 0 against 500. At least 334 points more would turn it.",
        ];
        check([1, 1, 0], &[100, 900], 1, &expect);
    }

    #[test]
    fn who_has_no_place_hears_what_one_would_do() {
        let expect = [
            "Cy: Has no free place. One more place would turn it, the points staying as they are.",
            "Bob: As good for the whole: others would change places, and no points would be lost.",
            "Ann: Has no free place. Even with one more place it takes at least 334 points more.",
        ];
        check([0, 1, 0], &[500, 100], 2, &expect);
    }
}
