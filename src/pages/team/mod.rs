//! The team: everyone in it with figures, and each person in full.

mod abilities;
mod ability_field;
mod absences;
mod care;
mod figures;
mod goals;
mod leads;
mod list;
mod person;
mod person_form;
mod team_form;

pub use list::TeamPage;
pub use person::PersonPage;

use leptos::prelude::*;

use crate::domain::calendar::Day;
use crate::runtime::refusal::Refusal;
use crate::ui::Form;

/// A form of this page.
type Draft<T> = Form<T, Refusal>;

/// The day at a place of a draft as a date field has it, and the way to change it there.
fn day_slot<T>(
    form: Draft<T>,
    slot: fn(&mut T) -> &mut Option<Day>,
) -> (Signal<String>, Callback<String>)
where
    T: Clone + Default + Send + Sync + 'static,
{
    let draft = form.draft;
    let value = move || slot(&mut draft.get()).map(|day| day.to_string()).unwrap_or_default();
    let change = move |text: String| draft.update(|draft| *slot(draft) = text.parse().ok());
    (Signal::derive(value), Callback::new(change))
}
