//! The real deals of `../shared/data/maven_crm`, assigned afresh to their 35 people, each with an
//! explanation.

use crate::import_support;
use std::collections::BTreeMap;

use crate::import_support::{bytes, planned};
use huddle::domain::assignment::books::unevenness;
use huddle::domain::assignment::fit::Survey;
use huddle::domain::assignment::job::Job;
use huddle::domain::assignment::propose::Proposal;
use huddle::domain::assignment::reason::{Apart, Why};
use huddle::domain::assignment::solve::{Solution, solve};
use huddle::domain::calendar::Day;
use huddle::domain::id::{LeadId, PersonId};
use huddle::domain::pipeline::Outcome;
use huddle::domain::workspace::Workspace;
use huddle::i18n::Lang;
use huddle::present::assign_why::{candidates, why_words};

const FILES: [&str; 4] = ["sales_pipeline.csv", "accounts.csv", "products.csv", "sales_teams.csv"];

fn board() -> Workspace {
    let mut workspace = Workspace::default();
    let files = FILES.map(|it| (it, bytes(&format!("maven_crm/raw/{it}"))));
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, it)| (*name, &it[..])).collect();
    let session = planned(&workspace, &files);
    import_support::headless::board::take(&mut workspace, session.into_batch());
    workspace
}

fn today() -> Day {
    "2017-12-31".parse().expect("a day")
}

fn proposed(workspace: &Workspace, leads: &[LeadId]) -> Proposal {
    Proposal::new(Survey::new(workspace, leads, None, today()))
}

/// What each person's deals are worth, given who has them.
fn values(proposal: &Proposal, owner: impl Fn(usize) -> Option<PersonId>) -> Vec<i64> {
    let survey = &proposal.survey;
    let mut values: BTreeMap<PersonId, i64> = survey.people.iter().map(|it| (*it, 0)).collect();
    for lead in 0..survey.leads.len() {
        if let Some(value) = owner(lead).and_then(|it| values.get_mut(&it)) {
            *value += survey.expected(lead);
        }
    }
    values.into_values().collect()
}

#[test]
fn all_deals_find_somebody_and_books_are_more_even_than_they_were() {
    let workspace = board();
    let leads: Vec<LeadId> = workspace.leads.iter().map(|(id, _)| id).collect();
    let proposal = proposed(&workspace, &leads);
    let survey = &proposal.survey;
    assert_eq!((leads.len(), survey.people.len()), (8_800, 35));
    assert!((0..leads.len()).all(|lead| proposal.owner(lead).is_some()));
    let then = values(&proposal, |lead| proposal.owner(lead).map(|it| survey.people[it]));
    let now = values(&proposal, |lead| workspace.leads.get(survey.leads[lead])?.owner);
    let (then, now) = (unevenness(&then).expect("values"), unevenness(&now).expect("values"));
    assert!(then < now, "{then} against {now}");
}

/// The prices of places prove it, as linear programming does: every deal lies where its points less
/// the price of the place are highest, and only full books have a price.
#[test]
fn no_other_way_to_hand_out_all_deals_has_more_points() {
    let workspace = board();
    let leads: Vec<LeadId> = workspace.leads.iter().map(|(id, _)| id).collect();
    let proposal = proposed(&workspace, &leads);
    let (_, problem, answer) = Job::new(proposal.survey.scales.clone()).finish();
    let Solution { total, prices, .. } = solve(&problem);
    let owners: Vec<Option<usize>> = (0..leads.len()).map(|lead| proposal.owner(lead)).collect();
    assert_eq!((owners.len(), &owners), (8_800, &answer.owners));
    assert!(Solution { owners, total, prices }.is_proved(&problem));
}

/// Each reason is what the points say, and a sentence in both languages.
#[test]
fn every_deal_says_why_it_goes_where_it_does() {
    let workspace = board();
    let leads: Vec<LeadId> = workspace.leads.iter().map(|(id, _)| id).collect();
    let proposal = proposed(&workspace, &leads);
    let whys = proposal.whys();
    assert_eq!(whys.len(), 8_800);
    let mut kinds = BTreeMap::new();
    for (lead, why) in whys.into_iter().enumerate() {
        let Some(Why::Proposed(points, apart)) = why else { panic!("{lead} is proposed: {why:?}") };
        assert_eq!(Some(points), proposal.points(lead), "{lead}");
        let own = proposal.survey.people[proposal.owner(lead).expect("somebody")];
        let (kind, next) = match apart {
            Apart::Alone => panic!("35 people may have {lead}"),
            Apart::Even(next) => ("even", next),
            Apart::Behind(next, more) | Apart::NoRoom(next, more) => {
                assert!(points < more, "{lead}: {points} is not behind {more}");
                ("behind", next)
            }
            Apart::Ahead(next, _, own, other) => {
                assert!(other < own, "{lead}: {own} is not ahead of {other}");
                ("ahead", next)
            }
        };
        assert_ne!(own, next, "{lead}: nobody is apart from oneself");
        let said = |lang| why_words(&workspace, lang, Why::Proposed(points, apart));
        assert!(said(Lang::En).ends_with('.') && said(Lang::Zh).ends_with('。'), "{lead}");
        *kinds.entry(kind).or_insert(0) += 1;
    }
    assert!(kinds["behind"] < kinds["ahead"], "{kinds:?}");
}

/// The file gives open deals no amount: the list price of their product stands in.
#[test]
fn open_deals_count_by_the_list_price_of_their_product() {
    let workspace = board();
    let open = workspace.leads.iter().filter(|(_, it)| it.outcome(&workspace) == Outcome::Open);
    let open: Vec<LeadId> = open.map(|(id, _)| id).collect();
    let proposal = proposed(&workspace, &open);
    assert_eq!(open.len(), 2_089);
    assert!((0..open.len()).all(|lead| 0 < proposal.survey.expected(lead)));
    assert!((0..open.len()).all(|lead| proposal.owner(lead).is_some()));
}

#[test]
fn everybody_hears_why_and_who_is_proposed_by_what_they_are_ahead() {
    let workspace = board();
    let leads: Vec<LeadId> = workspace.leads.iter().map(|(id, _)| id).collect();
    let proposal = proposed(&workspace, &leads);
    for (place, lead) in proposal.survey.leads.iter().enumerate().step_by(400) {
        let said = |lang| candidates(&workspace, lang, &proposal, *lead, today());
        let (english, chinese) = (said(Lang::En), said(Lang::Zh));
        assert_eq!((english.len(), chinese.len()), (35, 35));
        assert!(english.iter().all(|it| it.why.ends_with('.')), "{english:?}");
        assert!(chinese.iter().all(|it| it.why.ends_with('。')), "{chinese:?}");
        let (own, others): (Vec<_>, Vec<_>) = english.iter().partition(|it| it.is_proposed);
        let [own] = own.as_slice() else { panic!("one is proposed: {own:?}") };
        assert_eq!(own.points, proposal.points(place));
        // Only who really has more points than everybody else is said to be ahead.
        let next = others.iter().filter_map(|it| it.points).max().expect("somebody comes next");
        let is_ahead = own.points.is_some_and(|it| next < it);
        assert_eq!(own.why.contains("Ahead of "), is_ahead, "{next}: {}", own.why);
    }
}
