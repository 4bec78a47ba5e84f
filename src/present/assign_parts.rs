//! What somebody's points for a lead are made of: the parts with how much each counts, and for the
//! past win rate the deals behind it, in the solver's own numbers.

use super::format;
use crate::domain::assignment::fit::{Fit, History};
use crate::domain::assignment::propose::Proposal;
use crate::domain::assignment::rules::Factor;
use crate::domain::assignment::weigh::{FULL, UNKNOWN};
use crate::domain::id::ProductId;
use crate::domain::insight::Rate;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;

/// A part of somebody's points for a lead.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    /// What it is for.
    pub name: &'static str,
    /// The points, out of how many, and how much the part counts.
    pub points: String,
    /// What it is made of; empty where the name says it.
    pub note: String,
}

/// The most points that there are.
pub(super) fn full(lang: Lang) -> String {
    format::count(lang, FULL.unsigned_abs())
}

/// Points with how many there are at most.
pub fn points_words(lang: Lang, points: i64) -> String {
    lang.assign_points_of(&format::count(lang, points.max(0) as u64), &full(lang))
}

/// What the points of everybody are, in one sentence.
pub fn scale_words(lang: Lang) -> String {
    lang.assign_scale(&full(lang), &format::count(lang, UNKNOWN.unsigned_abs()))
}

/// The parts of somebody's points for a lead, with how much each counts.
pub(super) fn parts(
    workspace: &Workspace,
    lang: Lang,
    proposal: &Proposal,
    (lead, person): (usize, usize),
    fit: &Fit,
) -> Vec<Part> {
    let part = |factor: Factor| {
        let points = points_words(lang, fit.of(factor));
        let points = match proposal.rules().weight(factor) {
            0 => lang.assign_part_off(&points),
            1 => points,
            weight => lang.assign_part_times(&points, &format::count(lang, weight.unsigned_abs())),
        };
        let note = match factor {
            Factor::Record => {
                history_words(workspace, lang, &proposal.survey.history(lead, person))
            }
            _ => String::new(),
        };
        Part { name: lang.factor(factor), points, note }
    };
    Factor::ALL.iter().map(|it| part(*it)).collect()
}

/// How many deals were won of those that closed, and what the solver takes for the rate while they
/// are few.
pub(super) fn history_words(workspace: &Workspace, lang: Lang, history: &History) -> String {
    let of = |(product, won, closed): &(Option<ProductId>, i64, i64)| {
        let [won, all] = [*won, *closed].map(|it| format::count(lang, it.unsigned_abs()));
        match (workspace.products.find(*product), closed) {
            (Some(product), 0) => lang.assign_won_none_with(&product.name),
            (Some(product), _) => lang.assign_won_with(&won, &all, &product.name),
            (None, 0) => lang.assign_won_none().to_owned(),
            (None, _) => lang.assign_won(&won, &all),
        }
    };
    let closed: Vec<String> = history.closed.iter().map(of).collect();
    let is_settled = |(_, won, closed): &(Option<ProductId>, i64, i64)| {
        Rate::new(won.unsigned_abs(), closed.unsigned_abs()).is_some_and(Rate::is_settled)
    };
    let [rate, team] =
        [history.counts_as, history.team].map(|it| format::percent(lang, it.clamp(0, FULL)));
    let counts = match history.closed.iter().all(is_settled) {
        true => lang.assign_record_counts(&rate, &team),
        false => lang.assign_record_few(&rate, &team),
    };
    [closed.join(" "), counts].join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::assign_why::candidates;
    use super::*;
    use crate::domain::assignment::fit::Survey;
    use crate::domain::assignment::rules::AssignmentRules;
    use crate::domain::calendar::Day;
    use crate::domain::id::LeadId;
    use crate::domain::lead::Lead;
    use crate::domain::product::Product;
    use crate::present::for_tests::{ANN, BOB, CY, LOST, OPEN, WON, lead, put, team};

    /// Worked by hand. Ann won two of three deals with Kit and none of one other, Bob lost one: the
    /// team has 2 of 5, 40 %. Ten at the team's rate are added to what Ann closed: 6 of 14, 42.8 %;
    /// ten at that rate to what she closed with Kit: 6.28 of 13, 48.3 %. Two points for each
    /// thousandth above the team make 500 + 2 × 83.
    #[test]
    fn a_win_rate_says_of_how_many_deals_it_is_and_what_counts() {
        let (mut workspace, kit) = (team(), ProductId::drawn(1));
        put(&mut workspace, kit, &Product { name: "Kit".to_owned(), ..Product::default() });
        let leads = [
            (1, Some(ANN), WON, Some(kit)),
            (2, Some(ANN), WON, Some(kit)),
            (3, Some(ANN), LOST, Some(kit)),
            (4, Some(ANN), LOST, None),
            (5, Some(BOB), LOST, Some(kit)),
            (9, None, OPEN, Some(kit)),
        ];
        for (id, owner, stage, product) in leads {
            lead(&mut workspace, id, owner, stage, 100, "");
            let known = workspace.leads.get(LeadId::drawn(id)).cloned().unwrap_or_default();
            put(&mut workspace, LeadId::drawn(id), &Lead { product, ..known });
        }
        let survey = Survey::new(&workspace, &[LeadId::drawn(9)], None, Day::EPOCH);
        let place = |id| survey.people.iter().position(|it| *it == id).expect("of the team");
        let history = survey.history(0, place(ANN));
        let expect = History { closed: vec![(Some(kit), 2, 3)], counts_as: 483, team: 400 };
        assert_eq!(history, expect);
        let fit = survey.fit(0, place(ANN), 500).expect("allowed");
        assert_eq!(fit.of(Factor::Record), 666);
        let said = |id| history_words(&workspace, Lang::En, &survey.history(0, place(id)));
        assert_eq!(
            said(ANN),
            "Won 2 of 3 deals with Kit. Too few to say: counts as 48.3%, near the usual rate, against 40% of the team."
        );
        let none = "No deal with Kit closed yet. Too few to say: counts as 40%, near the usual rate, against 40% of the team.";
        assert_eq!(said(CY), none);
    }

    #[test]
    fn points_tell_their_scale_and_their_parts() {
        let mut rules = AssignmentRules::default().with(Factor::Load, 0);
        rules = rules.with(Factor::Experience, 2);
        let mut workspace = team();
        put(&mut workspace, AssignmentRules::ID, &rules);
        lead(&mut workspace, 1, None, OPEN, 100, "");
        let survey = Survey::new(&workspace, &[LeadId::drawn(1)], None, Day::EPOCH);
        let proposal = Proposal::new(survey);
        let found = candidates(&workspace, Lang::En, &proposal, LeadId::drawn(1), Day::EPOCH);
        let parts: Vec<&str> = found[0].parts.iter().map(|it| it.points.as_str()).collect();
        assert_eq!(
            parts,
            [
                "500 of 1,000",
                "1,000 of 1,000, counts 3 times",
                "500 of 1,000",
                "500 of 1,000, does not count",
                "500 of 1,000",
            ]
        );
        // (500 + 3 × 1000 + 500 + 500) ÷ 6.
        assert_eq!(found[0].points, Some(750));
    }
}
