//! Who should have one lead, and why nobody else: a sentence a person, true of the solver's own
//! numbers.

use super::assign_parts::{Part, full, history_words, parts};
use super::barrier::barred;
use super::format;
use crate::domain::arrange;
use crate::domain::assignment::fit::Fit;
use crate::domain::assignment::propose::{Against, Exception, Place, Proposal};
use crate::domain::assignment::reason::{Apart, Why};
use crate::domain::assignment::rules::Factor;
use crate::domain::calendar::Day;
use crate::domain::id::{LeadId, PersonId};
use crate::domain::lead::Lead;
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
    /// What the points are made of; nothing where a rule forbids it.
    pub parts: Vec<Part>,
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
            (Against::Has, _) => {
                let why = proposal.why_of(person, &fits);
                why.map(|it| why_words(workspace, lang, it)).unwrap_or_default()
            }
            (Against::Full(place), _) if proposal.survey.has_fair_share(person) => {
                [lang.assign_fair_share(), &one_more_place(lang, place)].join(" ")
            }
            (reason, _) => {
                let record =
                    |it| history_words(workspace, lang, &proposal.survey.history(place, it));
                words(lang, proposal, reason, difference, &|| record(person), today)
            }
        };
        let parts = fit.as_ref().map(|fit| parts(workspace, lang, proposal, (place, person), fit));
        Candidate {
            id: *id,
            parts: parts.unwrap_or_default(),
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

/// Why a lead went to somebody: what sets the person apart from whoever comes next.
pub fn why_words(workspace: &Workspace, lang: Lang, why: Why) -> String {
    let (points, apart) = match why {
        Why::ByHand => return lang.assign_given_by_hand().to_owned(),
        Why::Picked => return lang.assign_given_picked().to_owned(),
        Why::Proposed(points, apart) => (points, apart),
    };
    let count = |points: i64| format::count(lang, points.max(0) as u64);
    let name = |id| match workspace.people.get(id) {
        Some(person) => person.name.clone(),
        None => lang.assign_somebody_gone().to_owned(),
    };
    let apart = match apart {
        Apart::Alone => lang.assign_has_alone().to_owned(),
        Apart::Even(next) => lang.assign_has_even(&name(next)),
        Apart::Behind(next, points) => lang.assign_has_behind(&name(next), &count(points)),
        Apart::NoRoom(next, points) => lang.assign_has_room(&name(next), &count(points)),
        Apart::Ahead(next, factor, own, other) => {
            lang.assign_has_ahead(&name(next), lang.factor(factor), &count(own), &count(other))
        }
    };
    [lang.assign_has(&count(points), &full(lang)), apart].join(" ")
}

/// When and why a lead was given to whom it is with; empty where no proposal did.
pub fn given_words(workspace: &Workspace, lang: Lang, lead: &Lead) -> String {
    let Some(given) = lead.given.filter(|it| lead.owner == Some(it.to)) else {
        return String::new();
    };
    let day = format::day(lang, given.on);
    lang.assign_given(&day, &why_words(workspace, lang, given.why))
}

/// Why not, given the fits of the person proposed and of this one.
fn words(
    lang: Lang,
    proposal: &Proposal,
    reason: Against,
    fits: Option<(&Fit, &Fit)>,
    record: &dyn Fn() -> String,
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
            let why = behind(lang, proposal, fits, record);
            let or_room = (place == Place::Turns).then(|| lang.assign_or_room());
            let turn = lang.assign_turn(&more_than(lang, gap));
            [&why, turn.as_str(), or_room.unwrap_or_default()].join(" ").trim_end().to_owned()
        }
    }
}

/// What the person lacks most against who is proposed; where that is the past win rate, also what
/// it is made of.
fn behind(
    lang: Lang,
    proposal: &Proposal,
    fits: Option<(&Fit, &Fit)>,
    record: &dyn Fn() -> String,
) -> String {
    let count = |points: i64| format::count(lang, points.max(0) as u64);
    let Some((own, other)) = fits else { return lang.assign_gap_taken().to_owned() };
    match proposal.most_ahead(own, other) {
        Some(most) => {
            let [lacks, has] = [other.of(most), own.of(most)].map(count);
            let gap = lang.assign_gap(lang.factor(most), &lacks, &has, &full(lang));
            let made_of = (most == Factor::Record).then(record);
            [gap, made_of.unwrap_or_default()].join(" ").trim_end().to_owned()
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
    use crate::domain::assignment::reason::Reason;
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

    proptest! {
        /// Worked out for all leads at once, in the order in which they are weighed, the reasons are
        /// those that are said about one.
        #[test]
        fn what_is_kept_is_what_was_said(
            capacities in prop::array::uniform3(0..3_i64),
            amounts in prop::collection::vec(0..9_i64, 1..7),
        ) {
            let found = proposed(capacities, &amounts);
            let whys = found.1.whys();
            prop_assert_eq!(whys.len(), found.1.survey.leads.len());
            for (lead, why) in found.1.survey.leads.iter().zip(whys) {
                let said = said(&found, *lead).into_iter().find(|it| it.is_proposed).map(|it| it.why);
                let kept = why.map(|it| why_words(&found.0, Lang::En, it));
                prop_assert_eq!(kept, said);
            }
        }
    }

    #[test]
    fn a_reason_holds_while_the_lead_is_with_whom_it_was_given_to() {
        let (workspace, proposal) = proposed([1, 1, 0], &[100, 900]);
        let first = proposal.whys()[0].expect("it is proposed to somebody");
        let to = PEOPLE[proposal.owner(0).expect("somebody")];
        let given = Some(Reason { to, on: Day::EPOCH, why: first });
        let words =
            |owner| given_words(&workspace, Lang::En, &Lead { owner, given, ..Lead::default() });
        assert!(words(Some(to)).starts_with("Given on "), "{}", words(Some(to)));
        let other = PEOPLE.into_iter().find(|it| *it != to);
        assert_eq!([words(other), words(None)], ["", ""]);
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
            "Bob: Proposed: 500 of 1,000 points. Cy has 666, but no free place.",
            "Cy: Has no free place. One more place would turn it, the points staying as they are.",
            "Ann: Experience for value and complexity: 0 against 500 of 1,000 points. At least 334 points more would turn it.",
        ];
        check([1, 1, 0], &[100, 900], 1, &expect);
    }

    /// What a rule forbids is not hopeless: it is said what an exception would do, and where that
    /// is said to turn it, leaving the rule out does.
    #[test]
    fn an_exception_that_is_said_to_turn_it_does() {
        let found = |needs_language: bool, capacities: [i64; 3], speaks: [&str; 3]| {
            let mut workspace = team();
            let rules = AssignmentRules { needs_language, ..AssignmentRules::default() };
            let rules = rules.with(Factor::Load, 0).with(Factor::Balance, 0);
            put(&mut workspace, AssignmentRules::ID, &rules);
            for (place, id) in PEOPLE.into_iter().enumerate() {
                let name = workspace.people.get(id).map(|it| it.name.clone()).unwrap_or_default();
                let (capacity, level) = (Some(capacities[place]), LEVELS[place]);
                let languages = vec![speaks[place].to_owned()];
                let person = Person { name, capacity, level, languages, ..Person::default() };
                put(&mut workspace, id, &person);
            }
            let asked = Lead { language: "Thai".to_owned(), stage: Some(OPEN), ..Lead::default() };
            put(&mut workspace, LeadId::drawn(1), &asked);
            let leads = [LeadId::drawn(1)];
            let survey = Survey::new(&workspace, &leads, None, Day::EPOCH);
            (workspace, Proposal::new(survey))
        };
        let why = |found: &(Workspace, Proposal), id: PersonId| {
            let one = said(found, LeadId::drawn(1)).into_iter().find(|it| it.id == id);
            one.expect("of the team").why
        };
        let rule = Lang::En.assign_no_language();
        // Bob, neither senior nor newcomer, is the best for a lead without value.
        let strict = found(true, [1, 1, 1], ["Thai", "Dutch", "Thai"]);
        assert_eq!(why(&strict, BOB), [rule, Lang::En.assign_except_turns()].join(" "));
        assert_ne!(strict.1.owner(0), Some(1));
        let loose = found(false, [1, 1, 1], ["Thai", "Dutch", "Thai"]);
        assert_eq!(loose.1.owner(0), Some(1));
        // Without a place an exception is of no use, and whoever is behind needs more than one.
        let full = found(true, [1, 0, 1], ["Thai", "Dutch", "Thai"]);
        assert_eq!(why(&full, BOB), [rule, Lang::En.assign_except_full()].join(" "));
        let behind = found(true, [1, 1, 1], ["Dutch", "Thai", "Thai"]);
        let lacks = Lang::En.assign_except_lacks("167");
        assert_eq!(why(&behind, ANN), [rule, lacks.as_str()].join(" "));
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
