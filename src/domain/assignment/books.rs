//! What each person has open before and after an assignment, and how even that is.

use super::fit::Survey;
use crate::domain::id::PersonId;
use crate::domain::money::share;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;

/// What a person has open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// How many leads.
    pub leads: u64,
    /// What they will bring in on average, in minor units of the team's currency.
    pub value: i64,
}

/// A person's open leads before and after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// As it is now.
    pub before: Held,
    /// With what is proposed.
    pub after: Held,
    /// How many leads come from somebody else, or from nobody.
    pub gained: u64,
    /// How many of the leads that are handed out the person has then.
    pub given: u64,
}

/// The books of all people, in the survey's order, given who shall have each of its leads. A lead
/// that nobody shall have stays with whom it is now.
pub fn books(
    workspace: &Workspace,
    survey: &Survey,
    owners: impl IntoIterator<Item = Option<PersonId>>,
) -> Vec<Book> {
    let place = |person: Option<PersonId>| survey.people.binary_search(&person?).ok();
    let mut books: Vec<Book> = (0..survey.people.len())
        .map(|person| {
            let held = Held { leads: 0, value: survey.held(person) };
            Book { before: held, after: held, ..Book::default() }
        })
        .collect();
    for lead in workspace.leads.values().filter(|it| it.outcome(workspace) == Outcome::Open) {
        if let Some(person) = place(lead.owner) {
            books[person].before.leads += 1;
            books[person].after.leads += 1;
        }
    }
    for (lead, chosen) in owners.into_iter().enumerate() {
        let value = survey.expected(lead);
        let now = place(workspace.leads.get(survey.leads[lead]).and_then(|it| it.owner));
        let then = place(chosen).or(now);
        if let Some(person) = now {
            books[person].before.value = books[person].before.value.saturating_add(value);
        }
        if let Some(person) = then {
            books[person].after.value = books[person].after.value.saturating_add(value);
            books[person].given += 1;
        }
        if now != then {
            if let Some(person) = now {
                books[person].after.leads -= 1;
            }
            if let Some(person) = then {
                books[person].after.leads += 1;
                books[person].gained += 1;
            }
        }
    }
    books
}

/// How far values lie from their average, on average, in thousandths of it: the mean absolute
/// deviation over the mean. Nothing where there are fewer than two, or the average is not above
/// zero.
pub fn unevenness(values: &[i64]) -> Option<i64> {
    let sum: i128 = values.iter().map(|it| i128::from(*it)).sum();
    let count = values.len() as i128;
    if count < 2 || sum <= 0 {
        return None;
    }
    // Both are times the count, so that nothing is rounded before the end.
    let away: i128 = values.iter().map(|it| (i128::from(*it) * count - sum).abs()).sum();
    let coarser = (128 - away.max(sum * count).leading_zeros()).saturating_sub(62);
    Some(share((away >> coarser) as i64, 1_000, ((sum * count) >> coarser) as i64))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::calendar::Day;
    use crate::domain::id::LeadId;
    use crate::domain::lead::Lead;
    use crate::present::for_tests::{ANN, BOB, OPEN, WON, lead, put, team};

    #[track_caller]
    fn check(values: &[i64], expect: Option<i64>) {
        assert_eq!(unevenness(values), expect, "{values:?}");
    }

    #[test]
    fn even_books_lie_nowhere_from_their_average() {
        check(&[7, 7, 7], Some(0));
        check(&[0, 0], None);
        check(&[5], None);
        check(&[], None);
    }

    /// The mean absolute deviation of 2, 2, 3, 4, 14 is 3.6, as Wikipedia's "Average absolute
    /// deviation" has it; their mean is 5.
    #[test]
    fn it_is_the_mean_absolute_deviation_over_the_mean() {
        check(&[2, 2, 3, 4, 14], Some(720));
        check(&[0, 100], Some(1_000));
        check(&[i64::MAX, 0], Some(1_000));
    }

    proptest! {
        /// Nothing is lost on the way, and only who takes more gains leads.
        #[test]
        fn what_all_have_is_the_same_before_and_after_but_for_the_free(
            leads in prop::collection::vec((0..3_u8, 0..3_u8, 0..9_i64), 1..9),
        ) {
            let mut workspace = team();
            let owner = |it: u8| [None, Some(ANN), Some(BOB)][usize::from(it)];
            for (id, (now, _, amount)) in (1..).zip(&leads) {
                lead(&mut workspace, id, owner(*now), OPEN, *amount, "");
            }
            lead(&mut workspace, 99, Some(ANN), WON, 5, "");
            let ids: Vec<LeadId> = (1..=leads.len() as u64).map(LeadId::drawn).collect();
            let survey = Survey::new(&workspace, &ids, None, Day::EPOCH);
            let chosen = |id: &LeadId| owner(leads[ids.iter().position(|it| it == id).expect("one")].1);
            let owners: Vec<_> = survey.leads.iter().map(chosen).collect();
            let books = books(&workspace, &survey, owners.iter().copied());
            for (id, chosen) in survey.leads.iter().zip(&owners) {
                let held = workspace.leads.get(*id).cloned().unwrap_or_default();
                put(&mut workspace, *id, &Lead { owner: chosen.or(held.owner), ..held });
            }
            let again = Survey::new(&workspace, &[], None, Day::EPOCH);
            for (person, book) in books.iter().enumerate() {
                prop_assert_eq!(book.after.value, again.held(person));
                let owned = workspace.leads.values().filter(|it| {
                    it.owner == Some(survey.people[person]) && it.stage == Some(OPEN)
                });
                prop_assert_eq!(book.after.leads, owned.count() as u64);
                prop_assert!(book.after.leads <= book.before.leads + book.gained);
            }
        }
    }
}
