//! Who: one person or several, found by typing a part of the name.

use super::search::SearchField;
use crate::ui::avatar::Avatar;
use crate::ui::id::fresh_id;
use crate::ui::lang::use_lang;
use leptos::prelude::*;

/// Someone who can be picked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Person {
    /// What is told when this one is picked.
    pub id: String,
    /// What is shown.
    pub name: String,
    /// Other words that find this one, such as the name in pinyin; lower case.
    pub also: String,
}

/// How many can be picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum PickMode {
    /// One; picking another lets the first go.
    #[default]
    One,
    /// Any number.
    Many,
}

impl PickMode {
    /// The kind of native control that behaves so.
    pub const fn as_str(self) -> &'static str {
        match self {
            PickMode::One => "radio",
            PickMode::Many => "checkbox",
        }
    }
}

/// A list of people with a search box above it.
#[component]
pub fn PeoplePicker(
    /// The words that name the list.
    #[prop(into)]
    label: Signal<String>,
    /// Everyone who can be picked, in the order to show.
    #[prop(into)]
    people: Signal<Vec<Person>>,
    /// The `id`s of those who are picked.
    #[prop(into)]
    picked: Signal<Vec<String>>,
    /// Tells the `id` of a person who was tapped: picked now, or in `Many` perhaps let go.
    #[prop(into)]
    on_pick: Callback<String>,
    /// How many can be picked.
    #[prop(optional)]
    mode: PickMode,
) -> impl IntoView {
    let lang = use_lang();
    let query = RwSignal::new(String::new());
    let found = Memo::new(move |_| found_people(&people.read(), &query.read()));
    let group = fresh_id();
    let row = move |Person { id, name, .. }: Person| {
        let own = id.clone();
        view! {
            <label class="people__person">
                <input
                    type=mode.as_str()
                    name=group.clone()
                    prop:checked=move || picked.read().contains(&own)
                    on:change=move |_| on_pick.run(id.clone())
                />
                <Avatar name=name.clone() />
                <span class="people__name">{name}</span>
            </label>
        }
    };
    view! {
        <fieldset class="people">
            <legend class="field__label">{label}</legend>
            <SearchField label=move || lang.get().find_person() value=query on_input=move |text| query.set(text) />
            <div class="people__list">
                <For each=move || found.get() key=Clone::clone children=row />
                <Show when=move || found.read().is_empty()>
                    <p class="people__none" role="status">{move || lang.get().nobody_found()}</p>
                </Show>
            </div>
        </fieldset>
    }
}

/// The people whose name or other words hold what was typed.
fn found_people(people: &[Person], query: &str) -> Vec<Person> {
    let query = query.trim().to_lowercase();
    let fits = |person: &&Person| {
        person.name.to_lowercase().contains(&query) || person.also.contains(&query)
    };
    people.iter().filter(fits).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(query: &str, expect: &[&str]) {
        let person = |name: &str, also: &str| Person {
            id: name.into(),
            name: name.into(),
            also: also.into(),
        };
        let people = [person("王小明", "wangxiaoming wxm"), person("Ann Lee", "")];
        let names: Vec<_> =
            found_people(&people, query).into_iter().map(|person| person.name).collect();
        assert_eq!(names, expect, "{query}");
    }

    #[test]
    fn a_part_of_the_name_finds() {
        check("小", &["王小明"]);
        check("lee ", &["Ann Lee"]);
    }

    #[test]
    fn pinyin_finds() {
        check("WXM", &["王小明"]);
    }

    #[test]
    fn nothing_typed_finds_all() {
        check("", &["王小明", "Ann Lee"]);
    }

    #[test]
    fn a_strange_word_finds_nobody() {
        check("zzz", &[]);
    }
}
