//! Why somebody may not claim a lead, in words: what decides it, and what would change it.

use super::format;
use crate::domain::assignment::claim::Obstacle;
use crate::domain::assignment::fit::Barrier;
use crate::i18n::Lang;

/// What keeps a person from a lead and what would change that, in two sentences; where several
/// rules do, all of them, for the change of one would not do.
pub fn forbidden(lang: Lang, name: &str, why: &[Obstacle]) -> String {
    let mut sentences: Vec<String> = why.iter().map(|it| reason(lang, name, it)).collect();
    sentences.extend(match why {
        [] => None,
        [one] => Some(turn(lang, one)),
        _ => Some(lang.claim_turn_all().to_owned()),
    });
    sentences.join(match lang {
        Lang::En => " ",
        Lang::Zh => "",
    })
}

/// What decides that a person may not claim a lead; empty where they may.
pub fn deciding(lang: Lang, name: &str, why: &[Obstacle]) -> String {
    why.first().map(|it| reason(lang, name, it)).unwrap_or_default()
}

fn reason(lang: Lang, name: &str, why: &Obstacle) -> String {
    let count = |number: i64| format::count(lang, number.unsigned_abs());
    match why {
        Obstacle::Absent(Barrier::Away(until)) => lang.claim_away(name, &format::day(lang, *until)),
        Obstacle::Absent(Barrier::Leaves(day)) => lang.claim_leaves(name, &format::day(lang, *day)),
        Obstacle::Absent(_) => lang.claim_not_in_team(name),
        Obstacle::Unmet(Barrier::Language, asked) => lang.claim_no_language(name, asked),
        Obstacle::Unmet(Barrier::Territory, asked) => lang.claim_no_territory(name, asked),
        Obstacle::Unmet(_, asked) => lang.claim_no_skill(name, asked),
        Obstacle::Full(open, limit) => lang.claim_full(name, &count(*open), &count(*limit)),
        Obstacle::AtLimit(held, _) => lang.claim_at_limit(name, &count(*held)),
    }
}

/// What would change a reason that is the only one.
fn turn(lang: Lang, why: &Obstacle) -> String {
    let count = |number: i64| format::count(lang, number.unsigned_abs());
    match why {
        Obstacle::Absent(Barrier::Away(_)) => lang.claim_turn_away().to_owned(),
        Obstacle::Absent(Barrier::Leaves(_)) => lang.claim_turn_leaves().to_owned(),
        Obstacle::Absent(_) => lang.claim_turn_not_in_team().to_owned(),
        Obstacle::Unmet(Barrier::Language, asked) => lang.claim_turn_language(asked),
        Obstacle::Unmet(Barrier::Territory, asked) => lang.claim_turn_territory(asked),
        Obstacle::Unmet(_, asked) => lang.claim_turn_skill(asked),
        Obstacle::Full(open, limit) => {
            lang.claim_turn_full(&count(open - limit + 1), &count(open + 1))
        }
        Obstacle::AtLimit(held, limit) => {
            lang.claim_turn_limit(&count(held - limit + 1), &count(held + 1))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::apply::apply;
    use crate::domain::assignment::reason::Whys;
    use crate::domain::calendar::Day;
    use crate::domain::command::{Command, Context};
    use crate::domain::customer::Customer;
    use crate::domain::for_tests::day;
    use crate::domain::id::{AbsenceId, CustomerId, LeadId, ProductId};
    use crate::domain::lead::Lead;
    use crate::domain::people::{Absence, Person};
    use crate::domain::product::Product;
    use crate::domain::rejection::Rejection;
    use crate::domain::workspace::Workspace;
    use crate::present::for_tests::{ANN, hold_every_rule, put, team};
    use crate::present::words;

    const LEAD: LeadId = LeadId::drawn(1);

    fn today() -> Day {
        day("2026-11-23")
    }

    /// A lead of Suite, in German, in Bern, and Ann as she is; every rule holds.
    fn pool(ann: Person) -> Workspace {
        let mut workspace = team();
        hold_every_rule(&mut workspace);
        put(&mut workspace, ANN, &Person { name: "Ann".to_owned(), ..ann });
        let product = Product { name: "Suite".to_owned(), ..Product::default() };
        put(&mut workspace, ProductId::drawn(1), &product);
        let customer = Customer { location: "Bern".to_owned(), ..Customer::default() };
        put(&mut workspace, CustomerId::drawn(1), &customer);
        let lead = Lead {
            customer: Some(CustomerId::drawn(1)),
            product: Some(ProductId::drawn(1)),
            language: "German".to_owned(),
            ..Lead::default()
        };
        put(&mut workspace, LEAD, &lead);
        workspace
    }

    /// What a claim of Ann's is refused with; empty where it is taken.
    fn refused(workspace: &Workspace) -> Option<Rejection> {
        let claim = Command::ClaimLead(LEAD, ANN);
        apply(workspace, &claim, &Context { today: today() }).err()
    }

    fn said(workspace: &Workspace, lang: Lang) -> String {
        refused(workspace).map(|it| words::rejection(lang, &it)).unwrap_or_default()
    }

    #[track_caller]
    fn check(ann: Person, expect: &str) {
        assert_eq!(said(&pool(ann), Lang::En), expect);
    }

    fn list(text: &str) -> Vec<String> {
        vec![text.to_owned()]
    }

    /// Each of the sentences is true: with what it says the claim is taken.
    #[test]
    fn the_deciding_rule_and_what_would_change_it_are_said() {
        let kit = Person { skills: list("Kit"), ..Person::default() };
        check(
            kit.clone(),
            "Ann does not know Suite, and the rules ask for that. It would be possible with Suite among the products that are known.",
        );
        check(Person { skills: ["Kit", "Suite"].map(str::to_owned).to_vec(), ..kit }, "");
        let far = Person { territories: list("Rome"), ..Person::default() };
        check(
            far.clone(),
            "Ann does not sell in Bern, and the rules ask for that. It would be possible with Bern among the places.",
        );
        check(
            Person { languages: list("French"), ..far },
            "Ann does not speak German, and the rules ask for that. Ann does not sell in Bern, and the rules ask for that. All of this would have to change.",
        );
        check(Person::default(), "");
    }

    #[test]
    fn a_limit_says_how_many_fewer_would_do() {
        let ann = |capacity| Person { capacity: Some(capacity), ..Person::default() };
        let with_two_open = |ann| {
            let mut workspace = pool(ann);
            for id in [2, 3] {
                let lead = Lead { owner: Some(ANN), ..Lead::default() };
                put(&mut workspace, LeadId::drawn(id), &lead);
            }
            said(&workspace, Lang::En)
        };
        let expect = "Ann has 2 open leads, and takes 1 at most. It would be possible with 2 fewer, or with a limit of 3.";
        assert_eq!(with_two_open(ann(1)), expect);
        assert_eq!(with_two_open(ann(3)), "");
    }

    #[test]
    fn who_is_away_or_leaves_claims_nothing() {
        let left = Some(day("2026-12-20"));
        check(
            Person { left, ..Person::default() },
            "Ann leaves the team on 20 Dec 2026, and takes nothing new in the last 30 days. It would be possible with a later last day.",
        );
        check(Person { left: Some(day("2026-12-24")), ..Person::default() }, "");
        let started = Some(day("2026-11-24"));
        check(
            Person { started, ..Person::default() },
            "Ann is not in the team today. It would be possible with a first and a last day around today.",
        );
        let mut workspace = pool(Person::default());
        let (first, last) = (Some(today()), Some(day("2026-11-27")));
        let away = Absence { person: Some(ANN), first, last, ..Absence::default() };
        put(&mut workspace, AbsenceId::drawn(1), &away);
        let expect = "Ann缺勤至2026年11月27日。没有这次缺勤，或缺勤结束后，即可领取。";
        assert_eq!(said(&workspace, Lang::Zh), expect);
    }

    /// What the manager does all the same is an assignment, which no claim's rule stands against.
    #[test]
    fn what_may_not_be_claimed_can_be_given() {
        let workspace = pool(Person { skills: list("Kit"), ..Person::default() });
        assert!(matches!(refused(&workspace), Some(Rejection::ClaimForbidden(..))));
        let give = Command::AssignLeads(vec![(LEAD, Some(ANN))], Whys::new());
        assert!(apply(&workspace, &give, &Context { today: today() }).is_ok());
    }
}
