//! What a change of the rules of assignment does: who moves, who stays over, what contradicts.

use super::assign::{ByHand, owners};
use super::bulk::leads_in_words;
use crate::domain::assignment::fit::Barrier;
use crate::domain::assignment::propose::Proposal;
use crate::domain::assignment::stuck::{Lack, Stuck, stuck};
use crate::domain::id::{LeadId, PersonId};
use crate::i18n::Lang;

/// Contradictions that are named; more would hide the first.
const NAMED: usize = 4;

/// Who had which lead before a change, as [`owners`] gives it.
pub type Before = Vec<(LeadId, Option<PersonId>)>;

/// How many leads a change of the rules moves, and how many stay over.
pub fn consequence(lang: Lang, before: &Before, proposal: &Proposal, by_hand: &ByHand) -> String {
    let now = owners(proposal, by_hand);
    // Both are in the order of value, which a change of a record may turn.
    let earlier: std::collections::BTreeMap<_, _> = before.iter().copied().collect();
    let moved =
        now.iter().filter(|(id, owner)| earlier.get(id).is_some_and(|it| it != owner)).count();
    let left = now.iter().filter(|(_, owner)| owner.is_none()).count();
    lang.assign_moves(&leads_in_words(lang, moved), &leads_in_words(lang, left))
}

/// A sentence for each reason for which leads can go to nobody.
pub fn contradictions(lang: Lang, proposal: &Proposal) -> Vec<String> {
    let found = stuck(&proposal.survey);
    let more: usize = found.iter().skip(NAMED).map(|it| it.leads).sum();
    let more = (more != 0).then(|| lang.assign_stuck_more(&leads_in_words(lang, more)));
    found.iter().take(NAMED).map(|it| sentence(lang, it)).chain(more).collect()
}

fn sentence(lang: Lang, it: &Stuck) -> String {
    let leads = leads_in_words(lang, it.leads);
    match &it.lack {
        Lack::Anybody => lang.assign_stuck_anybody(&leads),
        Lack::AllAtOnce => lang.assign_stuck_all(&leads),
        Lack::Demand { rule: Barrier::Language, asked } => {
            lang.assign_stuck_language(&leads, asked)
        }
        Lack::Demand { rule: Barrier::Territory, asked } => {
            lang.assign_stuck_territory(&leads, asked)
        }
        Lack::Demand { asked, .. } => lang.assign_stuck_skill(&leads, asked),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::assignment::fit::Survey;
    use crate::domain::assignment::rules::AssignmentRules;
    use crate::domain::calendar::Day;
    use crate::domain::customer::Customer;
    use crate::domain::id::{CustomerId, ProductId};
    use crate::domain::lead::Lead;
    use crate::domain::people::Person;
    use crate::domain::product::Product;
    use crate::present::for_tests::{ANN, BOB, CY, hold_every_rule, put, team};

    /// The proposal for leads in some languages, given who speaks what; Cy is not asked.
    fn proposal(leads: &[&str], ann: &str, bob: &str, needs_language: bool) -> Proposal {
        let mut workspace = team();
        let rules = AssignmentRules { needs_language, ..AssignmentRules::default() };
        put(&mut workspace, AssignmentRules::ID, &rules);
        for (id, language) in [(ANN, ann), (BOB, bob), (CY, "French")] {
            let languages = vec![language.to_owned()];
            put(&mut workspace, id, &Person { languages, ..Person::default() });
        }
        let ids: Vec<LeadId> = (1..).map(LeadId::drawn).take(leads.len()).collect();
        for (id, language) in ids.iter().zip(leads) {
            put(&mut workspace, *id, &Lead { language: language.to_string(), ..Lead::default() });
        }
        Proposal::new(Survey::new(&workspace, &ids, None, Day::EPOCH))
    }

    #[track_caller]
    fn check(leads: &[&str], lang: Lang, expect: &[&str]) {
        let found = proposal(leads, "German", "Dutch", true);
        assert_eq!(contradictions(lang, &found), expect);
        let forbidden = |lead: &usize| found.fits(*lead).iter().all(Result::is_err);
        let counted: usize = stuck(&found.survey).iter().map(|it| it.leads).sum();
        assert_eq!((0..leads.len()).filter(forbidden).count(), counted, "as the weighing has it");
    }

    #[test]
    fn what_nobody_speaks_is_named_with_the_number_of_leads() {
        let leads = ["Thai", "German", "thai", "Malay"];
        let thai = "2 leads can go to nobody: nobody speaks Thai.";
        check(&leads, Lang::En, &[thai, "1 lead can go to nobody: nobody speaks Malay."]);
        check(&leads[..1], Lang::Zh, &["1 条线索无人可接：没有人会“Thai”。"]);
    }

    #[test]
    fn what_somebody_speaks_or_nothing_asks_contradicts_nothing() {
        check(&["German", "Dutch", ""], Lang::En, &[]);
        let without = proposal(&["Thai"], "German", "Dutch", false);
        assert_eq!(contradictions(Lang::En, &without), Vec::<String>::new());
    }

    #[test]
    fn beyond_four_reasons_the_rest_is_counted() {
        let found = proposal(&["A", "B", "C", "D", "E", "F"], "German", "Dutch", true);
        let said = contradictions(Lang::En, &found);
        assert_eq!(said.len(), 5);
        assert_eq!(said[4], "2 leads more can go to nobody for other reasons.");
    }

    /// Ann speaks German and sells in York, Bob speaks Dutch and sells in Leeds and knows a press;
    /// all three rules hold. Cy is away for good.
    #[track_caller]
    fn lacking(language: &str, place: &str, product: &str, expect: &str) {
        let mut workspace = team();
        hold_every_rule(&mut workspace);
        let one = |text: &str| vec![text.to_owned()];
        for (id, language, place, skill) in
            [(ANN, "German", "York", "Saw"), (BOB, "Dutch", "Leeds", "Press")]
        {
            let (languages, territories, skills) = (one(language), one(place), one(skill));
            put(
                &mut workspace,
                id,
                &Person { languages, territories, skills, ..Person::default() },
            );
        }
        put(&mut workspace, CY, &Person { left: Some(Day::EPOCH), ..Person::default() });
        let (customer, made) = (CustomerId::drawn(1), ProductId::drawn(1));
        let located = Customer { location: place.to_owned(), ..Customer::default() };
        put(&mut workspace, customer, &located);
        put(&mut workspace, made, &Product { name: product.to_owned(), ..Product::default() });
        let asked = Lead {
            language: language.to_owned(),
            customer: Some(customer),
            product: Some(made),
            ..Lead::default()
        };
        put(&mut workspace, LeadId::drawn(1), &asked);
        let day = Day::EPOCH.plus(1);
        let found = Proposal::new(Survey::new(&workspace, &[LeadId::drawn(1)], None, day));
        assert_eq!(contradictions(Lang::En, &found).join(" "), expect);
        assert_eq!(found.owner(0).is_some(), expect.is_empty());
    }

    #[test]
    fn the_rule_that_nobody_meets_is_named() {
        lacking("German", "York", "Saw", "");
        let none = "1 lead can go to nobody: nobody";
        lacking("Thai", "York", "Saw", &format!("{none} speaks Thai."));
        lacking("German", "Hull", "Saw", &format!("{none} sells in Hull."));
        lacking("German", "York", "Drill", &format!("{none} knows Drill."));
        lacking("German", "Leeds", "Saw", &format!("{none} meets every rule at once."));
    }

    #[test]
    fn leads_that_nobody_is_there_for_say_so() {
        let mut workspace = team();
        for id in [ANN, BOB, CY] {
            put(&mut workspace, id, &Person { left: Some(Day::EPOCH), ..Person::default() });
        }
        put(&mut workspace, LeadId::drawn(1), &Lead::default());
        let day = Day::EPOCH.plus(1);
        let found = Proposal::new(Survey::new(&workspace, &[LeadId::drawn(1)], None, day));
        let said = "1 lead can go to nobody: nobody can take leads today.";
        assert_eq!(contradictions(Lang::En, &found), [said]);
        assert_eq!(contradictions(Lang::Zh, &found), ["1 条线索无人可接：今天没有人可以接线索。"]);
    }

    #[test]
    fn who_moves_and_who_stays_over_is_counted_against_before() {
        let leads = ["Thai", "French", "French"];
        let before = owners(&proposal(&leads, "Thai", "Dutch", true), &ByHand::new());
        let after = proposal(&leads, "French", "Dutch", true);
        let said = consequence(Lang::En, &before, &after, &ByHand::new());
        let now = owners(&after, &ByHand::new());
        let moved = before.iter().filter(|it| !now.contains(it)).count();
        let moved = leads_in_words(Lang::En, moved);
        assert_eq!(said, format!("Moved by these changes: {moved}. Without a place: 1 lead."));
        let again = consequence(Lang::En, &now, &after, &ByHand::new());
        assert!(again.starts_with("Moved by these changes: 0 leads."), "{again}");
    }
}
