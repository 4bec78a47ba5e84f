//! Several of a list of names, each tapped in or out.

use std::fmt::Display;
use std::str::FromStr;

use leptos::prelude::*;

use crate::domain::pinyin::spelled;
use crate::ui::{PeoplePicker, Person, PickMode};

/// Who is picked out of all who can be.
#[component]
pub fn PickSeveral<I>(
    /// What they are picked for.
    #[prop(into)]
    label: Signal<String>,
    /// All who can be picked, by name.
    #[prop(into)]
    all: Signal<Vec<(I, String)>>,
    /// Who is.
    #[prop(into)]
    picked: Signal<Vec<I>>,
    /// Takes who was tapped in, or out again: see [`toggle`].
    #[prop(into)]
    on_pick: Callback<I>,
) -> impl IntoView
where
    I: Clone + Display + FromStr + Send + Sync + 'static,
{
    let people = move || {
        let person = |(id, name): &(I, String)| Person {
            id: id.to_string(),
            name: name.clone(),
            also: spelled(name),
        };
        all.read().iter().map(person).collect::<Vec<_>>()
    };
    let picked = move || picked.read().iter().map(ToString::to_string).collect::<Vec<_>>();
    let pick = move |id: String| {
        if let Ok(id) = id.parse() {
            on_pick.run(id);
        }
    };
    view! {
        <PeoplePicker
            label
            people=Signal::derive(people)
            picked=Signal::derive(picked)
            on_pick=pick
            mode=PickMode::Many
        />
    }
}

/// Puts something into a list, or takes it out where it is in it.
pub fn toggle<I: PartialEq>(list: &mut Vec<I>, it: I) {
    match list.iter().position(|other| *other == it) {
        Some(place) => drop(list.remove(place)),
        None => list.push(it),
    }
}
