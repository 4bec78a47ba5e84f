//! Logging: one tap on what was done, one on Save.

use leptos::prelude::*;

use crate::domain::activity::ActivityKind;
use crate::domain::id::LeadId;
use crate::pages::common::Kinds;
use crate::pages::leads::desk::Desk;
use crate::present::activity::ActivityDraft;

/// The kinds of activities; each opens the form of one that was done today.
#[component]
pub(super) fn LogView(desk: Desk, id: LeadId) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let log = move |kind: ActivityKind| {
        let today = app.today().get_untracked();
        desk.activity.begin(app.peek(|it| ActivityDraft::of_lead(it, today, id, kind)));
    };
    view! {
        <section class="section" data-testid="lead-log">
            <h3 class="section__title">{move || lang.get().activity_log()}</h3>
            <Kinds chosen=None on_choose=log />
        </section>
    }
}
