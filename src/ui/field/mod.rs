//! Fields of a form: each has a label, perhaps a hint, and an error beside it when there is one.
//!
//! A field holds no value. It shows the value it is given and tells what was typed; the caller
//! keeps the draft, parses it and says what is wrong. Letters that an input method is still
//! composing are not told, so a draft never holds half a pinyin syllable.

mod check;
mod date;
mod money;
mod people;
mod period;
mod range;
mod search;
mod segmented;
mod select;
mod text;
mod time;

pub use check::CheckField;
pub use date::DateField;
pub use money::MoneyField;
pub use people::{PeoplePicker, Person, PickMode};
pub use period::{MonthField, QuarterField, YearPart};
pub use range::RangeField;
pub use search::SearchField;
pub use segmented::SegmentedField;
pub use select::SelectField;
pub use text::{AreaField, TextField};
pub use time::TimeField;

use super::icon::{Icon, IconView};
use super::id::part_id;
use leptos::prelude::*;

/// One choice among several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is told when it is chosen.
    pub id: String,
    /// What is shown.
    pub label: String,
}

impl Choice {
    /// A choice with its name.
    pub fn new(id: impl Into<String>, label: impl Into<String>) -> Choice {
        Choice { id: id.into(), label: label.into() }
    }
}

/// The words around a field. `id` is the name of the control inside it.
#[component]
fn FieldFrame(
    /// The name of the control.
    id: String,
    /// The words that name the field.
    label: Signal<String>,
    /// A sentence that helps to fill it in.
    hint: Option<Signal<String>>,
    /// What is wrong with the value.
    error: Signal<Option<String>>,
    /// The control.
    children: Children,
) -> impl IntoView {
    let hint_id = part_id(&id, "hint");
    let error_id = part_id(&id, "error");
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            {children()}
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            <FieldError id=error_id error />
        </div>
    }
}

/// What is wrong with a value, said when it becomes wrong.
#[component]
fn FieldError(
    /// The name of the sentence.
    id: String,
    /// What is wrong.
    error: Signal<Option<String>>,
) -> impl IntoView {
    let sentence = move || error.get().map(|error| view! { <IconView icon=Icon::Warn /> {error} });
    view! { <p class="field__error" id=id role="status">{sentence}</p> }
}

/// The names of the sentences that describe the control `id`.
fn described_by(id: &str, hint: Option<Signal<String>>) -> String {
    let mut names = part_id(id, "error");
    if hint.is_some() {
        names.push(' ');
        names.push_str(&part_id(id, "hint"));
    }
    names
}

/// `aria-invalid` of a control: present only where something is wrong.
fn invalid(error: Signal<Option<String>>) -> Signal<Option<&'static str>> {
    Signal::derive(move || error.read().is_some().then_some("true"))
}
