//! Several people in a sentence.

use crate::domain::arrange;
use crate::domain::id::PersonId;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::name_order::NameOrder;

/// The most names that are told.
const NAMED: usize = 4;

/// The names of people in their order; of many the first few and how many more, and of everybody that
/// it is everybody.
pub(super) fn whom(
    workspace: &Workspace,
    lang: Lang,
    people: &[PersonId],
    everybody: &[PersonId],
) -> String {
    let known = |it: &&PersonId| workspace.people.has(**it);
    let found = people.iter().filter_map(|it| workspace.people.get(*it));
    let mut names: Vec<&str> = found.map(|it| it.name.as_str()).collect();
    let count = |all: usize| format::count(lang, all as u64);
    // One name more is as short as the word that there is one more.
    if names.len() <= NAMED + 1 {
        arrange::by_cached_key(&mut names, |it| NameOrder::of(it));
        return names.join(lang.list_comma());
    }
    if everybody.iter().filter(known).all(|it| people.contains(it)) && !everybody.is_empty() {
        return lang.pay_everybody(&count(names.len()));
    }
    arrange::by_cached_key(&mut names, |it| NameOrder::of(it));
    let more = names.split_off(NAMED).len();
    lang.pay_and_more(&names.join(lang.list_comma()), &count(more))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::for_tests::put;
    use crate::domain::people::Person;

    #[test]
    fn many_people_are_told_in_short() {
        let mut workspace = Workspace::default();
        let people: Vec<PersonId> = (1..=7).map(PersonId::drawn).collect();
        for (id, name) in people.iter().zip(["Gil", "Fay", "Eve", "Dan", "Cy", "Bo", "Ann"]) {
            put(&mut workspace, *id, &Person { name: name.to_owned(), ..Person::default() });
        }
        let told = |lang, some: &[PersonId]| whom(&workspace, lang, some, &people);
        assert_eq!(told(Lang::En, &people[5..]), "Ann, Bo");
        assert_eq!(told(Lang::En, &people[2..]), "Ann, Bo, Cy, Dan, Eve");
        assert_eq!(told(Lang::En, &people[1..]), "Ann, Bo, Cy, Dan and 2 more");
        assert_eq!(told(Lang::Zh, &people[1..]), "Ann、Bo、Cy、Dan，另有 2 人");
        assert_eq!(told(Lang::En, &people), "All 7 people");
        assert_eq!(told(Lang::Zh, &people), "全部 7 人");
        assert_eq!(whom(&workspace, Lang::En, &people, &[]), "Ann, Bo, Cy, Dan and 3 more");
    }
}
