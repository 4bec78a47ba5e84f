//! Everything else about a lead, read or edited in place.

use leptos::prelude::*;

use super::Shown;
use crate::domain::id::LeadId;
use crate::domain::pipeline::Outcome;
use crate::pages::leads::desk::{Desk, Part};
use crate::pages::leads::facts_form::FactsForm;
use crate::present::lead::LeadField;
use crate::ui::{Button, Icon};

/// The facts of a lead, or their form.
#[component]
pub(super) fn Facts(desk: Desk, id: LeadId, shown: Shown) -> impl IntoView {
    let lang = desk.app.lang();
    let editing = move || desk.edits(id, Part::Facts);
    view! {
        <section class="section" data-testid="lead-facts">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().lead_details()}</h3>
                <Show when=move || !editing()>
                    <span data-testid="lead-edit">
                        <Button
                            icon=Icon::Edit
                            label=move || lang.get().lead_edit()
                            slow=true
                            on_press=move || desk.edit(id, Part::Facts)
                        />
                    </span>
                </Show>
            </div>
            <Show when=editing fallback=move || view! { <FactList desk shown /> }>
                <FactsForm desk />
            </Show>
        </section>
    }
}

#[component]
fn FactList(desk: Desk, shown: Shown) -> impl IntoView {
    let lang = desk.app.lang();
    let row = move |(field, value): (LeadField, String), outcome: Outcome| {
        let value = match (field, value.is_empty()) {
            (LeadField::Owner, true) => lang.get().lead_nobody().to_owned(),
            (_, true) => "–".to_owned(),
            (_, false) => value,
        };
        let name = match (field, outcome) {
            (LeadField::Closes, Outcome::Won | Outcome::Lost) => lang.get().lead_closed(),
            _ => field.words(lang.get()),
        };
        view! {
            <dt>{name}</dt>
            <dd>{value}</dd>
        }
    };
    let rows = move || {
        let view = shown.get()?;
        let outcome = view.outcome;
        Some(view.facts.into_iter().map(|fact| row(fact, outcome)).collect_view())
    };
    view! {
        <dl class="facts lead__facts">
            {rows}
            <dt>{move || lang.get().lead_origin()}</dt>
            <dd data-testid="lead-origin">
                {move || shown.with(|it| it.as_ref().map(|it| it.origin.clone()))}
            </dd>
        </dl>
    }
}
